import { BarCursor, type BarSeries } from '@candor/domain/bar';
import { createRng } from '@candor/domain/rng';
import type { Signal } from '@candor/domain/signal';
import { describe, expect, it } from 'vitest';
import { practiceBars } from '../laws/practice-bars.ts';
import { markovChain } from './markov-chain.ts';

const context = {
  position: { quantity: 0, averagePrice: 0, barsHeld: 0 },
  view: () => undefined,
  annotate: () => undefined,
};

function signalsOf(series: BarSeries, raw: object): (Signal | undefined)[] {
  const strategy = markovChain.create(markovChain.parse(raw));
  const cursor = new BarCursor(series);
  return Array.from({ length: series.length }, (_, i) => {
    BarCursor.move(cursor, i);
    return strategy.onBar(cursor, context);
  });
}

/** Closes whose returns follow r(t) = memory(t) r(t-1) + 1 % noise. */
function remembering(length: number, memoryAt: (t: number) => number, seed = 6): BarSeries {
  const rng = createRng(seed);
  const series = practiceBars(length, 1);
  let close = 100;
  let last = 0;
  for (let t = 0; t < length; t++) {
    last = memoryAt(t) * last + 0.01 * rng.normal();
    close *= 1 + last;
    series.close[t] = close;
  }
  return series;
}

function directional(signals: readonly (Signal | undefined)[]) {
  return signals.flatMap((signal) => (signal && signal.want !== 'abstain' ? [signal] : []));
}

describe('markov-chain', () => {
  it('wishes up after ups and down after downs where returns continue, and the other way round where they turn back', () => {
    for (const memory of [0.6, -0.6]) {
      const wishes = directional(
        signalsOf(
          remembering(700, () => memory),
          { roundTripCost: 0 },
        ),
      );
      const inState = (state: number) =>
        wishes
          .filter(({ features }) => features?.['state'] === state)
          .map(({ probabilityUp = Number.NaN }) => probabilityUp - 0.5);
      expect(inState(2).length).toBeGreaterThan(20);
      expect(inState(2).every((lean) => lean * memory > 0)).toBe(true);
      expect(inState(0).every((lean) => lean * memory < 0)).toBe(true);
      expect(new Set(wishes.map(({ want }) => want))).toContain('long');
      expect(new Set(wishes.map(({ want }) => want))).toContain('short');
    }
  });

  it('states probability, horizon, confidence and reasons with every wish', () => {
    for (const wish of directional(
      signalsOf(
        remembering(600, () => 0.6),
        {},
      ),
    )) {
      const { probabilityUp = Number.NaN, horizonBars = 0, confidence, reasons } = wish;
      expect(confidence).toBeCloseTo(2 * Math.abs(probabilityUp - 0.5), 12);
      expect(horizonBars).toBeGreaterThanOrEqual(1);
      expect(horizonBars).toBeLessThanOrEqual(10);
      expect(reasons[0]).toMatch(/^From state \d of 3 the chain expects -?\d+\.\d\d% over \d+ bars?; /);
    }
  });

  it('asks for more than the costs', () => {
    const wants = directional(
      signalsOf(
        remembering(600, () => 0.6),
        { roundTripCost: 0.2 },
      ),
    ).map(({ want }) => want);
    expect(new Set(wants)).toEqual(new Set(['flat']));
  });

  it('has no opinion on returns without memory', () => {
    const signals = signalsOf(
      remembering(600, () => 0),
      {},
    ).filter((signal) => signal !== undefined);
    expect(signals.length).toBeGreaterThan(10);
    expect(new Set(signals.map((signal) => signal.want === 'abstain' && signal.code))).toEqual(new Set(['NO_MEMORY']));
  });

  it('has no opinion on prices that never move', () => {
    const still = practiceBars(400, 1);
    still.close.fill(50);
    expect(signalsOf(still, {})[251]).toMatchObject({ want: 'abstain', code: 'NO_MEMORY' });
  });

  it('has no opinion on few transitions', () => {
    const [first] = signalsOf(
      remembering(400, () => 0.7),
      { halfLife: 10 },
    ).filter(Boolean);
    expect(first).toMatchObject({ want: 'abstain', code: 'LOW_EFFECTIVE_N' });
    expect(first?.reasons[0]).toBe('3 states need 90 transitions that still weigh; there are 15');
  });

  it('says so, and lets older bars weigh less, where the law changed within the window', () => {
    const signals = signalsOf(
      remembering(420, (t) => (t < 190 ? 0.75 : -0.75)),
      { lookback: 400 },
    );
    const [first] = signals.filter(Boolean);
    expect(first?.reasons.join()).toMatch(/law of the chain changed within the window \(p = /);
    const steady = signalsOf(
      remembering(420, () => 0.6),
      { lookback: 400 },
    ).filter(Boolean);
    expect(steady[0]?.reasons.join()).not.toMatch(/changed within the window/);
  });

  it('reads pairs of states where two bars of memory tell more than one', () => {
    // The sign of a return is the product of the two signs before it, nearly always.
    const rng = createRng(3);
    const series = practiceBars(1000, 1);
    let close = 100;
    let [before, last] = [1, -1];
    for (let t = 0; t < 1000; t++) {
      const sign = rng.next() < 0.9 ? before * last : -before * last;
      close *= 1 + sign * (0.005 + 0.01 * rng.next());
      series.close[t] = close;
      [before, last] = [last, sign];
    }
    const wishes = directional(signalsOf(series, { states: 2, lookback: 500 }));
    expect(Math.max(...wishes.map(({ features }) => features?.['state'] ?? 0))).toBe(3);
    expect(wishes[0]?.reasons[0]).toMatch(/of 4 the chain expects/);
  });

  it('says nothing before its warm-up, then on its last bar at once', () => {
    const signals = signalsOf(
      remembering(300, () => 0.6),
      { lookback: 100 },
    );
    expect(signals.findIndex(Boolean)).toBe(markovChain.warmup(markovChain.parse({ lookback: 100 })) - 1);
  });

  it('repeats an opinion whose horizon is over and otherwise speaks only when the state or the model changes', () => {
    const signals = signalsOf(
      remembering(600, () => 0.6),
      { reestimateEvery: 5000 },
    );
    let last: Signal | undefined;
    let age = 0;
    for (const signal of signals) {
      age++;
      if (!signal || signal.want === 'abstain') continue;
      if (signal === last) expect(age).toBe(signal.horizonBars);
      [last, age] = [signal, 0];
    }
    expect(signals.filter(Boolean).length).toBeGreaterThan(50);
  });
});
