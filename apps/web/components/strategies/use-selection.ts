'use client';

import { useCallback } from 'react';
import { changeSearch, useUrlState } from '@/lib/url-state';

export const tabs = ['settings', 'versions', 'why', 'runs'] as const;
export type Tab = (typeof tabs)[number];

/** What the address says is looked at: a strategy, or one of its configurations. */
export interface Selection {
  readonly strategy: string | undefined;
  readonly configuration: string | undefined;
  readonly tab: Tab;
  readonly selectStrategy: (name: string) => void;
  readonly selectConfiguration: (id: string) => void;
  readonly selectTab: (tab: Tab) => void;
}

export function useSelection(): Selection {
  const [strategy] = useUrlState('strategy');
  const [configuration] = useUrlState('configuration');
  const [asked] = useUrlState('tab');
  return {
    strategy,
    configuration,
    tab: tabs.find((tab) => tab === asked) ?? 'settings',
    selectStrategy: useCallback((name: string) => {
      changeSearch({ strategy: name, configuration: undefined, params: undefined, tab: undefined }, true);
    }, []),
    selectConfiguration: useCallback((id: string) => {
      changeSearch({ strategy: undefined, configuration: id, params: undefined }, true);
    }, []),
    selectTab: useCallback((tab: Tab) => changeSearch({ tab: tab === 'settings' ? undefined : tab }), []),
  };
}
