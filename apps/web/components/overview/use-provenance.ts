'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, read } from '@/lib/api/client';
import type { Session } from '@/lib/live/topics';

export interface Provenance {
  /** The symbols of the session whose prices were made up; undefined as long as that is not known. */
  readonly synthetic: readonly string[] | undefined;
  readonly sources: readonly string[];
}

/** Returns where the prices of a session are from. */
export function useProvenance(session: Session): Provenance {
  const { data } = useQuery({
    queryKey: ['symbols'],
    queryFn: () => read(api.GET('/api/symbols')),
    staleTime: 60_000,
  });
  const { series, timeframe } = session.feed;
  return useMemo(() => {
    const used = data?.series.filter(
      (one) => one.timeframe === timeframe && series.some(({ symbol }) => symbol === one.symbol),
    );
    return {
      synthetic: used?.filter(({ synthetic }) => synthetic).map(({ symbol }) => symbol),
      sources: [...new Set(used?.map(({ source }) => source))],
    };
  }, [data, series, timeframe]);
}
