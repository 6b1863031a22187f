import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computePair, type PairKernel } from './pair-kernel.ts';
import { createBeta } from './pairs/beta.ts';
import { createCorrelation } from './pairs/correlation.ts';
import { seededWalk } from './seeded-walk.ts';

const x = seededWalk(7, 300).close;
const y = seededWalk(8, 300).close.map((price, i) => price + 0.5 * x[i]!);

const KERNELS = [
  { name: 'correlation', create: createCorrelation, first: (period: number) => period - 1, of: correlationOf },
  { name: 'beta', create: createBeta, first: (period: number) => period, of: betaOf },
] as const;

describe.each(KERNELS)('$name', ({ create, first, of }) => {
  it.each([2, 3, 14, 100])('agrees with two passes over every window of %i', (period) => {
    const values = computePair(create(period), x, y);
    values.forEach((value, i) => {
      if (i < first(period)) expect(value).toBeNaN();
      else expect(value).toBeCloseTo(of(x, y, i, period), 9);
    });
  });

  it('holds nine digits after a stretch a million times larger', () => {
    const scaled = (values: Float64Array) => values.map((value, i) => (i < 150 ? value * 1e6 : value));
    const values = computePair(create(14), scaled(x), scaled(y));
    for (let i = 170; i < 300; i++) expect(values[i]).toBeCloseTo(of(x, y, i, 14), 9);
  });

  it('resumes bit for bit from a snapshot that went through JSON, at any pair', () => {
    const whole = computePair(create(5), x, y);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), (cut) => {
        const kernel = create(5);
        for (let i = 0; i < cut; i++) kernel.next(x[i]!, y[i]!);
        const resumed = create(5);
        computePair(resumed, y, x);
        resumed.restore(JSON.parse(JSON.stringify(kernel.snapshot())));
        expect(resumed.ready).toBe(kernel.ready);
        for (let i = cut; i < 60; i++) expect(resumed.next(x[i]!, y[i]!)).toBe(whole[i]);
      }),
    );
  });

  it('has no value where there is nothing to relate to', () => {
    const flat = new Float64Array(40).fill(0.1);
    expect(computePair(create(5), x.subarray(0, 40), flat)).toEqual(new Float64Array(40).fill(Number.NaN));
  });

  it('refuses a period below 2, unequal lengths and values that are not finite', () => {
    const code = (expected: string) => expect.objectContaining({ code: expected });
    expect(() => create(1)).toThrow(code('indicators.bad-param'));
    expect(() => computePair(create(5), x, y.subarray(1))).toThrow(code('indicators.length-mismatch'));
    expect(() => computePair(create(5), x, y.with(7, Number.NaN))).toThrow(/second series holds NaN at index 7/);
  });

  it('refuses a snapshot of another period', () => {
    expect(() => create(5).restore(create(6).snapshot())).toThrow(
      expect.objectContaining({ code: 'indicators.bad-snapshot' }),
    );
  });
});

describe('correlation', () => {
  it('is 1 of a series with itself and -1 with its mirror, never beyond', () => {
    const mirror = x.map((value) => -value);
    const inside = (kernel: PairKernel, other: Float64Array) => Array.from(computePair(kernel, x, other).subarray(13));
    expect(inside(createCorrelation(14), x).every((value) => value <= 1 && value > 1 - 1e-12)).toBe(true);
    expect(inside(createCorrelation(14), mirror).every((value) => value >= -1 && value < -1 + 1e-12)).toBe(true);
  });
});

describe('beta', () => {
  it('refuses a return from a price of zero', () => {
    expect(() => computePair(createBeta(5), x.with(3, 0), y)).toThrow(/price of the asset is 0/);
    expect(() => computePair(createBeta(5), x, y.with(3, 0))).toThrow(/price of the market is 0/);
  });
});

function comoment(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  return a.reduce((sum, value, i) => sum + (value - meanA) * (b[i]! - meanB), 0);
}

function correlationOf(a: Float64Array, b: Float64Array, at: number, period: number): number {
  const [u, v] = [a, b].map((values) => Array.from(values.subarray(at - period + 1, at + 1)));
  return comoment(u!, v!) / Math.sqrt(comoment(u!, u!) * comoment(v!, v!));
}

function betaOf(asset: Float64Array, market: Float64Array, at: number, period: number): number {
  const returns = (prices: Float64Array) =>
    Array.from({ length: period }, (_, i) => prices[at - i]! / prices[at - i - 1]! - 1);
  return comoment(returns(market), returns(asset)) / comoment(returns(market), returns(market));
}
