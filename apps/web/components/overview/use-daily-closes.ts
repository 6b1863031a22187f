'use client';

import { useQuery } from '@tanstack/react-query';
import { api, read } from '@/lib/api/client';
import type { HeldBars } from '@/lib/equity/hold-curve';

const PAGE = 5_000;

/** Returns the daily closes of a symbol between two session days. */
export function useDailyCloses(symbol: string | undefined, from: string | undefined, to: string | undefined) {
  return useQuery({
    queryKey: ['daily closes', symbol, from, to],
    queryFn: () => allPages(symbol ?? '', from ?? '', to ?? ''),
    enabled: symbol !== undefined && from !== undefined && to !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

async function allPages(symbol: string, from: string, to: string): Promise<HeldBars> {
  const closedAtMs: number[] = [];
  const close: number[] = [];
  let first: { readonly firstOpenedAtMs: number; readonly firstOpen: number } | undefined;
  let cursor: string | undefined;
  for (;;) {
    const page = await read(
      api.GET('/api/bars', {
        params: {
          query: { symbol, timeframe: '1d', from, to, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) },
        },
      }),
    );
    const [openedAt] = page.openedAt;
    const [open] = page.open;
    if (first === undefined && openedAt !== undefined && open !== undefined) {
      first = { firstOpenedAtMs: Date.parse(openedAt), firstOpen: open };
    }
    for (const at of page.closedAt) closedAtMs.push(Date.parse(at));
    close.push(...page.close);
    if (page.nextCursor === null) {
      return { ...(first ?? { firstOpenedAtMs: Number.POSITIVE_INFINITY, firstOpen: 0 }), closedAtMs, close };
    }
    cursor = page.nextCursor;
  }
}
