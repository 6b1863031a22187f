'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, read, type Schemas } from '@/lib/api/client';

export type Run = Schemas['BacktestsListOutput']['runs'][number];

/** What the server chooses runs by. */
export interface RunFilter {
  readonly symbol: string | undefined;
  readonly strategy: string | undefined;
  readonly tag: string | undefined;
}

const PAGE = 100;

/** Returns the finished runs, newest first, page by page. */
export function useRuns({ symbol, strategy, tag }: RunFilter) {
  const query = useInfiniteQuery({
    queryKey: ['backtests', 'list', { symbol, strategy, tag }],
    queryFn: ({ pageParam }) =>
      read(
        api.GET('/api/backtests', {
          params: {
            query: {
              limit: PAGE,
              ...(pageParam === undefined ? {} : { cursor: pageParam }),
              ...(symbol === undefined ? {} : { symbol }),
              ...(strategy === undefined ? {} : { strategy }),
              ...(tag === undefined ? {} : { tag }),
            },
          },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  const runs = useMemo(() => query.data?.pages.flatMap((page) => page.runs), [query.data]);
  return { ...query, runs };
}
