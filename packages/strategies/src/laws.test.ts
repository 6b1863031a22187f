import { BarCursor, type BarView } from '@candor/domain/bar';
import type { Json } from '@candor/domain/json';
import type { StrategyContext, StrategyDefinition } from '@candor/domain/ports/strategy';
import { flat, long, type Signal, short } from '@candor/domain/signal';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineStrategy } from './define-strategy.ts';
import { practiceBars } from './laws/practice-bars.ts';
import { faultOfSignal } from './laws/signal-fault.ts';
import { checkStrategyLaws, type LawOptions } from './laws.ts';
import { smaCrossover } from './plugins/sma-crossover.ts';

const bars = practiceBars(800, 3);
const up = long({ confidence: 0.5, reason: 'up' });
const down = short({ confidence: 0.5, reason: 'down' });

type OnBar = (view: BarView, context: StrategyContext) => Signal | undefined;

function strategyOf(create: () => OnBar, warmup = 1): StrategyDefinition {
  return defineStrategy({
    id: 'bad-example',
    title: 'Bad example',
    summary: 'Breaks one law.',
    params: z.object({}),
    warmup: () => warmup,
    create: () => ({ parts: {}, memory: {}, onBar: create() }),
  });
}

function broken(definition: StrategyDefinition, options: LawOptions = {}): Record<string, string> {
  const results = checkStrategyLaws(definition, bars, options);
  return Object.fromEntries(results.filter(({ ok }) => !ok).map(({ law, explanation }) => [law, explanation]));
}

describe('the laws', () => {
  it('find nothing in a sound strategy', () => {
    expect(broken(smaCrossover)).toEqual({});
  });

  it('leave the bars as they were', () => {
    const before = structuredClone({ close: bars.close, high: bars.high, volume: bars.volume, time: bars.time });
    checkStrategyLaws(smaCrossover, bars);
    expect({ close: bars.close, high: bars.high, volume: bars.volume, time: bars.time }).toEqual(before);
  });

  it('name the bar on which a strategy throws', () => {
    const thrower = strategyOf(() => (view) => {
      if (view.index === 40) throw new Error('lost');
      return undefined;
    });
    expect(broken(thrower)).toEqual({ runs: 'On bar 40 it threw: lost' });
  });

  it('catch a signal with NaN', () => {
    const careless = strategyOf(
      () =>
        ({ index }) =>
          index === 7 ? { ...up, confidence: Number.NaN } : undefined,
    );
    expect(broken(careless)['valid signals']).toBe(
      'The signal on bar 7 has a confidence of NaN, which is not in [0,1].',
    );
  });

  it('catch a wish before the warm-up is over, and let the first bar after it speak', () => {
    expect(
      broken(
        strategyOf(
          () =>
            ({ index }) =>
              index === 18 ? up : undefined,
          20,
        ),
      ),
    ).toEqual({
      'respects its warm-up': 'It wished to be long on bar 18, when 19 bars had closed; its warm-up says 20.',
    });
    expect(
      broken(
        strategyOf(
          () =>
            ({ index }) =>
              index === 19 ? up : undefined,
          20,
        ),
      ),
    ).toEqual({});
  });

  it('catch chance', () => {
    expect(broken(strategyOf(() => () => (Math.random() < 0.5 ? up : down)))['repeatable']).toMatch(/^On bar \d+,/);
  });

  it('catch a counter that all instances share', () => {
    let calls = 0;
    expect(broken(strategyOf(() => () => (++calls % 7 === 0 ? up : undefined)))).toHaveProperty('repeatable');
  });

  it('catch a price that all instances share', () => {
    let previous = 0;
    const leaky = strategyOf(() => ({ close, index }) => {
      const rose = close > previous;
      previous = close;
      return index === 0 ? undefined : rose ? up : down;
    });
    const found = broken(leaky);
    expect(found).toHaveProperty(['no hidden state: neighbours']);
    expect(found).not.toHaveProperty('repeatable');
  });

  it('catch a peeker that has got hold of the columns themselves', () => {
    const leaked = bars.close;
    const peeker = strategyOf(
      () =>
        ({ close, index }) =>
          (leaked[index + 1] ?? 0) > close ? up : down,
    );
    expect(broken(peeker)['no peeking: other futures']).toMatch(/^On bar \d+, with the true bars to come it said /);
  });

  it('catch a peeker that has a copy of the prices', () => {
    const copied = Array.from(bars.close);
    const peeker = strategyOf(
      () =>
        ({ close, index }) =>
          (copied[index + 1] ?? 0) > close ? up : flat({ reason: 'down' }),
    );
    expect(broken(peeker)['no peeking: foresight']).toMatch(/has prices of the future/);
  });

  it('catch a peeker that moves the cursor', () => {
    const peeker = strategyOf(() => (view) => {
      const { close, index } = view;
      BarCursor.move(view as BarCursor, index + 1);
      const next = view.close;
      BarCursor.move(view as BarCursor, index);
      return next > close ? up : down;
    });
    const found = broken(peeker);
    expect(found).toHaveProperty(['no peeking: prefixes']);
    expect(found).toHaveProperty(['no peeking: other futures']);
  });

  it('catch a strategy that keeps the view', () => {
    const keeper = strategyOf(() => {
      let yesterday: BarView | undefined;
      return (view) => {
        const rose = yesterday !== undefined && view.close > yesterday.close;
        yesterday = view;
        return rose ? up : undefined;
      };
    });
    expect(broken(keeper)['keeps no view']).toMatch(/^It keeps the view after the bar is over/);
  });

  it('let a bar of the past be kept while it is a bar of its own', () => {
    expect(
      broken(strategyOf(() => (view) => (view.index > 3 && view.ago(3).close < view.close ? up : undefined))),
    ).toEqual({});
  });

  it('catch state outside of parts and memory', () => {
    const hidden = strategyOf(() => {
      let count = 0;
      return () => (++count % 10 === 0 ? up : undefined);
    });
    const found = broken(hidden);
    expect(Object.keys(found)).toEqual(['no hidden state: restore']);
    expect(found['no hidden state: restore']).toMatch(
      /restored from its state after bar \d+ it said nothing\.$|it said/,
    );
  });

  it('catch a state that goes on changing after it was taken', () => {
    const definition: StrategyDefinition = {
      ...strategyOf(() => () => undefined),
      create: () => {
        const memory = { count: 0 };
        return {
          onBar: () => {
            memory.count++;
            return undefined;
          },
          snapshot: () => memory,
          restore: (state: Json) => Object.assign(memory, state),
        };
      },
    };
    expect(broken(definition)['no hidden state: restore']).toMatch(/went on changing with the strategy/);
  });

  it('catch a state that JSON would change', () => {
    const definition = defineStrategy({
      id: 'bad-example',
      title: 'Bad example',
      summary: 'Divides by zero.',
      params: z.object({}),
      warmup: () => 1,
      create: () => {
        const memory = { ratio: 1 };
        return {
          parts: {},
          memory,
          onBar: ({ index }) => {
            if (index > 5) memory.ratio = Number.NaN;
            return undefined;
          },
        };
      },
    });
    expect(broken(definition)['no hidden state: restore']).toMatch(/bad-example\.memory\.ratio is NaN/);
  });

  it('catch an annotation that was known before it happened, and one that is not known yet', () => {
    const marks = (at: number, confirmedAt: number) =>
      strategyOf(() => ({ index }, context) => {
        if (index === 50) context.annotate({ kind: 'pivot', at, confirmedAt });
        return undefined;
      });
    expect(broken(marks(50, 49))['honest annotations']).toMatch(/before that/);
    expect(broken(marks(50, 51))['honest annotations']).toMatch(/later/);
    expect(broken(marks(45, 50))).toEqual({});
  });

  it('catch a look at the clock, where the caller can see it', () => {
    const timed = strategyOf(() => () => (Date.now() > 0 ? undefined : up));
    expect(broken(timed)).toEqual({});
    expect(broken(timed, { watch: watchClock })).toHaveProperty('no clock and no chance');
    expect(broken(smaCrossover, { watch: watchClock })).toEqual({});
  });

  it('note the speed by the clock they are given', () => {
    let now = 0;
    const results = checkStrategyLaws(smaCrossover, bars, { now: () => (now += 4) });
    expect(results.at(-1)).toEqual({
      law: 'speed',
      ok: true,
      explanation: '800 bars took 4.0 ms: 200 thousand bars a second, the checking included.',
    });
  });
});

describe('a signal', () => {
  const close = 100;
  it.each<[string, Signal]>([
    ['a stop above a long', { ...up, stop: 101 }],
    ['a stop at the close', { ...up, stop: 100 }],
    ['a stop below a short', { ...down, stop: 99 }],
    ['a target below a long', { ...up, targets: [99] }],
    ['targets out of order', { ...up, targets: [120, 110] }],
    ['an invalidation above a long', { ...up, invalidation: 101 }],
    ['a price of 0', { ...down, targets: [0] }],
    ['a probability of 2', { ...up, probabilityUp: 2 }],
    ['half a bar of horizon', { ...up, horizonBars: 0.5 }],
    ['no reason', { ...up, reasons: [] }],
    ['an empty reason', { ...up, reasons: [' '] }],
    ['NaN among the features', { ...up, features: { strength: Number.NaN } }],
    ['a code in small letters', { want: 'abstain', code: 'low', reasons: ['few'] }],
    ['a want that is none', { ...up, want: 'up' as 'long' }],
  ])('is refused with %s', (_, signal) => {
    expect(faultOfSignal(signal, close)).toEqual(expect.any(String));
  });

  it.each<[string, Signal]>([
    [
      'a long with its levels',
      { ...up, stop: 95, invalidation: 94, targets: [105, 110], probabilityUp: 0.6, horizonBars: 3 },
    ],
    ['a short with its levels', { ...down, stop: 105, invalidation: 106, targets: [95, 90] }],
    ['an abstention', { want: 'abstain', code: 'NO_MEMORY', reasons: ['none'] }],
    ['leaving', flat({ reason: 'over' })],
  ])('is let through: %s', (_, signal) => {
    expect(faultOfSignal(signal, close)).toBeUndefined();
  });
});

function watchClock(run: () => void): readonly string[] {
  const { now } = Date;
  let asked = false;
  Date.now = () => {
    asked = true;
    return now();
  };
  try {
    run();
  } finally {
    Date.now = now;
  }
  return asked ? ['Date.now'] : [];
}
