import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundHalfEven, toMicros, toUsd } from './money.ts';

describe('money', () => {
  it('rounds halves to the even integer, on both sides of zero', () => {
    expect([0.5, 1.5, 2.5, -0.5, -1.5, -2.5, 2.4999999, 2.5000001].map((value) => roundHalfEven(value) + 0)).toEqual([
      0, 2, 2, 0, -2, -2, 2, 3,
    ]);
  });

  it('leaves every number that is an integer already as it is, however large', () => {
    fc.assert(fc.property(fc.maxSafeInteger(), (integer) => roundHalfEven(integer) === integer));
    expect(roundHalfEven(2 ** 53)).toBe(2 ** 53);
  });

  it('is never further than a half from what it rounds', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), (value) => {
        const rounded = roundHalfEven(value);
        return Number.isInteger(rounded) && Math.abs(rounded - value) <= 0.5;
      }),
    );
  });

  it('adds up without drift: a million cents are ten thousand dollars', () => {
    let sum = 0;
    for (let i = 0; i < 1_000_000; i++) sum += toMicros(0.01);
    expect(toUsd(sum)).toBe(10_000);
  });
});
