'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, read } from '@/lib/api/client';
import { type EquityRange, rangeStartMs } from '@/lib/equity/equity-range';
import { useConnection, useSessionTopic } from '@/lib/live/live-provider';
import type { EquityPoint, Session } from '@/lib/live/topics';
import { useThrottled } from '@/lib/use-throttled';

/** The live channel begins with so many; more there may be before them. */
const SNAPSHOT = 1_000;
/** From here on the whole is asked for thinned, which looks the same at any width. */
const MOST_DRAWN = 4_000;
const THINNED_TO = 2_000;
const THINNED_EVERY_MS = 5_000;
/** A curve of many points is drawn anew at most so often. */
const DRAWN_EVERY_MS = 1_000;

export interface EquityCurve {
  /** Of the range, oldest first; undefined while loading. */
  readonly points: readonly EquityPoint[] | undefined;
  /** Everything that came live, for what is measured from point to point. */
  readonly latest: readonly EquityPoint[];
  /** When the session was first marked; undefined as long as that is not known. */
  readonly startAt: string | undefined;
  /** How many points the drawn ones stand for; undefined where all are drawn. */
  readonly thinnedFrom: number | undefined;
  readonly fault: string | undefined;
  /** Why older points are missing from it. */
  readonly olderError: Error | null;
}

const NONE: readonly EquityPoint[] = [];

/** Follows the equity of a session over a range. What the live channel does not reach back to is asked for. */
export function useEquityCurve(session: Session, range: EquityRange): EquityCurve {
  const live = useSessionTopic(session.id, 'equity');
  const sessionId = session.id;
  const isFollowed = useConnection().kind === 'open' && session.state === 'running';
  const count = live.items?.length ?? 0;
  const isLong = count > MOST_DRAWN;
  const whole = useQuery({
    queryKey: ['equity', sessionId, isLong],
    queryFn: () =>
      read(
        api.GET('/api/sessions/{sessionId}/equity', {
          params: { path: { sessionId }, query: { atMost: isLong ? THINNED_TO : MOST_DRAWN } },
        }),
      ),
    enabled: count >= SNAPSHOT,
    staleTime: THINNED_EVERY_MS,
    refetchInterval: ({ state: { data } }) =>
      isFollowed && data !== undefined && isThinned(data) ? THINNED_EVERY_MS : false,
  });
  const items = useThrottled(live.items, count < SNAPSHOT ? 0 : DRAWN_EVERY_MS);

  const drawn = useMemo(() => {
    const latest = items ?? NONE;
    const older = whole.data?.points ?? NONE;
    const last = latest.at(-1);
    const startMs = last === undefined ? Number.NEGATIVE_INFINITY : rangeStartMs(range, Date.parse(last.at));
    // Instants are ISO with milliseconds throughout, so that they sort as they are.
    const from = Number.isFinite(startMs) ? new Date(startMs).toISOString() : '';
    const first = latest[0];
    const isOld = whole.data !== undefined && isThinned(whole.data) && (first === undefined || first.at > from);
    const points = isOld
      ? [...older, ...after(latest, older.at(-1)?.at)]
      : [...(first === undefined ? older : older.filter(({ at }) => at < first.at)), ...latest];
    return {
      points: items === undefined ? undefined : from === '' ? points : points.filter(({ at }) => at >= from),
      thinnedFrom: isOld ? (whole.data?.thinnedFrom ?? undefined) : undefined,
    };
  }, [items, whole.data, range]);

  const isComplete = count < SNAPSHOT || whole.error !== null;
  return {
    ...drawn,
    latest: live.items ?? NONE,
    startAt: whole.data?.points[0]?.at ?? (isComplete ? live.items?.[0]?.at : undefined),
    fault: live.fault,
    // What was read before a failed refresh still holds.
    olderError: whole.data === undefined ? whole.error : null,
  };
}

function isThinned({ points, thinnedFrom }: { points: readonly unknown[]; thinnedFrom: number | null }): boolean {
  return thinnedFrom !== null && thinnedFrom > points.length;
}

/** The points behind an instant; they are at the end, and few. */
function after(points: readonly EquityPoint[], at: string | undefined): readonly EquityPoint[] {
  return at === undefined ? points : points.slice(points.findLastIndex((point) => point.at <= at) + 1);
}
