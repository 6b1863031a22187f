import { MS_PER_MINUTE } from './time.ts';

export const TIMEFRAMES = ['1m', '5m', '15m', '30m', '1h', '1d'] as const;

/** The span of a bar. Intraday ones are fixed lengths of time; `1d` is one exchange session. */
export type Timeframe = (typeof TIMEFRAMES)[number];

const MINUTES = { '1m': 1, '5m': 5, '15m': 15, '30m': 30, '1h': 60 } as const;

/** Returns the length of an intraday bar in milliseconds, or undefined for `1d`, whose length is its session's. */
export function intradayMs(timeframe: Timeframe): number | undefined {
  return timeframe === '1d' ? undefined : MINUTES[timeframe] * MS_PER_MINUTE;
}
