import type { ChartBar } from '@/components/charts/price-chart/chart-bar';
import type { HeldTimeframe } from './timeframes';

const SECONDS: Readonly<Record<Exclude<HeldTimeframe, '1d'>, number>> = {
  '1m': 60,
  '5m': 300,
  '15m': 900,
  '30m': 1_800,
  '1h': 3_600,
};

/** The newest bar that a session has seen: it is over. */
export interface SeenUntil {
  /** When it opened, in seconds. */
  readonly time: number;
  readonly session: string;
}

/**
 * Tells whether a bar was over when a session had seen so far. A day that still goes on is not shown to those who trade its minutes: its
 * close would be of the future.
 */
export function isSeen(bar: ChartBar, span: HeldTimeframe, until: SeenUntil, seenSpan: HeldTimeframe): boolean {
  if (span === seenSpan) return bar.time <= until.time;
  if (span === '1d') return bar.session < until.session;
  if (seenSpan === '1d') return bar.session <= until.session;
  return bar.time + SECONDS[span] <= until.time + SECONDS[seenSpan];
}
