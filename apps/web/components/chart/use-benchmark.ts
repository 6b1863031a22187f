'use client';

import { useMemo } from 'react';
import type { ChartBar } from '@/components/charts/price-chart/chart-bar';
import type { ChartTimeframe } from './timeframes';
import { useChartBars } from './use-chart-bars';

/** Returns the closes of another symbol beside the bars, one a bar; null where it did not trade. */
export function useBenchmark(
  symbol: string | undefined,
  timeframe: ChartTimeframe,
  held: { readonly from: string; readonly to: string } | undefined,
  bars: readonly ChartBar[] | undefined,
): readonly (number | null)[] | undefined {
  const isAsked = symbol !== undefined && held !== undefined;
  const others = useChartBars({
    symbol: symbol ?? '',
    timeframe: timeframe === '1w' ? '1d' : timeframe,
    held: isAsked ? held : undefined,
    session: undefined,
  }).bars;
  const isDaily = timeframe === '1d' || timeframe === '1w';
  const closes = useMemo(
    () => isAsked && others !== undefined && new Map(others.map((bar) => [keyOf(bar, isDaily), bar.close])),
    [isAsked, others, isDaily],
  );
  return useMemo(
    () => (closes && bars !== undefined ? bars.map((bar) => closes.get(keyOf(bar, isDaily)) ?? null) : undefined),
    [closes, bars, isDaily],
  );
}

function keyOf(bar: ChartBar, isDaily: boolean): string | number {
  return isDaily ? (bar.through ?? bar.session) : bar.time;
}
