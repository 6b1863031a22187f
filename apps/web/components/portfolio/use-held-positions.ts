'use client';

import { useMemo } from 'react';
import { type HeldPosition, heldPositions } from '@/lib/equity/held-position';
import { useSessionTopic } from '@/lib/live/live-provider';
import type { Position, Session } from '@/lib/live/topics';

export interface Held {
  /** All that the sleeves hold or ever held; undefined while loading. */
  readonly all: readonly Position[] | undefined;
  /** Those that are open. */
  readonly open: readonly HeldPosition[];
  readonly fault: string | undefined;
}

const NONE: readonly never[] = [];

/** Follows what a session holds, with what the day brought each position. */
export function useHeldPositions(session: Session | undefined): Held {
  const positions = useSessionTopic(session?.id, 'positions');
  const bars = useSessionTopic(session?.id, 'bars').items;
  const fills = useSessionTopic(session?.id, 'fills').items;
  const open = useMemo(
    () => heldPositions(positions.items ?? NONE, bars ?? NONE, fills ?? NONE),
    [positions.items, bars, fills],
  );
  return { all: positions.items, open, fault: positions.fault };
}
