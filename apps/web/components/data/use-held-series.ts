'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, read } from '@/lib/api/client';
import { type HeldSeries, heldSeries } from './held-series';

export interface HeldView {
  /** Undefined while loading. */
  readonly held: readonly HeldSeries[] | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** Returns every series there is, those that come with Candor and those that a person brought. */
export function useHeldSeries(): HeldView {
  const query = useQuery({ queryKey: ['symbols'], queryFn: () => read(api.GET('/api/symbols')), staleTime: 30_000 });
  const held = useMemo(() => (query.data === undefined ? undefined : heldSeries(query.data.series)), [query.data]);
  return { held, error: query.error, retry: () => void query.refetch() };
}
