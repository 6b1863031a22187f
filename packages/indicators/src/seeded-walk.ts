import { allocateBarColumns, type BarSeries, createBarSeries } from '@candor/domain/bar';
import { createRng } from '@candor/domain/rng';
import { MS_PER_DAY } from '@candor/domain/time';

/**
 * Returns synthetic daily bars to test an indicator with: a seeded random walk from 100 with gaps and with calm and wild stretches of 40
 * bars, in which no two closes in a row are equal.
 */
export function seededWalk(seed: number, length: number): BarSeries {
  const rng = createRng(seed);
  const columns = allocateBarColumns(length);
  let close = 100;
  for (let bar = 0; bar < length; bar++) {
    const sigma = bar % 80 < 40 ? 0.004 : 0.03;
    const open = close * (1 + 0.5 * sigma * rng.normal());
    close = open * (1 + sigma * rng.normal());
    columns.time[bar] = bar * MS_PER_DAY;
    columns.session[bar] = bar;
    columns.open[bar] = open;
    columns.close[bar] = close;
    columns.high[bar] = Math.max(open, close) * (1 + sigma * rng.next());
    columns.low[bar] = Math.min(open, close) * (1 - sigma * rng.next());
    columns.volume[bar] = Math.floor(1000 + 9000 * rng.next());
  }
  return createBarSeries(INSTRUMENT, '1d', columns);
}

const INSTRUMENT = {
  symbol: 'SYN-WALK',
  name: 'Synthetic seeded walk',
  kind: 'synthetic',
  exchange: 'ALWAYS',
  currency: 'USD',
  tickSize: 0,
  lotSize: 1,
  fractional: true,
  tradable: true,
} as const;
