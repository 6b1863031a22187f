import { allocateBarColumns, type BarColumns } from '@candor/domain/bar';
import { createRng } from '@candor/domain/rng';
import { MS_PER_DAY } from '@candor/domain/time';

const REGIMES = [
  [0.0015, 0.01],
  [-0.002, 0.02],
  [0, 0.006],
  [0.003, 0.014],
] as const;
const REGIME_BARS = 40;

/** Returns the known-answer files' invented bars: four regimes of drift and volatility in turn, prices in whole cents, one bar a day from 1970. */
export function synthBars(seed: number, n: number, startCents: number): BarColumns {
  const rng = createRng(seed);
  const columns = allocateBarColumns(n);
  let previous = startCents;
  for (let t = 0; t < n; t++) {
    const [mu, sigma] = REGIMES[Math.floor(t / REGIME_BARS) % REGIMES.length]!;
    const z1 = rng.normal();
    const z2 = rng.normal();
    const u1 = rng.next();
    const u2 = rng.next();
    const u3 = rng.next();
    const open = Math.max(1, round(previous * (1 + 0.25 * sigma * z2)));
    const close = Math.max(1, round(previous * (1 + mu + sigma * z1)));
    columns.time[t] = t * MS_PER_DAY;
    columns.session[t] = t;
    columns.open[t] = open / 100;
    columns.close[t] = close / 100;
    columns.high[t] = (Math.max(open, close) + round(previous * sigma * 0.8 * u1)) / 100;
    columns.low[t] = Math.max(1, Math.min(open, close) - round(previous * sigma * 0.8 * u2)) / 100;
    columns.volume[t] = 100_000 + Math.floor(u3 * 400_000) + round(150_000 * Math.abs(z1));
    previous = close;
  }
  return columns;
}

function round(value: number): number {
  return Math.floor(value + 0.5);
}
