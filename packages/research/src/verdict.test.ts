import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Evidence, judge } from './verdict.ts';

const good: Evidence = {
  observations: 1_000,
  varies: true,
  netReturn: 0.8,
  sharpe: 1.6,
  trials: 1,
  luckShare: 0.001,
  psr: 0.99,
  dsr: 0.99,
  outOfSampleReturn: undefined,
  doubledCostReturn: 0.5,
};
const idOf = (change: Partial<Evidence>) => judge({ ...good, ...change }).id;

describe('the ladder', () => {
  it('holds up when nothing speaks against it', () => {
    expect(idOf({})).toBe('holds-up-so-far');
    expect(idOf({ outOfSampleReturn: 0.01 })).toBe('holds-up-so-far');
  });

  it('cannot say below 250 returns or without variation, and can from 250 on', () => {
    expect(idOf({ observations: 249 })).toBe('cannot-say');
    expect(idOf({ observations: 250 })).toBe('holds-up-so-far');
    expect(idOf({ varies: false })).toBe('cannot-say');
  });

  it('finds no edge in a return of nothing or less', () => {
    expect(idOf({ netReturn: 0 })).toBe('no-edge');
    expect(idOf({ netReturn: -0.1 })).toBe('no-edge');
    expect(idOf({ netReturn: Number.NaN })).toBe('no-edge');
  });

  it('calls it luck when more than half of the skill-less searches do as well', () => {
    expect(idOf({ luckShare: 0.51 })).toBe('probably-luck');
    expect(idOf({ luckShare: 0.5 })).toBe('holds-up-so-far');
  });

  it('asks the deflated ratio of a search and the plain one of a single try', () => {
    expect(idOf({ trials: 1, psr: 0.96, dsr: 0.1 })).toBe('holds-up-so-far');
    expect(idOf({ trials: null, psr: 0.96, dsr: 0.1 })).toBe('holds-up-so-far');
    expect(idOf({ trials: 2, psr: 0.99, dsr: 0.94 })).toBe('not-proven');
    expect(idOf({ trials: 1, psr: 0.9499, dsr: 0.99 })).toBe('not-proven');
    expect(idOf({ psr: 0.95 })).toBe('holds-up-so-far');
  });

  it('takes what is unknown for a doubt, never for a proof', () => {
    expect(idOf({ doubledCostReturn: undefined })).toBe('not-proven');
    expect(idOf({ doubledCostReturn: 0 })).toBe('not-proven');
    expect(idOf({ outOfSampleReturn: 0 })).toBe('not-proven');
    expect(idOf({ psr: undefined })).toBe('not-proven');
  });

  it('goes by the first rung that applies, whatever the ones below say', () => {
    const order = ['cannot-say', 'no-edge', 'probably-luck'] as const;
    const breaks: readonly Partial<Evidence>[] = [{ observations: 10 }, { netReturn: -1 }, { luckShare: 0.9 }];
    fc.assert(
      fc.property(fc.subarray([0, 1, 2], { minLength: 1 }), (broken) => {
        const change = Object.assign({}, ...broken.map((rung) => breaks[rung]!), { doubledCostReturn: -1 });
        expect(idOf(change)).toBe(order[Math.min(...broken)]);
      }),
    );
  });
});

describe('the words', () => {
  it('say the numbers that decided, and what would change them', () => {
    expect(judge({ ...good, netReturn: -0.123 }).why).toContain('-12.3%');
    expect(judge({ ...good, observations: 60 }).why).toContain('60 daily returns');
    expect(judge({ ...good, luckShare: 0.7, trials: 40 }).why).toContain('The best of 40 tries');
    const doubtful = judge({ ...good, trials: 12, dsr: 0.9499, doubledCostReturn: -0.02 });
    expect(doubtful.why, 'rounded down, so that a near miss does not read as a hit').toContain('is 94.9%');
    expect(doubtful.why).toContain('at doubled costs it returned -2.0%');
    expect(doubtful.whatWouldChangeIt).toContain('fewer tries');
  });

  it('are never empty and never show a number that is none', () => {
    const maybe = fc.option(fc.double({ min: -1, max: 1, noNaN: true }), { nil: undefined });
    const evidence = fc.record({
      observations: fc.nat(2_000),
      varies: fc.boolean(),
      netReturn: fc.double({ min: -1, max: 5, noNaN: true }),
      sharpe: maybe,
      trials: fc.option(fc.integer({ min: 1, max: 500 })),
      luckShare: maybe,
      psr: maybe,
      dsr: maybe,
      outOfSampleReturn: maybe,
      doubledCostReturn: maybe,
    });
    fc.assert(
      fc.property(evidence, (one) => {
        const { headline, why, whatWouldChangeIt } = judge(one);
        for (const text of [headline, why, whatWouldChangeIt]) {
          expect(text.length).toBeGreaterThan(10);
          expect(text).not.toMatch(/NaN|undefined|null|Infinity/);
        }
      }),
    );
  });
});
