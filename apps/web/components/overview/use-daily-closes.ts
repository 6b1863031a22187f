'use client';

import { useQuery } from '@tanstack/react-query';
import { api, read } from '@/lib/api/client';

export interface DailyCloses {
  readonly closedAtMs: readonly number[];
  readonly close: readonly number[];
  readonly source: string;
}

const PAGE = 5_000;

/** Returns the daily closes of a symbol between two session days, from a few weeks before, so that the first day has a close before it. */
export function useDailyCloses(symbol: string | undefined, from: string | undefined, to: string | undefined) {
  return useQuery({
    queryKey: ['daily closes', symbol, from, to],
    queryFn: () => allPages(symbol ?? '', from ?? '', to ?? ''),
    enabled: symbol !== undefined && from !== undefined && to !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

async function allPages(symbol: string, from: string, to: string): Promise<DailyCloses> {
  const closedAtMs: number[] = [];
  const close: number[] = [];
  let cursor: string | undefined;
  for (;;) {
    const page = await read(
      api.GET('/api/bars', {
        params: {
          query: { symbol, timeframe: '1d', from, to, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) },
        },
      }),
    );
    for (const at of page.closedAt) closedAtMs.push(Date.parse(at));
    close.push(...page.close);
    if (page.nextCursor === null) return { closedAtMs, close, source: page.source };
    cursor = page.nextCursor;
  }
}
