'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, read } from '@/lib/api/client';
import { type EquityRange, rangeStartMs } from '@/lib/equity/equity-range';
import { useSessionTopic } from '@/lib/live/live-provider';
import type { EquityPoint, Session } from '@/lib/live/topics';

/** The live channel begins with so many; more there may be before them. */
const SNAPSHOT = 1_000;
/** From here on the whole is asked for thinned, which looks the same at any width. */
const MOST_DRAWN = 4_000;
const THINNED_TO = 2_000;
const THINNED_EVERY_MS = 5_000;

export interface EquityCurve {
  /** Of the range, oldest first; undefined while loading. */
  readonly points: readonly EquityPoint[] | undefined;
  /** Everything that came live, for what is measured from point to point. */
  readonly latest: readonly EquityPoint[];
  /** When the session was first marked. */
  readonly startAt: string | undefined;
  /** How many points the drawn ones stand for; undefined where all are drawn. */
  readonly thinnedFrom: number | undefined;
  readonly fault: string | undefined;
  /** Why older points are missing from it. */
  readonly olderError: Error | null;
}

const NONE: readonly EquityPoint[] = [];

/** Follows the equity of a session over a range. What the live channel does not reach back to is asked for. */
export function useEquityCurve(session: Session | undefined, range: EquityRange): EquityCurve {
  const live = useSessionTopic(session?.id, 'equity');
  const latest = live.items ?? NONE;
  const sessionId = session?.id ?? '';
  const isRunning = session?.state === 'running';
  const isLong = latest.length > MOST_DRAWN;
  const whole = useQuery({
    queryKey: ['equity', sessionId, isLong],
    queryFn: () =>
      read(
        api.GET('/api/sessions/{sessionId}/equity', {
          params: { path: { sessionId }, query: { atMost: isLong ? THINNED_TO : MOST_DRAWN } },
        }),
      ),
    enabled: latest.length >= SNAPSHOT,
    staleTime: THINNED_EVERY_MS,
    refetchInterval: ({ state: { data } }) =>
      isRunning && data !== undefined && isThinned(data) ? THINNED_EVERY_MS : false,
  });

  return useMemo(() => {
    const all = whole.data;
    const [first] = latest;
    const last = latest.at(-1);
    const fromMs = last === undefined ? Number.NEGATIVE_INFINITY : rangeStartMs(range, Date.parse(last.at));
    const reachesBack = first !== undefined && Date.parse(first.at) <= fromMs;
    const older = all?.points ?? NONE;
    const thinned = all !== undefined && isThinned(all) && !reachesBack;
    const drawn = thinned ? [...older, ...newerThan(latest, older.at(-1))] : [...olderThan(older, first), ...latest];
    return {
      points: live.items === undefined ? undefined : drawn.filter(({ at }) => Date.parse(at) >= fromMs),
      latest,
      startAt: older[0]?.at ?? first?.at,
      thinnedFrom: thinned ? (all.thinnedFrom ?? undefined) : undefined,
      fault: live.fault,
      olderError: whole.error,
    };
  }, [whole.data, whole.error, live.items, live.fault, latest, range]);
}

function isThinned({ points, thinnedFrom }: { points: readonly unknown[]; thinnedFrom: number | null }): boolean {
  return thinnedFrom !== null && thinnedFrom > points.length;
}

// Instants are ISO with milliseconds throughout, so that they sort as they are.

function olderThan(points: readonly EquityPoint[], first: EquityPoint | undefined): readonly EquityPoint[] {
  return first === undefined ? points : points.filter(({ at }) => at < first.at);
}

function newerThan(points: readonly EquityPoint[], last: EquityPoint | undefined): readonly EquityPoint[] {
  return last === undefined ? points : points.filter(({ at }) => at > last.at);
}
