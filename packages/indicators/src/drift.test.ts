import { type BarSeries, createBarSeries } from '@candor/domain/bar';
import { describe, expect, it } from 'vitest';
import { indicatorCatalog } from './catalog.ts';
import { isForgetful, largestDrift } from './drift.ts';
import { seededWalk } from './seeded-walk.ts';

const walk = seededWalk(5, 12_000);

describe.each([
  ['near 0.000001', 1e-8],
  ['near 100', 1],
  ['near 1,000,000,000', 1e7],
])('with prices %s', (_, factor) => {
  const series = atLevel(walk, factor);
  it.each(indicatorCatalog.filter(isForgetful).map((definition) => ({ definition, id: definition.id })))(
    '$id says after 24,000 bars what a machine fresh in sight of them says, to 1e-9',
    ({ definition }) => {
      expect(largestDrift(definition, series, 2)).toBeLessThanOrEqual(1e-9);
    },
  );
});

function atLevel(series: BarSeries, factor: number): BarSeries {
  const level = (prices: Float64Array): Float64Array => prices.map((price) => price * factor);
  return createBarSeries(series.instrument, series.timeframe, {
    ...series,
    open: level(series.open),
    high: level(series.high),
    low: level(series.low),
    close: level(series.close),
  });
}
