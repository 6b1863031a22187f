import { allocateBarColumns, type BarSeries, createBarSeries } from '@candor/domain/bar';
import type { Instrument } from '@candor/domain/instrument';
import { createRng } from '@candor/domain/rng';
import { MS_PER_DAY, MS_PER_MINUTE } from '@candor/domain/time';

export interface PeerBarsRecipe {
  readonly seed: number;
  readonly bars: number;
  /** Standard deviation of a bar's return. */
  readonly sigma: number;
  /** Mean of a bar's return. */
  readonly mu: number;
  /** Decimals that prices are rounded to, half up; undefined leaves them. */
  readonly decimals: number | undefined;
}

const PEER_INSTRUMENT: Instrument = {
  symbol: 'SYN-PEER',
  name: 'Synthetic walk of the published comparison',
  kind: 'synthetic',
  exchange: 'ALWAYS',
  currency: 'USD',
  tickSize: 0,
  lotSize: 1,
  fractional: false,
  tradable: true,
};

/** The million bars on which engines are compared: minute bars from 2020-01-01 on, sixteen draws a bar. */
export const MILLION_BARS: PeerBarsRecipe = { seed: 4, bars: 1_000_000, sigma: 0.001, mu: 0.0000005, decimals: 5 };

/** Returns the bars of a recipe. The order of the draws and of the products is part of the recipe: the last digit depends on it. */
export function peerBars({ seed, bars, sigma, mu, decimals }: PeerBarsRecipe): BarSeries {
  const rng = createRng(seed);
  const columns = allocateBarColumns(bars);
  const grid = decimals === undefined ? 0 : 10 ** decimals;
  const rounded = (price: number): number => (grid === 0 ? price : Math.floor(price * grid + 0.5) / grid);
  const start = Date.UTC(2020, 0, 1);
  let previousClose = 100;
  for (let i = 0; i < bars; i++) {
    const z = rng.normal();
    const open = previousClose * (1 + 0.2 * sigma * (rng.next() - 0.5));
    const close = open * (1 + (mu + sigma * z));
    const high = Math.max(open, close) * (1 + 0.5 * sigma * rng.next());
    const low = Math.min(open, close) * (1 - 0.5 * sigma * rng.next());
    const time = start + i * MS_PER_MINUTE;
    columns.time[i] = time;
    columns.open[i] = rounded(open);
    columns.high[i] = rounded(high);
    columns.low[i] = rounded(low);
    columns.close[i] = rounded(close);
    columns.volume[i] = Math.floor(1_000 + 9_000 * rng.next());
    columns.session[i] = Math.floor(time / MS_PER_DAY);
    previousClose = close;
  }
  return createBarSeries(PEER_INSTRUMENT, '1m', columns);
}
