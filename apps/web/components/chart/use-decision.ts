'use client';

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { api, read } from '@/lib/api/client';
import { useSessionTopic } from '@/lib/live/live-provider';
import type { Decision, SessionEvent } from '@/lib/live/topics';

/** A bar, by when it opened and when the next one did; undefined for the newest. */
export interface BarTimes {
  readonly openedMs: number;
  readonly nextOpenedMs: number | undefined;
  /** How long bars last, roughly: how far the windows that are asked for reach. */
  readonly barMs: number;
}

export interface StandingDecision {
  /** The opinion that stood at the close of the bar; undefined when there was none yet. */
  readonly decision: Decision | undefined;
  readonly isLoading: boolean;
  readonly error: Error | null;
}

const BARS_A_WINDOW = 100;
const MOST_A_WINDOW = 200;

/** Returns what a sleeve thought of a symbol when a bar closed: the last word until then. */
export function useStandingDecision(
  sessionId: string | undefined,
  sleeveId: string | undefined,
  symbol: string,
  bar: BarTimes | undefined,
): StandingDecision {
  const live = useSessionTopic(sessionId, 'decisions').items;
  const untilMs = bar === undefined ? undefined : (bar.nextOpenedMs ?? Number.POSITIVE_INFINITY);
  const told = useMemo(
    () =>
      untilMs === undefined
        ? undefined
        : live?.findLast((one) => one.sleeveId === sleeveId && one.symbol === symbol && Date.parse(one.at) <= untilMs),
    [live, sleeveId, symbol, untilMs],
  );
  // A window ends at a round time, so that going from bar to bar asks once in a hundred.
  const windowMs = (bar?.barMs ?? 1) * BARS_A_WINDOW;
  const endMs =
    untilMs === undefined || untilMs === Number.POSITIVE_INFINITY
      ? undefined
      : Math.ceil(untilMs / windowMs) * windowMs;
  const needsWindow = told === undefined && bar !== undefined && live !== undefined;
  const query = useQuery({
    queryKey: ['chart-decisions', sessionId, sleeveId, symbol, endMs],
    enabled: sessionId !== undefined && sleeveId !== undefined && needsWindow,
    queryFn: () =>
      read(
        api.GET('/api/sessions/{sessionId}/decisions', {
          params: {
            path: { sessionId: sessionId ?? '' },
            query: {
              sleeveId: sleeveId ?? '',
              symbol,
              limit: MOST_A_WINDOW,
              ...(endMs === undefined ? {} : { to: new Date(endMs).toISOString() }),
            },
          },
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const asked = useMemo(
    () =>
      query.data?.decisions.find(
        ({ at, sleeveId: its }) => its === sleeveId && untilMs !== undefined && Date.parse(at) <= untilMs,
      ),
    [query.data, untilMs, sleeveId],
  );
  return {
    decision: told ?? (needsWindow ? asked : undefined),
    isLoading: live === undefined || (needsWindow && query.isPending),
    error: needsWindow ? query.error : null,
  };
}

const EVENTS_A_PAGE = 500;
const MOST_PAGES = 40;
const FOLLOWED = [
  'no-order',
  'order-approved',
  'order-refused',
  'order-filled',
  'order-cancelled',
  'order-expired',
  'order-rejected',
] as const;

export interface WhatFollowed {
  /** Everything that became of the decision, oldest first. */
  readonly events: readonly SessionEvent[];
  readonly isLoading: boolean;
  /** It is too long ago to be looked up here. */
  readonly isTooFar: boolean;
}

/** Returns what became of a decision: the order or why there was none, and what the broker made of it. */
export function useWhatFollowed(sessionId: string | undefined, decision: Decision | undefined): WhatFollowed {
  const live = useSessionTopic(sessionId, 'events').items;
  const isTold = decision !== undefined && (live?.[0]?.seq ?? Number.POSITIVE_INFINITY) <= decision.seq;
  const query = useInfiniteQuery({
    queryKey: ['chart-events', sessionId],
    enabled: sessionId !== undefined && decision !== undefined && live !== undefined && !isTold,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      read(
        api.GET('/api/sessions/{sessionId}/events', {
          params: {
            path: { sessionId: sessionId ?? '' },
            query: {
              types: [...FOLLOWED],
              limit: EVENTS_A_PAGE,
              ...(pageParam === undefined ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: ({ nextCursor }, pages) => (pages.length < MOST_PAGES ? (nextCursor ?? undefined) : undefined),
    staleTime: 60_000,
  });
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const oldest = data?.pages.at(-1)?.events.at(-1)?.seq;
  const needsMore = decision !== undefined && !isTold && oldest !== undefined && oldest > decision.seq && hasNextPage;
  useEffect(() => {
    if (needsMore && !isFetchingNextPage) void fetchNextPage();
  }, [needsMore, isFetchingNextPage, fetchNextPage]);

  const events = useMemo(() => {
    if (decision === undefined) return [];
    const bySeq = new Map<number, SessionEvent>();
    const older = isTold
      ? []
      : (data?.pages.toReversed().flatMap((page) => (page.events as SessionEvent[]).toReversed()) ?? []);
    for (const event of [...older, ...(live ?? [])]) if (event.seq >= decision.seq) bySeq.set(event.seq, event);
    return eventsOf(decision, [...bySeq.values()]);
  }, [decision, isTold, data, live]);
  return {
    events,
    isLoading: decision !== undefined && !isTold && (query.isPending || needsMore),
    isTooFar:
      !isTold &&
      !hasNextPage &&
      oldest !== undefined &&
      decision !== undefined &&
      (data?.pages.length ?? 0) === MOST_PAGES,
  };
}

/** Returns of all events those that a decision led to: at its moment for its symbol, and later those of its orders. */
function eventsOf(decision: Decision, events: readonly SessionEvent[]): SessionEvent[] {
  const orders = new Set<string>();
  return events.filter(({ at, happening }) => {
    if (!('sleeveId' in happening)) return false;
    if (happening.sleeveId !== decision.sleeveId || happening.symbol !== decision.symbol) return false;
    switch (happening.type) {
      case 'order-approved':
      case 'order-refused':
        if (at !== decision.at) return false;
        orders.add(happening.order.clientOrderId);
        return true;
      case 'no-order':
        return at === decision.at;
      case 'order-filled':
        return orders.has(happening.fill.clientOrderId);
      case 'order-cancelled':
      case 'order-expired':
      case 'order-rejected':
        return orders.has(happening.clientOrderId);
      default:
        return false;
    }
  });
}
