'use client';

import { type RefObject, useCallback, useEffect, useMemo, useState } from 'react';
import { type ChartBar, placeAtOrBefore } from '@/components/charts/price-chart/chart-bar';
import type { PriceChartHandle } from '@/components/charts/price-chart/price-chart';
import { useSessionCommands } from '@/components/shell/use-session-commands';
import { useShortcuts } from '@/lib/keys';
import type { Session } from '@/lib/live/topics';
import { useUrlState } from '@/lib/url-state';
import type { BarTimes } from './use-decision';

export interface CursorWanted {
  readonly bars: readonly ChartBar[] | undefined;
  readonly isIntraday: boolean;
  readonly handle: RefObject<PriceChartHandle | null>;
  readonly chartId: string;
  readonly session: Session | undefined;
  /** The replay waits, so that the arrow to the right goes one bar further. */
  readonly isStepping: boolean;
  readonly loadOlder: () => void;
  readonly hasOlder: boolean;
}

export interface ChartCursor {
  /** The bar that everything beside the chart speaks of: held, or under the pointer, or the newest. */
  readonly bar: ChartBar | undefined;
  readonly place: number;
  readonly times: BarTimes | undefined;
  readonly pinnedTime: number | undefined;
  readonly unpin: () => void;
  readonly onHover: (place: number | undefined) => void;
  readonly onPick: (place: number) => void;
}

/** Follows the bar at the cursor, by pointer, by key, and by link. A bar that is held stands in the address. */
export function useChartCursor(wanted: CursorWanted): ChartCursor {
  const { bars, isIntraday, handle, chartId, session, isStepping, loadOlder, hasOlder } = wanted;
  const [at, setAt] = useUrlState('at');
  // By its time: bars come in at both ends, and places change.
  const [hoveredTime, setHoveredTime] = useState<number | undefined>(undefined);
  const commands = useSessionCommands(session);

  const asked = at === undefined ? undefined : secondsOf(at);
  const first = bars?.[0]?.time;
  const isBeforeAll = asked !== undefined && first !== undefined && asked < first;
  useEffect(() => {
    if (isBeforeAll && hasOlder) loadOlder();
  }, [isBeforeAll, hasOlder, loadOlder]);
  const length = bars?.length ?? 0;
  const pinned =
    asked === undefined || bars === undefined || length === 0 ? undefined : Math.max(0, placeAtOrBefore(bars, asked));
  const hovered =
    hoveredTime === undefined || bars === undefined ? length - 1 : Math.max(0, placeAtOrBefore(bars, hoveredTime));
  const place = Math.min(pinned ?? hovered, length - 1);
  const bar = bars?.[place];
  const next = bars?.[place + 1];

  const hover = (to: number | undefined) => setHoveredTime(to === undefined ? undefined : bars?.[to]?.time);
  const unpin = useCallback(() => setAt(undefined), [setAt]);
  const pin = (to: number) => {
    const there = bars?.[to];
    if (there !== undefined) setAt(isIntraday ? new Date(there.time * 1000).toISOString() : there.session);
  };
  const move = (step: number) => {
    const to = Math.max(0, Math.min(length - 1, place + step));
    if (pinned !== undefined) pin(to);
    else hover(to === length - 1 && step > 0 ? undefined : to);
    handle.current?.point(to);
  };
  const hasFocus = () => document.activeElement?.id === chartId;
  useShortcuts([
    { keys: 'ArrowLeft', does: 'cursor one bar back, on the chart', group: 'Chart', run: () => hasFocus() && move(-1) },
    {
      keys: 'ArrowRight',
      does: 'cursor one bar on, on the chart; at the newest bar of a paused replay, one step',
      group: 'Chart',
      run: () => {
        const isAtEnd = place >= length - 1;
        if (hasFocus() && !isAtEnd) move(1);
        else if (isStepping) commands.step();
      },
    },
    {
      keys: 'Enter',
      does: 'hold the bar at the cursor, on the chart',
      group: 'Chart',
      run: () => hasFocus() && pin(place),
    },
    {
      keys: 'Escape',
      does: 'let go of the bar that is held',
      group: 'Chart',
      run: () => {
        unpin();
        hover(undefined);
        handle.current?.point(undefined);
      },
    },
  ]);
  const openedMs = bar === undefined ? undefined : bar.time * 1000;
  const nextOpenedMs = next === undefined ? undefined : next.time * 1000;
  const barMs = bars === undefined ? 1 : spanOf(bars);
  const times = useMemo(
    () => (openedMs === undefined ? undefined : { openedMs, nextOpenedMs, barMs }),
    [openedMs, nextOpenedMs, barMs],
  );
  return {
    bar,
    place,
    times,
    pinnedTime: pinned === undefined ? undefined : bars?.[pinned]?.time,
    unpin,
    onHover: hover,
    onPick: (to) => (to === pinned ? unpin() : pin(to)),
  };
}

/** A day alone means its close. */
function secondsOf(at: string): number | undefined {
  const ms = Date.parse(/^\d{4}-\d\d-\d\d$/.test(at) ? `${at}T23:59:59Z` : at);
  return Number.isNaN(ms) ? undefined : ms / 1000;
}

/** The shortest step between the first bars: nights and weekends are longer. */
function spanOf(bars: readonly ChartBar[]): number {
  const [one, two, three] = bars;
  if (one === undefined || two === undefined) return 86_400_000;
  const steps = [two.time - one.time, ...(three === undefined ? [] : [three.time - two.time])];
  return Math.min(...steps) * 1000;
}
