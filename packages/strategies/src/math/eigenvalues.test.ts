import { createRng } from '@candor/domain/rng';
import { describe, expect, it } from 'vitest';
import { eigenvalues } from './eigenvalues.ts';

function sorted(matrix: readonly (readonly number[])[]) {
  return eigenvalues(matrix).sort((a, b) => a.re - b.re || a.im - b.im);
}

describe('eigenvalues', () => {
  it('are the diagonal of a triangular matrix', () => {
    expect(
      sorted([
        [3, 1, 4],
        [0, -1, 5],
        [0, 0, 2],
      ]).map(({ re }) => Math.round(re * 1e12) / 1e12),
    ).toEqual([-1, 2, 3]);
  });

  it('are the cube roots of one for a rotation of three', () => {
    const [a, b, c] = sorted([
      [0, 1, 0],
      [0, 0, 1],
      [1, 0, 0],
    ]);
    expect(a!.re).toBeCloseTo(-0.5, 12);
    expect(a!.im).toBeCloseTo(-Math.sqrt(3) / 2, 12);
    expect(b!.im).toBeCloseTo(Math.sqrt(3) / 2, 12);
    expect(c!.re).toBeCloseTo(1, 12);
  });

  it('give the trace and the trace of the square, for matrices of up to 12 rows', () => {
    const rng = createRng(9);
    for (let size = 1; size <= 12; size++) {
      for (let round = 0; round < 20; round++) {
        const a = Array.from({ length: size }, () => Array.from({ length: size }, () => rng.normal()));
        const values = eigenvalues(a);
        const trace = a.reduce((sum, row, i) => sum + row[i]!, 0);
        const squared = a.reduce(
          (sum, row, i) => sum + row.reduce((inner, value, j) => inner + value * a[j]![i]!, 0),
          0,
        );
        expect(values).toHaveLength(size);
        expect(values.reduce((sum, { re }) => sum + re, 0)).toBeCloseTo(trace, 9);
        expect(values.reduce((sum, { im }) => sum + im, 0)).toBeCloseTo(0, 9);
        expect(values.reduce((sum, { re, im }) => sum + re * re - im * im, 0)).toBeCloseTo(squared, 8);
      }
    }
  });
});
