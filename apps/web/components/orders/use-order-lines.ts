'use client';

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, read } from '@/lib/api/client';
import { useSessionTopic } from '@/lib/live/live-provider';
import type { Order, Session, SessionEvent } from '@/lib/live/topics';
import { lineOfOrder, lineOfRefusal, type OrderLine } from './order-line';

const PAGE = 200;

export interface OrderLines {
  /** Newest first; undefined while loading. */
  readonly lines: readonly OrderLine[] | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
  readonly hasOlder: boolean;
  readonly isLoadingOlder: boolean;
  readonly loadOlder: () => void;
}

/** Returns the orders and refusals of a session: what is stored, and over it what the live channel says now. */
export function useOrderLines(session: Session | undefined): OrderLines {
  const id = session?.id;
  const orders = useInfiniteQuery({
    queryKey: ['orders', id],
    enabled: id !== undefined,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      read(
        api.GET('/api/orders', {
          params: { query: { sessionId: id, limit: PAGE, ...(pageParam === undefined ? {} : { cursor: pageParam }) } },
        }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const refusals = useQuery({
    queryKey: ['refusals', id],
    enabled: id !== undefined,
    queryFn: () =>
      read(
        api.GET('/api/sessions/{sessionId}/events', {
          params: { path: { sessionId: id ?? '' }, query: { types: ['order-refused'], order: 'newest', limit: PAGE } },
        }),
      ),
  });
  const live = useSessionTopic(id, 'orders');
  const events = useSessionTopic(id, 'events');

  const lines = useMemo(() => {
    if (orders.data === undefined && live.items === undefined) return undefined;
    const byId = new Map<string, Order>();
    for (const page of orders.data?.pages ?? []) for (const order of page.orders) byId.set(order.clientOrderId, order);
    for (const order of live.items ?? []) byId.set(order.clientOrderId, order);
    const happenings = new Map<number, SessionEvent>();
    for (const event of [...(refusals.data?.events ?? []), ...(events.items ?? [])]) happenings.set(event.seq, event);
    const refused = [...happenings.values()].map(lineOfRefusal).filter((line) => line !== undefined);
    return [...[...byId.values()].map(lineOfOrder), ...refused].sort(
      (one, other) =>
        other.decidedAt.localeCompare(one.decidedAt) ||
        other.recordedAt.localeCompare(one.recordedAt) ||
        other.key.localeCompare(one.key, undefined, { numeric: true }),
    );
  }, [orders.data, live.items, refusals.data, events.items]);

  return {
    lines,
    error: orders.error ?? refusals.error,
    retry: () => {
      void orders.refetch();
      void refusals.refetch();
    },
    hasOlder: orders.hasNextPage,
    isLoadingOlder: orders.isFetchingNextPage,
    loadOlder: () => void orders.fetchNextPage(),
  };
}
