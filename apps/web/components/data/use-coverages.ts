'use client';

import { useQueries } from '@tanstack/react-query';
import { api, read } from '@/lib/api/client';
import type { Coverage } from './gap-grid';
import type { HeldSeries } from './held-series';

export interface CoverageLine {
  readonly series: HeldSeries;
  readonly datasetId: string;
  /** Undefined while it is counted, or where that failed. */
  readonly coverage: Coverage | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** Returns what is there and what is not of each series in one timeframe, month by month. */
export function useCoverages(held: readonly HeldSeries[], timeframe: string): readonly CoverageLine[] {
  const wanted = held.flatMap((series) => {
    const found = series.timeframes.find((one) => one.timeframe === timeframe);
    return found === undefined ? [] : [{ series, datasetId: found.datasetId }];
  });
  const answers = useQueries({
    queries: wanted.map(({ datasetId }) => ({
      queryKey: ['coverage', datasetId],
      queryFn: () => read(api.GET('/api/datasets/{datasetId}/coverage', { params: { path: { datasetId } } })),
      // Bars never change, they are only added: an import says so itself.
      staleTime: 300_000,
    })),
  });
  return wanted.map(({ series, datasetId }, place) => {
    const answer = answers[place];
    return {
      series,
      datasetId,
      coverage: answer?.data,
      error: answer?.error ?? null,
      retry: () => void answer?.refetch(),
    };
  });
}
