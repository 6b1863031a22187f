'use client';

import { useMutation } from '@tanstack/react-query';
import { api, once, read } from '@/lib/api/client';
import { useConnection } from '@/lib/live/live-provider';
import type { BacktestTerms } from './backtest-draft';
import { rememberStarted } from './started-backtests';

/** Returns what queues a backtest, how the last attempt went, and why it cannot be done now. */
export function useStartBacktest() {
  const connection = useConnection();
  const mutation = useMutation({
    mutationFn: async ({ terms }: { readonly terms: BacktestTerms; readonly title: string }) =>
      read(api.POST('/api/backtests', { params: { header: once() }, body: terms })),
    onSuccess: ({ jobId }, { terms, title }) => rememberStarted({ jobId, title, terms }),
  });
  return {
    start: mutation.mutate,
    isStarting: mutation.isPending,
    error: mutation.error,
    lockedBecause:
      connection.kind === 'lost' ? 'Not connected to the server. Nothing can be started until it is back.' : undefined,
  };
}
