'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, read } from '@/lib/api/client';
import type { Session } from '@/lib/live/topics';

export interface Sleeve {
  readonly id: string;
  /** The name of its configuration, or its id as long as that is not known. */
  readonly name: string;
  /** The strategy that trades it; undefined as long as it is not known. */
  readonly strategy: string | undefined;
  readonly symbols: readonly string[];
  readonly capitalShare: number;
}

/** Returns the sleeves of a session by id, in their order, with the names that people gave them. */
export function useSleeves(session: Session | undefined): ReadonlyMap<string, Sleeve> {
  const { data } = useQuery({
    queryKey: ['configurations'],
    queryFn: () => read(api.GET('/api/configurations')),
    staleTime: 60_000,
  });
  const sleeves = session?.sleeves;
  return useMemo(() => {
    const configurations = new Map(data?.configurations.map((each) => [each.id, each]));
    const nameOf = (configurationId: string) => configurations.get(configurationId)?.name;
    return new Map(
      sleeves?.map(({ id, configurationId, symbols, capitalShare }) => {
        const configuration = configurations.get(configurationId);
        const known = configuration?.name;
        // Two sleeves of one configuration are told apart by their ids.
        const isAlone = sleeves.filter((other) => nameOf(other.configurationId) === known).length === 1;
        const name = known === undefined ? id : isAlone ? known : `${known} (${id})`;
        return [id, { id, name, strategy: configuration?.strategy, symbols, capitalShare }];
      }),
    );
  }, [sleeves, data]);
}
