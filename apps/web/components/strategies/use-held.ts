'use client';

import { useMemo } from 'react';
import { useSessionTopic } from '@/lib/live/live-provider';
import type { Session } from '@/lib/live/topics';

export interface Held {
  readonly count: number;
  readonly valueUsd: number;
}

/** Returns what a session holds now; undefined while that is not known. */
export function useHeld(session: Session): Held | undefined {
  const { items } = useSessionTopic(session.id, 'positions');
  return useMemo(() => {
    const held = items?.filter(({ quantity }) => quantity !== 0);
    if (held === undefined) return session.state === 'created' ? { count: 0, valueUsd: 0 } : undefined;
    const valueUsd = held.reduce((sum, { marketValueUsd }) => sum + Math.abs(marketValueUsd ?? 0), 0);
    return { count: held.length, valueUsd };
  }, [items, session.state]);
}
