import { createHash } from 'node:crypto';
import { type BarSeries, createBarSeries } from '@candor/domain/bar';
import { indicatorCatalog } from '@candor/indicators/catalog';
import { isForgetful, largestDrift } from '@candor/indicators/drift';
import type { Bench } from './bench.ts';
import { MILLION_BARS, peerBars } from './peer-bars.ts';

const LAPS = 10;

const LEVELS = [1e-6, 100, 1e9];

/**
 * How far an indicator has drifted after ten million bars from a machine that has seen only the last of them: the largest difference
 * relative to the size of its line, over three levels of price. More than a billionth stops the bench.
 */
export const driftBenches: readonly Bench[] = indicatorCatalog
  .filter((definition) => isForgetful(definition) && definition.group === undefined)
  .map((definition) => ({
    id: `indicators.drift.${definition.id}`,
    unit: 'relative',
    work: 'after 10,000,000 bars near 0.000001, 100 and 1,000,000,000, against a fresh start',
    warmUpRuns: 0,
    runs: 1,
    run() {
      const drifts = LEVELS.map((level) => largestDrift(definition, atLevel(level), LAPS));
      const value = Math.max(...drifts);
      if (value > 1e-9) throw new Error(`${definition.id} has drifted by ${drifts.join(', ')}.`);
      return { value, fingerprint: createHash('sha256').update(drifts.join(' ')).digest('hex').slice(0, 16) };
    },
  }));

const levels = new Map<number, BarSeries>();

function atLevel(level: number): BarSeries {
  const known = levels.get(level);
  if (known) return known;
  const bars = peerBars(MILLION_BARS);
  const lift = (prices: Float64Array): Float64Array => prices.map((price) => price * (level / 100));
  const lifted = createBarSeries(bars.instrument, bars.timeframe, {
    ...bars,
    open: lift(bars.open),
    high: lift(bars.high),
    low: lift(bars.low),
    close: lift(bars.close),
  });
  levels.set(level, lifted);
  return lifted;
}
