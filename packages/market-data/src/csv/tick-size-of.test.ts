import { expect, it } from 'vitest';
import { tickSizeOf } from './tick-size-of.ts';

const written = (...prices: number[]) => {
  const column = Float64Array.from(prices);
  return tickSizeOf({ open: column, high: column, low: column, close: column });
};

it.each([
  [[10.5, 11.25], 0.01],
  [[10, 11], 0.01],
  [[], 0.01],
  [[10.5, 11.2575], 0.0001],
  [[0.00001234, 0.00001235], 0.00000001],
  [[64_250.1, 64_250.123456], 0.000001],
  [[38.567142486572266, 10.5], 0],
])('finds in %j the finest step that is written, from a cent to eight decimals: %s', (prices, step) => {
  expect(written(...prices)).toBe(step);
});

it('reads every decimal back as the step it was written in', () => {
  for (let decimals = 3; decimals <= 8; decimals++) {
    for (let i = 1; i < 2_000; i += 2) {
      const price = Number(`${i % 911}.${String((i * 7_919) % 10 ** (decimals - 1)).padStart(decimals - 1, '0')}7`);
      expect([price, written(price)]).toEqual([price, Number(`1e-${decimals}`)]);
    }
  }
});
