import { expect, it } from 'vitest';
import { seededWalk } from '../seeded-walk.ts';
import { natr } from './natr.ts';

it('has no percentage of a close of zero', () => {
  const walk = seededWalk(3, 60);
  const [value] = natr.compute({ ...walk, close: walk.close.with(30, 0) }, natr.parse({}));
  expect([value![29], value![30], value![31]].map((x) => Number.isNaN(x))).toEqual([false, true, false]);
});
