import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ReasonFacts, reasonsFor } from './reasons.ts';

const good: ReasonFacts = {
  observations: 1_257,
  netReturn: 0.2866,
  profitUsd: 28_658.16,
  closedTrades: Array.from({ length: 40 }, () => ({ entryOn: '2014-01-02', exitOn: '2014-02-03', netUsd: 700 })),
  exposure: 0.8,
  costsUsd: 900,
  maxDrawdown: -0.151,
  holding: undefined,
  doubled: undefined,
  sharpeInterval: null,
  split: undefined,
};
const sentences = (change: Partial<ReasonFacts>) => reasonsFor({ ...good, ...change }).map(({ sentence }) => sentence);
const codes = (change: Partial<ReasonFacts>) => reasonsFor({ ...good, ...change }).map(({ code }) => code);

const part = (sharpe: number | null) => ({ sessions: 100, totalReturn: 0, sharpe });
const splitAt = (early: number | null, late: number | null) => ({
  early: part(early),
  late: part(late),
  lateFrom: '2016-01-04',
  note: '',
});

describe('reasons', () => {
  it('are those of the picture, in its order', () => {
    const trades = Array.from({ length: 10 }, () => ({ entryOn: '2014-01-02', exitOn: '2014-02-03', netUsd: 1_000 }));
    const change = {
      closedTrades: [...trades, { entryOn: '2015-12-18', exitOn: '2016-05-10', netUsd: 17_511.78 }],
      holding: { name: 'holding WMT', totalReturn: 0.0661, maxDrawdown: -0.42 },
      doubled: { totalReturn: 0.27, sharpe: 0.52 },
    };
    expect(sentences(change)).toEqual([
      '61% of the profit is one trade (18 Dec 2015 to 10 May 2016, +$17,511.78).',
      '11 closed trades. Below 30, win rate and profit factor say little.',
      'Beats holding WMT by 22 points after costs, with the smaller drawdown: −15.1% against −42.0%.',
      'Survives doubled costs: +27.0%, Sharpe 0.52.',
    ]);
    expect(reasonsFor({ ...good, ...change }).map(({ weighs }) => weighs)).toEqual([
      'against',
      'against',
      'for',
      'for',
    ]);
  });

  it('say of one trade that made more than all, and of none that did', () => {
    const one = { entryOn: '2015-12-18', exitOn: '2016-05-10', netUsd: 30_000 };
    expect(sentences({ closedTrades: [...good.closedTrades, one] })).toContain(
      'One trade made more than the whole profit of +$28,658.16 (18 Dec 2015 to 10 May 2016, +$30,000.00).',
    );
    expect(codes({})).toEqual(['NO_SINGLE_TRADE']);
    expect(codes({ profitUsd: -1, netReturn: -0.1 })).toEqual([]);
  });

  it('take doubled costs for nothing where none were paid or nothing was made', () => {
    expect(codes({ doubled: { totalReturn: 0.1, sharpe: 0.3 } })).toContain('SURVIVES_DOUBLED_COSTS');
    expect(codes({ doubled: { totalReturn: 0, sharpe: null } })).toContain('FAILS_DOUBLED_COSTS');
    expect(codes({ doubled: { totalReturn: 0.1, sharpe: 0.3 }, costsUsd: 0 })).toEqual(['NO_COSTS', 'NO_SINGLE_TRADE']);
    expect(codes({ doubled: { totalReturn: -0.1, sharpe: -0.3 }, netReturn: -0.05, profitUsd: -5_000 })).toEqual([]);
  });

  it('weigh early against late', () => {
    expect(codes({ split: splitAt(0.4, 0.8) })).toContain('EARNED_THROUGHOUT');
    expect(codes({ split: splitAt(0.4, -0.2) })).toContain('LOST_LATE');
    expect(sentences({ split: splitAt(0.37, -0.2) })).toContain(
      'Earned early and lost late: Sharpe 0.37 before 4 Jan 2016, −0.20 from then on.',
    );
    expect(codes({ split: splitAt(-0.4, 0.2) })).toContain('EARNED_LATE_ONLY');
    expect(codes({ split: splitAt(null, 0.2) })).toEqual(['NO_SINGLE_TRADE']);
  });

  it('say which of return and drawdown speaks the other way', () => {
    const beside = (totalReturn: number, maxDrawdown: number) =>
      sentences({ holding: { name: 'holding AAA', totalReturn, maxDrawdown } });
    expect(beside(0.9, -0.3)).toContainEqual(expect.stringMatching(/^Trails .* but with the smaller drawdown/));
    expect(beside(0.9, -0.1)).toContainEqual(expect.stringMatching(/^Trails .* with no smaller a drawdown/));
    expect(beside(0.1, -0.1)).toContainEqual(expect.stringMatching(/^Beats .* but with no smaller a drawdown/));
    expect(codes({ holding: { name: 'holding AAA', totalReturn: good.netReturn, maxDrawdown: -0.3 } })).not.toContain(
      'BEATS_HOLDING',
    );
  });

  it('are none of a run that never held anything', () => {
    expect(reasonsFor({ ...good, closedTrades: [], exposure: 0, observations: 20 })).toEqual([]);
  });

  it('are at most two each way, each said once, with no number that is none', () => {
    const figure = fc.double({ min: -2, max: 5, noNaN: true });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const date = fc.constantFrom('2014-01-02', '2015-12-31');
    const facts: fc.Arbitrary<ReasonFacts> = fc.record({
      observations: fc.integer({ min: 1, max: 2_000 }),
      netReturn: figure,
      profitUsd: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      closedTrades: fc.array(
        fc.record({ entryOn: date, exitOn: date, netUsd: fc.double({ min: -1e6, max: 1e6, noNaN: true }) }),
        { maxLength: 50 },
      ),
      exposure: share,
      costsUsd: fc.constantFrom(0, 100),
      maxDrawdown: share.map((depth) => -depth),
      holding: fc.option(
        fc.record({ name: fc.constant('holding AAA'), totalReturn: figure, maxDrawdown: share.map((depth) => -depth) }),
        { nil: undefined },
      ),
      doubled: fc.option(fc.record({ totalReturn: figure, sharpe: fc.option(figure) }), { nil: undefined }),
      sharpeInterval: fc.option(
        figure.map((low) => ({ low, high: low + 1, median: low + 0.5, level: 0.9, resamples: 9, meanBlock: 3 })),
      ),
      split: fc.option(
        fc.tuple(fc.option(figure), fc.option(figure)).map(([early, late]) => splitAt(early, late)),
        { nil: undefined },
      ),
    });
    fc.assert(
      fc.property(facts, (given) => {
        const reasons = reasonsFor(given);
        for (const side of ['for', 'against']) {
          expect(reasons.filter(({ weighs }) => weighs === side).length).toBeLessThanOrEqual(2);
        }
        expect(new Set(reasons.map(({ code }) => code)).size).toBe(reasons.length);
        for (const { sentence } of reasons) {
          expect(sentence).toMatch(/^[A-Z0-9].*\.$/);
          expect(sentence).not.toMatch(/NaN|undefined|null|Infinity/);
        }
      }),
    );
  });
});
