import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestOrderedRun } from './longest-ordered-run.ts';

const run = (values: readonly number[]) => Array.from(longestOrderedRun(Float64Array.from(values)), (i) => values[i]);

describe('longestOrderedRun', () => {
  it('leaves out one value that is far ahead, rather than all that follow it', () =>
    expect(run([1, 2, 99, 3, 4])).toEqual([1, 2, 3, 4]));

  it('is strictly increasing and as long as the longest that trying every choice finds', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { maxLength: 10 }), (values) => {
        const found = longestOrderedRun(Float64Array.from(values));
        for (let k = 1; k < found.length; k++) {
          expect(found[k]).toBeGreaterThan(found[k - 1]!);
          expect(values[found[k]!]).toBeGreaterThan(values[found[k - 1]!]!);
        }
        let longest = 0;
        for (let choice = 0; choice < 2 ** values.length; choice++) {
          const chosen = values.filter((_, i) => choice & (1 << i));
          if (chosen.every((value, i) => i === 0 || value > chosen[i - 1]!)) longest = Math.max(longest, chosen.length);
        }
        expect(found.length).toBe(longest);
      }),
    );
  });
});
