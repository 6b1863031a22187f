import { describe, expect, it } from 'vitest';
import { GapAwareSum } from './gap-aware-sum.ts';
import { GapAwareVariance } from './gap-aware-variance.ts';

const VALUES = [1, 2, 4, Number.NaN, 8, 16, 32, 64, Number.POSITIVE_INFINITY, 1, 2, 4];

describe.each([
  ['one by one', (kernel: GapAwareSum | GapAwareVariance) => VALUES.map((value) => kernel.next(value))],
  [
    'as a column',
    (kernel: GapAwareSum | GapAwareVariance) => {
      const out = new Float64Array(VALUES.length);
      kernel.fold(Float64Array.from(VALUES), out);
      return Array.from(out);
    },
  ],
])('a window with gaps, %s', (_, walk) => {
  it('has no sum while a value is missing from it, and the plain one once it is whole again', () => {
    expect(walk(new GapAwareSum(3))).toEqual([NaN, NaN, 7, NaN, NaN, NaN, 56, 112, NaN, NaN, NaN, 7]);
  });

  it('has no variance while a value is missing from it, and the plain one once it is whole again', () => {
    const variances = walk(new GapAwareVariance(3)).map((value) => Number(value.toFixed(9)));
    expect(variances).toEqual([
      NaN,
      NaN,
      2.333333333,
      NaN,
      NaN,
      NaN,
      149.333333333,
      597.333333333,
      NaN,
      NaN,
      NaN,
      2.333333333,
    ]);
  });
});

it('is not ready while a value is missing', () => {
  const kernel = new GapAwareSum(2);
  const ready = [1, 2, Number.NaN, 3, 4].map((value) => {
    kernel.next(value);
    return kernel.ready;
  });
  expect(ready).toEqual([false, true, false, false, true]);
});
