import { describe, expect, it } from 'vitest';
import { createDema } from './dema.ts';
import { createT3 } from './t3.ts';
import { createTema } from './tema.ts';

const VALUES = [3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29];

describe.each([
  ['createDema', createDema],
  ['createTema', createTema],
] as const)('%s', (_, create) => {
  it('has no lag behind a straight line, however it was seeded, once the seed is forgotten', () => {
    for (const convention of ['talib', 'inner-first', 'first'] as const) {
      const kernel = create(2, convention);
      let last = Number.NaN;
      for (let i = 0; i < 60; i++) last = kernel.next(3 + 2 * i);
      expect(last).toBeCloseTo(3 + 2 * 59, 9);
    }
  });

  it('has under "talib" no lag from its first value on, since the mean of a line lags as its average does', () => {
    const kernel = create(3);
    VALUES.forEach((value) => {
      const got = kernel.next(value);
      if (!Number.isNaN(got)) expect(got).toBeCloseTo(value, 12);
    });
    expect(kernel.ready).toBe(true);
  });

  it('begins under "inner-first" at the mean of the first n values, under "first" at the first', () => {
    const inner = create(3, 'inner-first');
    expect([6, 8, 13].map((value) => inner.next(value))).toEqual([Number.NaN, Number.NaN, 9]);
    expect(create(3, 'first').next(6)).toBe(6);
  });
});

describe('createT3', () => {
  it('is the third average itself without a volume factor, and free of lag with all of it', () => {
    const plain = createT3(3, 0);
    const full = createT3(3, 1);
    for (let i = 0; i < 80; i++) {
      const value = 3 + 2 * i;
      const [lagging, following] = [plain.next(value), full.next(value)];
      if (i < 12) continue;
      expect(lagging, 'each average lags one bar').toBeCloseTo(value - 6, 9);
      expect(following).toBeCloseTo(value, 9);
    }
  });
});
