import type { Bar } from '@candor/domain/bar';
import type { Instrument } from '@candor/domain/instrument';
import { isoFromDay, isoFromInstant } from '@candor/domain/time';
import { z } from 'zod';
import { WireDay, WireInstant } from './wire-values.ts';

/** The latest price of a replay: what the latest closed bar closed at. */
export const WireQuote = z.object({
  symbol: z.string(),
  price: z.number(),
  /** Opening instant of the bar it is from, market time. */
  barOpenedAt: WireInstant,
  session: WireDay,
});

export type WireQuote = z.infer<typeof WireQuote>;

/** Returns the price that a bar leaves behind; the symbol names it. */
export function wireQuote(bar: Bar, { symbol }: Pick<Instrument, 'symbol'>): WireQuote {
  return { symbol, price: bar.close, barOpenedAt: isoFromInstant(bar.time), session: isoFromDay(bar.session) };
}
