import { allocateBarColumns, type BarSeries, createBarSeries } from '@candor/domain/bar';
import type { Instrument } from '@candor/domain/instrument';
import { createRng } from '@candor/domain/rng';
import { MS_PER_DAY } from '@candor/domain/time';

const PRACTICE: Instrument = {
  symbol: 'PRACTICE',
  name: 'Invented bars to put strategies through the laws',
  kind: 'synthetic',
  exchange: 'ALWAYS',
  currency: 'USD',
  tickSize: 0.01,
  lotSize: 1,
  fractional: false,
  tradable: true,
};

// In turn: returns that continue, that know nothing of each other, and that turn back; each with its daily volatility.
const MOODS = [
  { memory: 0.45, sigma: 0.009 },
  { memory: 0, sigma: 0.014 },
  { memory: -0.45, sigma: 0.011 },
] as const;
const MOOD_BARS = 350;
const FIRST_DAY = 18_000;

/** Returns invented daily bars with some memory, some noise and some gaps, so that a strategy finds something to say. They prove nothing about profit. */
export function practiceBars(length: number, seed: number): BarSeries {
  const rng = createRng(seed);
  const columns = allocateBarColumns(length);
  let previous = 100;
  let lastReturn = 0;
  for (let t = 0; t < length; t++) {
    const { memory, sigma } = MOODS[Math.floor(t / MOOD_BARS) % MOODS.length]!;
    lastReturn = Math.max(-0.2, memory * lastReturn + sigma * rng.normal());
    const open = cents(previous * (1 + 0.3 * sigma * rng.normal()));
    const close = cents(previous * (1 + lastReturn));
    columns.time[t] = (FIRST_DAY + t) * MS_PER_DAY;
    columns.session[t] = FIRST_DAY + t;
    columns.open[t] = open;
    columns.close[t] = close;
    columns.high[t] = cents(Math.max(open, close) * (1 + 0.6 * sigma * rng.next()));
    columns.low[t] = cents(Math.min(open, close) * (1 - 0.6 * sigma * rng.next()));
    columns.volume[t] = Math.floor(100_000 + 900_000 * rng.next());
    previous = close;
  }
  return createBarSeries(PRACTICE, '1d', columns);
}

function cents(price: number): number {
  return Math.max(1, Math.round(price * 100)) / 100;
}
