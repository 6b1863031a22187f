'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, read } from '@/lib/api/client';

const EVERY_MS = 6_000;

/** Returns every limit that there is, with what it does. */
export function useLimits() {
  return useQuery({
    queryKey: ['limits'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => read(api.GET('/api/risk/limits')),
  });
}

/** What the log of risk tells: refusals, orders that were never asked for, breaches, halts and their release. */
const TYPES = ['order-refused', 'limit-breached', 'halted', 'resumed'] as const;

/** Returns the newest entries of the journal of an account that risk wrote. */
export function useRiskLog(accountId: string | undefined) {
  return useQuery({
    queryKey: ['risk-log', accountId],
    enabled: accountId !== undefined,
    refetchInterval: EVERY_MS,
    placeholderData: keepPreviousData,
    queryFn: () =>
      read(
        api.GET('/api/accounts/{accountId}/journal', {
          params: { path: { accountId: accountId ?? '' }, query: { types: [...TYPES], order: 'newest', limit: 50 } },
        }),
      ),
  });
}
