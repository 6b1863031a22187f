'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { ChartFill, ChartLevel } from '@/components/charts/price-chart/chart-content';
import { api, read, type Schemas } from '@/lib/api/client';
import { price, quantity } from '@/lib/format';
import { useSessionTopic } from '@/lib/live/live-provider';
import type { Fill, Order } from '@/lib/live/topics';

const FILLS_A_PAGE = 500;
const MOST_PAGES = 20;

export interface SessionFills {
  readonly fills: readonly ChartFill[];
  /** Older ones were left out: there are too many to draw. */
  readonly isPartial: boolean;
}

/** Returns what a session bought and sold of a symbol, all of it, growing live. */
export function useSessionFills(sessionId: string | undefined, symbol: string, tickSize: number): SessionFills {
  const live = useSessionTopic(sessionId, 'fills').items;
  const query = useInfiniteQuery({
    queryKey: ['chart-fills', sessionId],
    enabled: sessionId !== undefined,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      read(
        api.GET('/api/fills', {
          params: {
            query: {
              sessionId: sessionId ?? '',
              limit: FILLS_A_PAGE,
              ...(pageParam === undefined ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: ({ nextCursor }, pages) => (pages.length < MOST_PAGES ? (nextCursor ?? undefined) : undefined),
    staleTime: 60_000,
  });
  const { hasNextPage, isFetchingNextPage, fetchNextPage, data } = query;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const drawnOf = useMemo(() => drawnOnce(tickSize), [tickSize]);
  const older = useMemo(() => data?.pages.toReversed().flatMap((page) => page.fills.toReversed()) ?? [], [data]);
  const fills = useMemo(() => {
    const byName = new Map<string, ChartFill>();
    for (const each of [older, live ?? []]) {
      for (const fill of each) {
        if (fill.symbol !== symbol) continue;
        const drawn = drawnOf(fill);
        byName.set(drawn.key, drawn);
      }
    }
    return [...byName.values()];
  }, [older, live, symbol, drawnOf]);
  return { fills, isPartial: data !== undefined && data.pages.length === MOST_PAGES };
}

/** Returns what draws a fill, and makes it once: they are gone through ten times a second. */
function drawnOnce(tickSize: number): (fill: Fill) => ChartFill {
  const made = new WeakMap<Fill, ChartFill>();
  return (fill) => {
    const known = made.get(fill);
    if (known !== undefined) return known;
    const drawn = chartFill(fill, tickSize);
    made.set(fill, drawn);
    return drawn;
  };
}

function nameOfFill({ clientOrderId, sequence }: Fill): string {
  return `${clientOrderId} ${sequence}`;
}

function chartFill(fill: Fill, tickSize: number): ChartFill {
  const { side, at, moment } = fill;
  const seconds = Date.parse(at) / 1000;
  return {
    key: nameOfFill(fill),
    // Within a bar is before its end, where the next one opens.
    time: moment === 'open' ? seconds : seconds - 1,
    side,
    label: `${side === 'buy' ? 'Bought' : 'Sold'} ${quantity(fill.quantity)} at ${price(fill.price, tickSize)}`,
  };
}

/** Returns the working orders of a session in a symbol, at their prices. */
export function useSessionLevels(sessionId: string | undefined, symbol: string, tickSize: number): ChartLevel[] {
  const orders = useSessionTopic(sessionId, 'orders').items;
  return useMemo(
    () => (orders ?? []).flatMap((order) => (order.symbol === symbol ? levelsOf(order, tickSize) : [])),
    [orders, symbol, tickSize],
  );
}

function levelsOf(order: Order, tickSize: number): ChartLevel[] {
  if (order.status !== 'working' && order.status !== 'partially-filled') return [];
  const { clientOrderId: key, intent, side, stopPrice, limitPrice } = order;
  const rest = quantity(order.quantity - order.filledQuantity);
  const at = (level: number, word: string, tone: ChartLevel['tone']): ChartLevel => ({
    key: `${key} ${word}`,
    price: level,
    label: `${word} ${price(level, tickSize)}`,
    tone,
  });
  const verb = side === 'buy' ? 'Buy' : 'Sell';
  if (intent === 'protect') {
    if (stopPrice !== null) return [at(stopPrice, 'Stop', 'down')];
    return limitPrice === null ? [] : [at(limitPrice, 'Target', 'up')];
  }
  return [
    ...(stopPrice === null ? [] : [at(stopPrice, `${verb} ${rest} from`, 'plain')]),
    ...(limitPrice === null ? [] : [at(limitPrice, `${verb} ${rest} limit`, 'plain')]),
  ];
}

type RunTrade = Schemas['Backtest']['document']['trades'][number];

/** Returns the trades of a backtest as what was bought and sold. */
export function fillsOfTrades(trades: readonly RunTrade[], symbol: string, tickSize: number): ChartFill[] {
  return trades.flatMap((trade, place) => {
    if (trade.symbol !== symbol) return [];
    const isLong = trade.direction === 'long';
    const one = (at: string, what: 'in' | 'out', of: number): ChartFill => {
      const side = (what === 'in') === isLong ? 'buy' : 'sell';
      return {
        key: `${place} ${what}`,
        // A stop or a target is met within a bar, which ends where the next one opens.
        time: Date.parse(at) / 1000 - (what === 'out' && trade.exitReason !== 'signal' ? 1 : 0),
        side,
        label: `${side === 'buy' ? 'Bought' : 'Sold'} ${quantity(trade.quantity)} at ${price(of, tickSize)}`,
      };
    };
    const entry = one(trade.entryAt, 'in', trade.entryPrice);
    if (trade.exitAt === null || trade.exitPrice === null) return [entry];
    return [entry, one(trade.exitAt, 'out', trade.exitPrice)];
  });
}
