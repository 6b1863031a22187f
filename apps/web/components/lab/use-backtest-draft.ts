'use client';

import { useCallback, useMemo } from 'react';
import { changeSearch, useSearch } from '@/lib/url-state';
import { type BacktestDraft, draftFrom, searchOf } from './backtest-draft';
import { useStrategies } from './use-strategies';
import { useSymbols } from './use-symbols';

/** Returns the draft in the address with what has to be chosen already chosen, and what changes it. */
export function useBacktestDraft() {
  const search = useSearch();
  const strategies = useStrategies();
  const symbols = useSymbols();
  const written = useMemo(() => draftFrom(search), [search]);
  const draft = useMemo<BacktestDraft>(
    () => ({
      ...written,
      strategy:
        written.strategy ||
        standardOf(
          strategies.all.map(({ name }) => name),
          'sma-crossover',
        ),
      symbol:
        written.symbol ||
        standardOf(
          symbols.tradable.map(({ symbol }) => symbol),
          'AAPL',
        ),
    }),
    [written, strategies.all, symbols.tradable],
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
  return { draft, change, strategies, symbols };
}

function standardOf(names: readonly string[], wanted: string): string {
  return names.find((name) => name === wanted) ?? names[0] ?? '';
}
