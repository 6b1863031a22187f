import { describe, expect, it } from 'vitest';
import { seededWalk } from '../seeded-walk.ts';
import { bollinger } from './bollinger.ts';
import { sma } from './sma.ts';

describe('bollinger', () => {
  // Longer than several of the stretches in which columns are walked.
  const series = seededWalk(13, 3000);
  const params = { period: 20, multiplier: 2 };
  const [upper, middle, lower, percentB, bandwidth, z] = bollinger.compute(series, params);

  it('has the simple average in the middle', () => {
    const [average] = sma.compute(series, { period: 20 });
    for (let i = 19; i < series.length; i++) expect(middle![i]).toBeCloseTo(average![i]!, 11);
  });

  it('keeps bands, ratios and score consistent with each other', () => {
    for (let i = 19; i < series.length; i++) {
      const width = upper![i]! - lower![i]!;
      expect(percentB![i]).toBeCloseTo((series.close[i]! - lower![i]!) / width, 9);
      expect(bandwidth![i]).toBeCloseTo(width / middle![i]!, 12);
      expect(z![i]).toBeCloseTo((series.close[i]! - middle![i]!) / (width / 4), 9);
    }
  });

  it('says of a flat window that its place in the band is missing, not that it is some number', () => {
    const bars = { ...seededWalk(1, 5), close: Float64Array.of(3, 0.1, 0.1, 0.1, 0.1) };
    const flat = bollinger.compute(bars, { period: 3, multiplier: 2 });
    expect(flat.map((column) => column[4])).toEqual([0.1, 0.1, 0.1, Number.NaN, 0, Number.NaN]);
  });
});
