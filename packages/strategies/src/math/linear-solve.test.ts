import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearSolve } from './linear-solve.ts';

const entry = fc.double({ min: -3, max: 3, noNaN: true });

describe('linearSolve', () => {
  it('finds what was multiplied, for several right-hand sides at once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(entry, { minLength: 4, maxLength: 4 }), { minLength: 4, maxLength: 4 }),
        (noise) => {
          // A heavy diagonal keeps the matrix away from having no inverse.
          const a = noise.map((row, i) => row.map((value, j) => value + (i === j ? 15 : 0)));
          const x = [
            [1, -2],
            [0.5, 3],
            [-4, 0],
            [2, 2],
          ];
          const b = a.map((row) =>
            [0, 1].map((column) => row.reduce((sum, value, j) => sum + value * x[j]![column]!, 0)),
          );
          linearSolve(a, b).forEach((row, i) => {
            row.forEach((value, j) => {
              expect(value).toBeCloseTo(x[i]![j]!, 10);
            });
          });
        },
      ),
    );
  });

  it('exchanges rows where a pivot is 0', () => {
    expect(
      linearSolve(
        [
          [0, 1],
          [1, 0],
        ],
        [[2], [3]],
      ),
    ).toEqual([[3], [2]]);
  });

  it('refuses a matrix without inverse', () => {
    expect(() =>
      linearSolve(
        [
          [1, 2],
          [2, 4],
        ],
        [[1], [1]],
      ),
    ).toThrow(expect.objectContaining({ code: 'strategies.bad-input' }));
  });
});
