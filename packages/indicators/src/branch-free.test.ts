import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chosen, larger, signOf, smaller } from './branch-free.ts';

const numbers = fc.double({ noDefaultInfinity: true, noNaN: true });

describe('branch-free choices', () => {
  it('are those of the questions with a branch, for any finite numbers', () => {
    fc.assert(
      fc.property(numbers, numbers, fc.boolean(), (a, b, isFirst) => {
        expect(larger(a, b) + 0).toBe(Math.max(a, b) + 0);
        expect(smaller(a, b) + 0).toBe(Math.min(a, b) + 0);
        expect(chosen(isFirst, a, b) + 0).toBe((isFirst ? a : b) + 0);
        expect(signOf(a) + 0).toBe(Math.sign(a) + 0);
      }),
    );
  });
});
