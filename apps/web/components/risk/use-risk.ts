'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, read } from '@/lib/api/client';
import type { Session } from '@/lib/live/topics';

const EVERY_MS = 2_000;

/** Returns how far each limit of a session is used, asked anew every two seconds while it is driven. */
export function useHeadroom(session: Session | undefined) {
  const isDriven = session?.state === 'running' || session?.state === 'paused';
  return useQuery({
    queryKey: ['headroom', session?.id],
    enabled: isDriven,
    refetchInterval: EVERY_MS,
    placeholderData: keepPreviousData,
    queryFn: () =>
      read(api.GET('/api/sessions/{sessionId}/headroom', { params: { path: { sessionId: session?.id ?? '' } } })),
  });
}

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
    refetchInterval: 3 * EVERY_MS,
    placeholderData: keepPreviousData,
    queryFn: () =>
      read(
        api.GET('/api/accounts/{accountId}/journal', {
          params: { path: { accountId: accountId ?? '' }, query: { types: [...TYPES], order: 'newest', limit: 50 } },
        }),
      ),
  });
}
