'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, read, type Schemas } from '@/lib/api/client';

export type Strategy = Schemas['StrategiesListOutput']['bundled'][number];

/** Returns the strategies that can be backtested, those that come with Candor first. */
export function useStrategies() {
  const query = useQuery({ queryKey: ['strategies'], queryFn: () => read(api.GET('/api/strategies')) });
  // The client loses sight of what a default is, which can be any JSON.
  const data = query.data as Schemas['StrategiesListOutput'] | undefined;
  const all = useMemo<readonly Strategy[]>(() => (data === undefined ? [] : [...data.bundled, ...data.own]), [data]);
  return {
    all,
    own: data?.own ?? [],
    bundled: data?.bundled ?? [],
    isLoading: query.isPending,
    error: query.error,
    retry: query.refetch,
  };
}
