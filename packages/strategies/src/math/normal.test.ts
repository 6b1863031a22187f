import { describe, expect, it } from 'vitest';
import { normalCdf, normalPdf, normalQuantile } from './normal.ts';

// Laplace's continued fraction (Abramowitz & Stegun 26.2.14) in 60 decimal digits.
const KNOWN: readonly [number, number][] = [
  [0, 0.5],
  [-0.5, 0.3085375387259869],
  [-1, 0.15865525393145705],
  [1, 0.8413447460685429],
  [-3, 0.0013498980316300946],
  [-6, 9.865876450376981e-10],
  [-8, 6.220960574271785e-16],
  [-20, 2.753624118606234e-89],
  [-37, 5.725571222524577e-300],
];

describe('normalCdf', () => {
  it.each(KNOWN)('at %f is right to 1e-14 relative', (x, p) => {
    expect(Math.abs(normalCdf(x) / p - 1)).toBeLessThan(1e-14);
  });

  it('is symmetric, reaches 0 and 1, and passes NaN on', () => {
    for (let x = 0; x < 8; x += 0.037) expect(normalCdf(x) + normalCdf(-x)).toBeCloseTo(1, 15);
    expect([normalCdf(-Infinity), normalCdf(Infinity), normalCdf(Number.NaN)]).toEqual([0, 1, Number.NaN]);
  });

  it('grows by the density', () => {
    for (let x = -6; x < 6; x += 0.11) {
      const slope = (normalCdf(x + 1e-5) - normalCdf(x - 1e-5)) / 2e-5;
      expect(Math.abs(slope - normalPdf(x))).toBeLessThan(1e-9);
    }
  });
});

describe('normalQuantile', () => {
  it('undoes the cdf to 1e-14 down to the smallest tails', () => {
    for (let x = -37; x < 0.5; x += 0.0371) {
      const back = normalQuantile(normalCdf(x));
      expect(Math.abs(back - x) / Math.max(1, Math.abs(x)), `x = ${x}`).toBeLessThan(1e-14);
    }
  });

  it('is the usual table', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
    expect(normalQuantile(0.005)).toBeCloseTo(-2.5758293035489, 13);
    expect([normalQuantile(0), normalQuantile(0.5), normalQuantile(1)]).toEqual([-Infinity, 0, Infinity]);
  });

  it.each([-0.1, 1.1, Number.NaN])('refuses p = %f', (p) => {
    expect(() => normalQuantile(p)).toThrow(expect.objectContaining({ code: 'strategies.bad-input' }));
  });
});
