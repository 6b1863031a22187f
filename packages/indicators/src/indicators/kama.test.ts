import { describe, expect, it } from 'vitest';
import { createKama } from './kama.ts';

describe('createKama', () => {
  it('starts from the value before its first and follows a straight line at its fastest', () => {
    const kernel = createKama({ period: 2, fast: 3, slow: 30 });
    expect([10, 20, 30].map((value) => kernel.next(value))).toEqual([Number.NaN, Number.NaN, 20 + 0.25 * 10]);
  });

  it('follows at its slowest where price goes to and fro', () => {
    const kernel = createKama({ period: 2, fast: 2, slow: 3 });
    expect([10, 20, 10].map((value) => kernel.next(value))).toEqual([Number.NaN, Number.NaN, 20 - 0.25 * 10]);
  });

  it('names the period that is wrong', () => {
    expect(() => createKama({ slow: 0 })).toThrow(/"slow"/);
  });
});
