import { QueryClient } from '@tanstack/react-query';
import { ProblemError } from './client';

/** Returns a cache of answers that asks again when it makes sense: never after a refusal, a few times when nobody answered. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        refetchOnWindowFocus: true,
        retry: (failures, error) => failures < 3 && !(error instanceof ProblemError && error.problem.status < 500),
        retryDelay: (failures) => Math.min(500 * 2 ** failures, 5_000),
      },
    },
  });
}
