'use client';

import { useQueries, useQuery } from '@tanstack/react-query';
import { api, ProblemError, read, type Schemas } from '@/lib/api/client';

export type Comparison = Schemas['BacktestsCompareOutput'];
export type ComparedRun = Comparison['runs'][number];

const again = (failures: number, error: Error) => failures < 2 && !(error instanceof ProblemError);

/** Returns the runs side by side as the server compares them. */
export function useComparison(runIds: readonly string[]) {
  return useQuery({
    queryKey: ['backtests', 'comparison', runIds],
    queryFn: () => read(api.GET('/api/backtest-comparison', { params: { query: { runIds: [...runIds] } } })),
    enabled: runIds.length >= 2,
    retry: again,
  });
}

/** Returns the runs themselves, for their curves; undefined in the place of one that is not there yet. */
export function useRunsOf(runIds: readonly string[]) {
  return useQueries({
    queries: runIds.map((runId) => ({
      queryKey: ['backtests', 'run', runId],
      queryFn: () => read(api.GET('/api/backtests/{runId}', { params: { path: { runId } } })),
      staleTime: Number.POSITIVE_INFINITY,
      retry: again,
    })),
    combine: (queries) => ({
      runs: queries.map(({ data }) => data),
      isLoading: queries.some(({ isPending }) => isPending),
      error: queries.find(({ error }) => error !== null)?.error ?? null,
    }),
  });
}
