import { expect, it } from 'vitest';
import { luckDensity, luckQuantile } from './luck-density.ts';

const shapes = [1, 4.5, 43, 10_000].map((tries) => ({ standardError: 0.447, tries }));

/** Adds up the density from a ratio on. */
function areaFrom(shape: (typeof shapes)[number], from: number): number {
  const step = 0.0005;
  let area = 0;
  for (let sharpe = from + step / 2; sharpe < 6; sharpe += step) area += luckDensity(shape, sharpe) * step;
  return area;
}

it.each(shapes)('is a density, whatever the tries: $tries', (shape) => {
  expect(areaFrom(shape, -6)).toBeCloseTo(1, 3);
});

it.each(shapes)('leaves beyond a quantile what the quantile says: $tries', (shape) => {
  for (const probability of [0.05, 0.5, 0.95]) {
    expect(areaFrom(shape, luckQuantile(shape, probability))).toBeCloseTo(1 - probability, 3);
  }
});

it('has the luck share beyond the run, as the server counts it', () => {
  // A stored run: one try, Sharpe 0.5405 a year, standard error 0.4474, luck share 0.1135, luck ruled out at 0.7359.
  const shape = { standardError: 0.4473911669167231, tries: 1 };
  expect(areaFrom(shape, 0.5405398359002785)).toBeCloseTo(0.11348, 4);
  expect(luckQuantile(shape, 0.95)).toBeCloseTo(0.7358929835690232, 5);
});

it('moves to the right as more is tried', () => {
  const medians = shapes.map((shape) => luckQuantile(shape, 0.5));
  expect(medians).toEqual(medians.toSorted((one, other) => one - other));
});
