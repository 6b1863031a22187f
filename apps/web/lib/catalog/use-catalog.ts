'use client';

import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, read, type Schemas } from '../api/client';

export type Strategies = Schemas['StrategiesListOutput'];
export type Strategy = Strategies['bundled'][number];
export type Sizing = Schemas['SizingsListOutput']['sizings'][number];
export type Configuration = Schemas['ConfigurationsCreateOutput'];
export type Series = Schemas['SymbolsListOutput']['series'][number];

// The client's types lose what may hold any JSON, such as a default; the shapes by name keep it.
const STRATEGIES = queryOptions({
  queryKey: ['strategies'],
  queryFn: () => read(api.GET('/api/strategies')) as Promise<Strategies>,
});
const NONE: readonly never[] = [];

/** Returns the strategies there are: those that come with Candor, the person's own, and the files that cannot be used. */
export function useStrategies() {
  return useQuery(STRATEGIES);
}

/** Returns the strategies that can be used, those that come with Candor first; none as long as they are not known. */
export function useUsableStrategies(): readonly Strategy[] {
  return useQuery({ ...STRATEGIES, select: usable }).data ?? NONE;
}

/** Returns the rules that say how much is ordered. */
export function useSizings() {
  return useQuery({
    queryKey: ['sizings'],
    queryFn: () => read(api.GET('/api/sizings')) as Promise<Schemas['SizingsListOutput']>,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Returns the configurations in their latest versions; somebody else may change them at any time. */
export function useConfigurations() {
  return useQuery({
    queryKey: ['configurations'],
    queryFn: () => read(api.GET('/api/configurations')) as Promise<Schemas['ConfigurationsListOutput']>,
    refetchInterval: 15_000,
  });
}

/** Returns every version of a configuration, the newest first. */
export function useVersions(id: string, latest: number) {
  return useQuery({
    queryKey: ['configurations', id, latest],
    queryFn: async () => {
      const path = { configurationId: id };
      const { versions } = (await read(
        api.GET('/api/configurations/{configurationId}', { params: { path } }),
      )) as Schemas['Configuration'];
      return versions.toSorted((one, other) => other.version - one.version);
    },
  });
}

/** Returns the series of prices there are. */
export function useSeries() {
  return useQuery({ queryKey: ['symbols'], queryFn: () => read(api.GET('/api/symbols')) });
}

function usable({ bundled, own }: Strategies): readonly Strategy[] {
  return [...bundled, ...own];
}
