import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WindowSum } from './window-sum.ts';
import { WindowSumPair } from './window-sum-pair.ts';

const walks = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 });
const periods = fc.integer({ min: 1, max: 9 });

describe('WindowSumPair', () => {
  it('sums each of its lines as a sum of one line does, bit for bit', () => {
    fc.assert(
      fc.property(walks, periods, (values, period) => {
        const pair = new WindowSumPair(period);
        const first = new WindowSum(period);
        const second = new WindowSum(period);
        values.forEach((value, i) => {
          pair.add(value, value * i);
          expect(pair.first + 0).toBe(first.next(value) + 0);
          expect(pair.second + 0).toBe(second.next(value * i) + 0);
          expect(pair.ready).toBe(first.ready);
        });
      }),
    );
  });

  it('folds columns of any length, from any state, also a restored one and in place, as it takes rows one by one', () => {
    fc.assert(
      fc.property(walks, periods, fc.nat(60), (values, period, cut) => {
        const firsts = Float64Array.from(values);
        const seconds = firsts.map((value, i) => value * i);
        const single = new WindowSumPair(period);
        const firstSums = new Float64Array(values.length);
        const secondSums = firstSums.map((_, i) => {
          single.add(firsts[i]!, seconds[i]!);
          firstSums[i] = single.first;
          return single.second;
        });
        const begun = new WindowSumPair(period);
        const resumed = new WindowSumPair(period);
        resumed.add(9, 9);
        const foldPart = (pair: WindowSumPair, from: number, to?: number): void => {
          const first = firsts.subarray(from, to);
          const second = seconds.subarray(from, to);
          pair.fold(first, second, first, second);
        };
        foldPart(begun, 0, cut);
        resumed.restore(begun.snapshot());
        foldPart(resumed, cut);
        expect(firsts).toEqual(firstSums);
        expect(seconds).toEqual(secondSums);
        expect(resumed.snapshot()).toEqual(single.snapshot());
      }),
    );
  });
});
