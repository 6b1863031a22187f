import { expect, it } from 'vitest';
import { createVwma } from './vwma.ts';

it('weighs by volume, is missing without any, and does not remember that it was', () => {
  const kernel = createVwma(2);
  const bars = [
    [10, 1],
    [20, 3],
    [30, 0],
    [40, 0],
    [50, 2],
  ] as const;
  expect(bars.map(([price, volume]) => kernel.next(price, volume))).toEqual([Number.NaN, 17.5, 20, Number.NaN, 50]);
});
