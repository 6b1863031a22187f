'use client';

import { useMutation } from '@tanstack/react-query';
import { api, read, type Schemas } from '@/lib/api/client';

export type Verification = Pick<Schemas['BacktestsVerifyOutput'], 'ok' | 'comparisons'>;

/** Returns what runs a stored backtest again and compares, and what the last attempt found. */
export function useVerification(runId: string) {
  return useMutation({
    mutationFn: (): Promise<Verification> =>
      read(api.POST('/api/backtests/{runId}/verify', { params: { path: { runId } } })),
  });
}
