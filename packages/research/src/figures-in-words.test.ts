import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  casesInWords,
  dateInWords,
  oddsInWords,
  pointsInWords,
  ratioInWords,
  shareInWords,
  signedPercentInWords,
  signedUsdInWords,
} from './figures-in-words.ts';

describe('figures in words', () => {
  it('have a sign on every change and a true minus', () => {
    expect(signedPercentInWords(0.287)).toBe('+28.7%');
    expect(signedPercentInWords(-0.151)).toBe('−15.1%');
    expect(signedPercentInWords(-0.0009)).toBe('−0.09%');
    expect(signedPercentInWords(12.3456)).toBe('+1,234.6%');
    expect(signedUsdInWords(17_511.78)).toBe('+$17,511.78');
    expect(signedUsdInWords(-1_234_567.891)).toBe('−$1,234,567.89');
    expect(ratioInWords(-0.286)).toBe('−0.29');
    expect(pointsInWords(-0.22)).toBe('22 points');
    expect(pointsInWords(0.0061)).toBe('0.6 points');
    expect(pointsInWords(0.01)).toBe('1 point');
  });

  it('have none on what is nothing once it is rounded', () => {
    expect(signedPercentInWords(-0.00001)).toBe('0.00%');
    expect(signedUsdInWords(-0.001)).toBe('$0.00');
    expect(ratioInWords(-0.001)).toBe('0.00');
  });

  it('never call what is nearly sure sure, or what is nearly never never', () => {
    fc.assert(
      fc.property(fc.double({ min: Number.MIN_VALUE, max: 1 - 2 ** -53, noNaN: true }), (share) => {
        expect(shareInWords(share)).not.toMatch(/^(0|100)%$/);
        expect(casesInWords(share)).not.toMatch(/^(0|100) of/);
      }),
    );
    expect(casesInWords(0.643)).toBe('64 of 100');
    expect(shareInWords(0.61)).toBe('61%');
  });

  it('write odds and dates as people do', () => {
    expect([0.9, 0.95, 0.5].map(oddsInWords)).toEqual(['9 in 10', '19 in 20', '5 in 10']);
    expect(dateInWords('2016-01-04')).toBe('4 Jan 2016');
  });
});
