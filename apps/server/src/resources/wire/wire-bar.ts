import type { Bar } from '@candor/domain/bar';
import type { Instrument } from '@candor/domain/instrument';
import { isoFromDay, isoFromInstant } from '@candor/domain/time';
import { z } from 'zod';
import { WireDay, WireInstant, wireNumber } from './wire-values.ts';

export const WireBar = z.object({
  symbol: z.string(),
  /** Opening instant, market time. */
  openedAt: WireInstant,
  session: WireDay,
  open: z.number(),
  high: z.number(),
  low: z.number(),
  close: z.number(),
  /** Null where the source reports none. */
  volume: z.number().nullable(),
});

export type WireBar = z.infer<typeof WireBar>;

/** Returns a closed bar; symbol and opening instant name it. */
export function wireBar(bar: Bar, { symbol }: Pick<Instrument, 'symbol'>): WireBar {
  return {
    symbol,
    openedAt: isoFromInstant(bar.time),
    session: isoFromDay(bar.session),
    open: bar.open,
    high: bar.high,
    low: bar.low,
    close: bar.close,
    volume: wireNumber(bar.volume),
  };
}
