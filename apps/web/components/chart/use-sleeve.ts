'use client';

import { useMemo } from 'react';
import { useSessionTopic } from '@/lib/live/live-provider';
import type { Session } from '@/lib/live/topics';
import { useUrlState } from '@/lib/url-state';

export interface SleeveChoice {
  /** Those that trade the symbol. */
  readonly all: Session['sleeves'];
  readonly id: string | undefined;
  readonly choose: (id: string) => void;
}

/** Returns whose decisions are shown: as the link says, or else the first that votes. */
export function useSleeve(session: Session | undefined, symbol: string): SleeveChoice {
  const [asked, ask] = useUrlState('sleeve');
  const decisions = useSessionTopic(session?.id, 'decisions').items;
  const all = useMemo(
    () => session?.sleeves.filter(({ symbols }) => symbols.includes(symbol)) ?? [],
    [session?.sleeves, symbol],
  );
  const voting = useMemo(
    () => all.find(({ id }) => decisions?.some(({ sleeveId, voteSheet }) => sleeveId === id && voteSheet !== null)),
    [all, decisions],
  );
  const chosen = all.find(({ id }) => id === asked) ?? voting ?? all[0];
  return { all, id: chosen?.id, choose: ask };
}
