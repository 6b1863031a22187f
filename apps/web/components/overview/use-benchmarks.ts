'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { LineSeries, SeriesColor } from '@/components/charts/line-chart-props';
import { api, read } from '@/lib/api/client';
import type { HeldBars } from '@/lib/equity/hold-curve';
import type { Session } from '@/lib/live/topics';
import { useDailyCloses } from './use-daily-closes';

export interface Benchmark {
  readonly id: string;
  readonly label: string;
  readonly color: SeriesColor;
  readonly style: NonNullable<LineSeries['style']>;
  readonly closes: HeldBars;
}

export interface Benchmarks {
  readonly held: readonly Benchmark[];
  /** Whether the index can be compared with. */
  readonly hasSpx: boolean;
  readonly missing: readonly { readonly label: string; readonly because: string }[];
}

const INDEX = 'SPX';
const WEEK_MS = 7 * 86_400_000;

/** Returns what the account is compared with: its first symbol bought and held, and the S&P 500 when asked for. */
export function useBenchmarks(session: Session, startAt: string | undefined, withSpx: boolean): Benchmarks {
  const symbol = session.feed.series[0]?.symbol;
  const symbols = useQuery({
    queryKey: ['symbols'],
    queryFn: () => read(api.GET('/api/symbols')),
    staleTime: 60_000,
  });
  const hasSpx =
    symbol !== INDEX && (symbols.data?.series.some((one) => one.symbol === INDEX && one.timeframe === '1d') ?? false);
  // A few days more, so that a session of minutes has a close before its first. Later closes are drawn only once the replay is there.
  const from = startAt === undefined ? undefined : new Date(Date.parse(startAt) - WEEK_MS).toISOString().slice(0, 10);
  const own = useDailyCloses(symbol, from, session.feed.to);
  const index = useDailyCloses(withSpx && hasSpx ? INDEX : undefined, from, session.feed.to);
  return useMemo(() => {
    const candidates = [
      { id: `hold ${symbol}`, label: `${symbol} held`, color: 'text-3', style: 'dotted', query: own },
      { id: `hold ${INDEX}`, label: 'S&P 500 held', color: 's1', style: 'dashed', query: index },
    ] as const;
    return {
      hasSpx,
      held: candidates.flatMap(({ query, ...benchmark }) =>
        query.data === undefined ? [] : [{ ...benchmark, closes: query.data }],
      ),
      missing: candidates.flatMap(({ label, query }) =>
        query.error === null ? [] : [{ label, because: query.error.message }],
      ),
    };
  }, [symbol, hasSpx, own, index]);
}
