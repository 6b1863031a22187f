'use client';

import { useCallback, useMemo } from 'react';
import { type Series, useSeries, useStrategies, useUsableStrategies } from '@/lib/catalog/use-catalog';
import { changeSearch, useSearch } from '@/lib/url-state';
import { type BacktestDraft, draftFrom, searchOf } from './backtest-draft';

const NONE: readonly Series[] = [];

/** Returns the draft in the address with what has to be chosen already chosen, and what changes it. */
export function useBacktestDraft() {
  const search = useSearch();
  const strategies = useStrategies();
  const usable = useUsableStrategies();
  const series = useSeries();
  const all = series.data?.series ?? NONE;
  const tradable = useMemo(() => tradableOnce(all), [all]);
  const written = useMemo(() => draftFrom(search), [search]);
  const draft = useMemo<BacktestDraft>(
    () => ({
      ...written,
      strategy:
        written.strategy ||
        standardOf(
          usable.map(({ name }) => name),
          'sma-crossover',
        ),
      symbol:
        written.symbol ||
        standardOf(
          tradable.map(({ symbol }) => symbol),
          'AAPL',
        ),
    }),
    [written, usable, tradable],
  );
  const isStrategyOpen = written.strategy === '';
  const isSymbolOpen = written.symbol === '';
  const change = useCallback(
    (part: Partial<BacktestDraft>) => {
      const next = { ...draft, ...part };
      const written = searchOf(next);
      // What was not changed stays unwritten, so that an untouched form has a plain address.
      changeSearch({
        ...written,
        ...(isStrategyOpen && part.strategy === undefined ? { strategy: undefined } : {}),
        ...(isSymbolOpen && part.symbol === undefined ? { symbol: undefined } : {}),
      });
    },
    [draft, isStrategyOpen, isSymbolOpen],
  );
  return { draft, change, strategies, usable, series, all, tradable };
}

function standardOf(names: readonly string[], wanted: string): string {
  return names.find((name) => name === wanted) ?? names[0] ?? '';
}

/** Returns the series that can be traded, one a symbol. */
function tradableOnce(series: readonly Series[]): readonly Series[] {
  const bySymbol = new Map<string, Series>();
  for (const one of series) if (one.tradable && !bySymbol.has(one.symbol)) bySymbol.set(one.symbol, one);
  return [...bySymbol.values()];
}
