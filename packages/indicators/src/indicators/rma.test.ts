import { expect, it } from 'vitest';
import { createRma } from './rma.ts';

it('moves a share of 1/n towards each value', () => {
  const kernel = createRma(4);
  for (const value of [1, 2, 3, 6]) kernel.next(value);
  expect(kernel.next(7), 'the seed is 3; 2/(n+1) would give 4.6').toBe(4);
});
