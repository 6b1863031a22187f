'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, read, type Schemas } from '@/lib/api/client';

export type Series = Schemas['SymbolsListOutput']['series'][number];

/** Returns the series there are, and those that can be traded, once a symbol. */
export function useSymbols() {
  const query = useQuery({ queryKey: ['symbols'], queryFn: () => read(api.GET('/api/symbols')) });
  const series = query.data?.series;
  const tradable = useMemo(() => {
    const bySymbol = new Map<string, Series>();
    for (const one of series ?? []) {
      if (one.tradable && !bySymbol.has(one.symbol)) bySymbol.set(one.symbol, one);
    }
    return [...bySymbol.values()];
  }, [series]);
  return { all: series ?? [], tradable, isLoading: query.isPending, error: query.error, retry: query.refetch };
}
