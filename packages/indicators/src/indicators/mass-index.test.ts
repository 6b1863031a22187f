import { expect, it } from 'vitest';
import { seededWalk } from '../seeded-walk.ts';
import { massIndex } from './mass-index.ts';

it('has no value while no bar has a range, and one again when the sum holds no such bar', () => {
  const walk = seededWalk(3, 120);
  const flat = {
    ...walk,
    high: walk.high.map((x, i) => (i < 30 ? 5 : x)),
    low: walk.low.map((x, i) => (i < 30 ? 5 : x)),
  };
  const [value] = massIndex.compute(flat, { period: 10, emaPeriod: 3 });
  expect(value!.subarray(0, 39).every(Number.isNaN)).toBe(true);
  expect(value!.subarray(39).every(Number.isFinite)).toBe(true);
});
