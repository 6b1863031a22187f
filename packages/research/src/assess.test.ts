import { createRng } from '@candor/domain/rng';
import { dayFromIso, isoFromDay } from '@candor/domain/time';
import type { Trade } from '@candor/domain/trade';
import { describe, expect, it } from 'vitest';
import { type Assessment, assessRun } from './assess.ts';
import type { RunToAssess } from './run-to-assess.ts';

const FIRST = dayFromIso('2020-01-01');

/** A run of `sessions` days with `barsPerSession` bars each, whose closes follow the given daily returns exactly. */
function runOf(daily: readonly number[], barsPerSession = 1, change: Partial<RunToAssess> = {}): RunToAssess {
  const bars = daily.length * barsPerSession;
  const equityUsd = new Float64Array(bars);
  const session = new Int32Array(bars);
  let equity = 100_000;
  for (let day = 0; day < daily.length; day++) {
    for (let bar = 0; bar < barsPerSession; bar++) {
      const share = (bar + 1) / barsPerSession;
      // Inside the session the equity wanders; only its last bar is the close.
      const wander = bar + 1 === barsPerSession ? 0 : 0.02 * Math.sin(day * 7 + bar);
      equityUsd[day * barsPerSession + bar] = equity * (1 + daily[day]! * share + wander);
      session[day * barsPerSession + bar] = FIRST + day;
    }
    equity *= 1 + daily[day]!;
  }
  return {
    startEquityUsd: 100_000,
    equityUsd,
    session,
    barsInvested: Math.ceil(bars / 2),
    periodsPerYear: 252,
    trades: [],
    tradedUsd: 1_000_000,
    costs: { commissionUsd: 100, slippageUsd: 50 },
    ambiguousBars: 0,
    instruments: 1,
    benchmark: undefined,
    trials: { count: 1, varianceOfTrialSharpes: undefined },
    doubledCostReturn: 0.1,
    seed: 7,
    ...change,
  };
}

function noise(seed: number, n: number, mean: number): number[] {
  const rng = createRng(seed);
  return Array.from({ length: n }, () => mean + 0.01 * rng.normal());
}

function trade(grossMicros: number): Trade {
  return {
    sleeveId: 'main',
    symbol: 'AAA',
    direction: 'long',
    quantity: 1,
    entryAt: 0,
    entryPrice: 1,
    exitAt: 1,
    exitPrice: 1,
    grossMicros,
    commissionMicros: 500_000,
    slippageMicros: 0,
    barsHeld: 4,
    exitReason: 'signal',
  };
}

const metricOf = ({ metrics }: Assessment, id: string) => metrics.find((metric) => metric.id === id);
const codes = ({ warnings }: Assessment) => warnings.map(({ code }) => code);

describe('assessment', () => {
  it('is the same for the same input, and survives JSON unchanged', () => {
    const run = runOf(noise(1, 300, 0.001));
    const once = assessRun(run);
    expect(assessRun(run)).toEqual(once);
    expect(JSON.parse(JSON.stringify(once))).toEqual(once);
  });

  it('judges intraday bars by their session closes, as it does daily ones', () => {
    const daily = noise(2, 300, 0.001);
    const one = assessRun(runOf(daily));
    const many = assessRun(runOf(daily, 5));
    expect(many.observations).toBe(300);
    for (const id of ['sharpe', 'volatility', 'maxDrawdown', 'psr', 'cagr', 'var95']) {
      expect(metricOf(many, id)?.value, id).toBeCloseTo(metricOf(one, id)!.value!, 9);
    }
    expect(many.verdict.id).toBe(one.verdict.id);
  });

  it('holds up a strong record and doubts the same one after a thousand tries', () => {
    const daily = noise(3, 750, 0.0012);
    expect(assessRun(runOf(daily)).verdict.id).toBe('holds-up-so-far');
    const trials = { count: 1_000, varianceOfTrialSharpes: undefined };
    expect(assessRun(runOf(daily, 1, { trials })).verdict.id).not.toBe('holds-up-so-far');
  });

  it('has every metric once, with a finite number or a reason, and a meaning', () => {
    for (const daily of [noise(4, 300, 0), Array.from({ length: 300 }, () => 0), [0.01]]) {
      const { metrics } = assessRun(runOf(daily));
      expect(new Set(metrics.map(({ id }) => id)).size).toBe(metrics.length);
      for (const { id, value, reason, missingBecause, explanation } of metrics) {
        expect(value === null ? Boolean(reason && missingBecause) : Number.isFinite(value), id).toBe(true);
        expect(explanation.length, id).toBeGreaterThan(10);
      }
    }
  });

  it('cannot say anything of a run that never traded, and warns', () => {
    const idle = assessRun(
      runOf(
        Array.from({ length: 300 }, () => 0),
        1,
        { barsInvested: 0, tradedUsd: 0 },
      ),
    );
    expect(idle.verdict.id).toBe('cannot-say');
    expect(idle.sharpeInterval).toBeNull();
    expect(metricOf(idle, 'sharpe')).toMatchObject({ value: null, reason: 'ZERO_VARIANCE' });
    expect(codes(idle)).toContain('NEVER_IN_MARKET');
    expect(codes(idle)).not.toContain('FEW_TRADES');
  });

  it('counts only completed trades, after commission', () => {
    const trades = [trade(10_500_000), trade(-4_500_000), { ...trade(99_000_000), exitAt: undefined }];
    const assessment = assessRun(runOf(noise(5, 300, 0.001), 1, { trades }));
    expect(metricOf(assessment, 'trades')?.value).toBe(2);
    expect(metricOf(assessment, 'profitFactor')?.value).toBe(2);
    expect(metricOf(assessment, 'expectancy')?.value).toBe(2.5);
    expect(codes(assessment)).toContain('FEW_TRADES');
  });

  it('shows no infinite number: a profit factor without losses is missing and says so', () => {
    const assessment = assessRun(runOf(noise(5, 300, 0.001), 1, { trades: [trade(2_000_000)] }));
    expect(metricOf(assessment, 'profitFactor')).toMatchObject({ value: null, reason: 'UNBOUNDED' });
  });

  it('compares with a benchmark over the same sessions, and says when there is none', () => {
    const daily = noise(6, 300, 0.001);
    const run = runOf(daily, 3);
    const same = { label: 'Buy and hold AAA', startUsd: 100_000, equityUsd: run.equityUsd };
    const against = assessRun({ ...run, benchmark: same });
    expect(metricOf(against, 'beta')?.value).toBeCloseTo(1, 9);
    expect(metricOf(against, 'excessReturn')?.value).toBeCloseTo(0, 12);
    expect(metricOf(against, 'beta')?.explanation).toContain('Buy and hold AAA');
    expect(codes(against)).not.toContain('NO_BENCHMARK');
    expect(codes(assessRun(run))).toContain('NO_BENCHMARK');
    expect(metricOf(assessRun(run), 'beta')).toMatchObject({ value: null, reason: 'NO_BENCHMARK' });
    const short = { ...same, equityUsd: run.equityUsd.subarray(1) };
    expect(() => assessRun({ ...run, benchmark: short })).toThrow('every bar needs both');
  });

  it('warns of what a careful reader would hold against it', () => {
    const daily = noise(7, 100, 0.0005);
    const weak = assessRun(
      runOf(daily, 1, {
        costs: { commissionUsd: 1e6, slippageUsd: 1e6 },
        ambiguousBars: 3,
        trades: [trade(1)],
        trials: { count: null, varianceOfTrialSharpes: undefined },
        doubledCostReturn: undefined,
      }),
    );
    expect(codes(weak)).toEqual([
      'SHORT_SAMPLE',
      'FEW_TRADES',
      'COSTS_LARGE',
      'AMBIGUOUS_BARS',
      'TRIALS_NOT_COUNTED',
      'DOUBLED_COSTS_NOT_TESTED',
      'NO_BENCHMARK',
      'SINGLE_INSTRUMENT',
    ]);
    const trades = Array.from({ length: 40 }, () => trade(1_000_000));
    const many = runOf(noise(8, 400, 0.002), 1, { trades, instruments: 5 });
    const benchmark = { label: 'Index', startUsd: 1, equityUsd: many.equityUsd };
    expect(codes(assessRun({ ...many, benchmark }))).toEqual([]);
  });

  it('ends its statistics at ruin instead of failing', () => {
    const run = runOf(noise(9, 300, 0));
    run.equityUsd.fill(-5_000, 280);
    const ruined = assessRun(run);
    expect(ruined.observations).toBe(281);
    expect(codes(ruined)[0]).toBe('RUINED');
    expect(metricOf(ruined, 'cagr')).toMatchObject({ value: null, reason: 'RUIN' });
    expect(metricOf(ruined, 'totalReturn')?.value).toBeCloseTo(-1.05, 12);
    expect(ruined.verdict.id).toBe('no-edge');
  });

  it('dates drawdowns and months by session, and months compound to the year', () => {
    const daily = Array.from({ length: 70 }, () => 0.001);
    daily[40] = -0.1;
    daily[60] = 0.2;
    const { drawdowns, monthlyReturns } = assessRun(runOf(daily));
    expect(drawdowns).toEqual([
      {
        depth: expect.closeTo(-0.1, 12),
        startedOn: '2020-02-09',
        troughOn: '2020-02-10',
        recoveredOn: '2020-03-01',
        sessions: 21,
      },
    ]);
    expect(monthlyReturns).toHaveLength(1);
    const [year] = monthlyReturns;
    expect(year?.months.map((value) => value !== null)).toEqual([
      true,
      true,
      true,
      ...Array.from({ length: 9 }, () => false),
    ]);
    const compound = year!.months.reduce((product, value) => (product ?? 1) * (1 + (value ?? 0)), 1)!;
    expect(compound - 1).toBeCloseTo(year!.total, 12);
    expect(year?.months[0]).toBeCloseTo(1.001 ** 31 - 1, 12);
  });

  it('names the rows of the fan by the last bar of their sessions', () => {
    const { fan } = assessRun(runOf(noise(10, 200, 0.001), 3));
    if ('missingBecause' in fan) throw new Error(fan.missingBecause);
    expect(fan.rows.every((row) => row % 3 === 2)).toBe(true);
    expect(fan.rows.at(-1)).toBe(599);
    expect(fan.sessions).toHaveLength(fan.rows.length);
    expect(fan.sessions[0]).toBe(isoFromDay(FIRST + (fan.rows[0]! - 2) / 3));
  });

  it('has at its own costs, among the reruns, the figures of the run', () => {
    const run = runOf(noise(11, 300, 0.001), 2);
    const dearer = runOf(noise(11, 300, 0.0005), 2).equityUsd;
    const costRuns = [
      { multiple: 2, equityUsd: dearer },
      { multiple: 1, equityUsd: run.equityUsd },
    ];
    const assessment = assessRun({ ...run, costRuns, trades: [trade(1e6)] });
    expect(assessment.costFindings.map(({ multiple }) => multiple)).toEqual([1, 2]);
    const [own, doubled] = assessment.costFindings;
    expect(own!.sharpe).toBe(metricOf(assessment, 'sharpe')?.value);
    expect(own!.totalReturn).toBeCloseTo(metricOf(assessment, 'totalReturn')!.value!, 12);
    expect(doubled!.totalReturn).toBeLessThan(own!.totalReturn);
    expect(assessRun(run).costFindings).toEqual([]);
  });

  it('says why a part is missing where nothing varies or everything was lost', () => {
    const flat = assessRun(runOf(Array.from({ length: 300 }, () => 0)));
    for (const each of [flat.luck, flat.fan]) expect(each).toEqual({ missingBecause: expect.stringMatching(/vary/) });
    const run = runOf(noise(9, 300, 0));
    run.equityUsd.fill(-5_000, 280);
    expect(assessRun(run).fan).toEqual({ missingBecause: expect.stringContaining('lost everything') });
  });

  it('refuses columns that cannot be a run', () => {
    const run = runOf(noise(1, 10, 0));
    expect(() => assessRun({ ...run, session: run.session.subarray(1) })).toThrow('every bar needs both');
    expect(() => assessRun({ ...run, equityUsd: new Float64Array(0), session: new Int32Array(0) })).toThrow('no bars');
    const broken = { ...run, equityUsd: run.equityUsd.slice().fill(Number.NaN, 3, 4) };
    expect(() => assessRun(broken)).toThrow('Equity must be finite');
  });
});
