import { BarCursor } from '@candor/domain/bar';
import { flat, long, type Signal } from '@candor/domain/signal';
import { createSma } from '@candor/indicators/indicators/sma';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineStrategy, type StrategyMachine } from './define-strategy.ts';
import { practiceBars } from './laws/practice-bars.ts';

// As the style guide shows it, word for word.
const example = defineStrategy({
  id: 'sma-crossover',
  title: 'SMA crossover',
  summary: 'Long while the fast average is above the slow one.',
  params: z.object({ fast: z.int().min(2).default(10), slow: z.int().min(3).default(30) }),
  warmup: ({ slow }) => slow,
  create: ({ fast, slow }) => {
    const parts = { quick: createSma(fast), calm: createSma(slow) };
    const memory = { above: false };
    return {
      parts,
      memory,
      onBar(view) {
        const quick = parts.quick.next(view.close);
        const calm = parts.calm.next(view.close);
        if (!parts.calm.ready || quick > calm === memory.above) return undefined;
        memory.above = quick > calm;
        return memory.above
          ? long({ confidence: 0.6, reason: 'fast above slow' })
          : flat({ reason: 'fast below slow' });
      },
    };
  },
});

const context = {
  position: { quantity: 0, averagePrice: 0, barsHeld: 0 },
  view: () => undefined,
  annotate: () => undefined,
};

function machineOf(machine: () => StrategyMachine, id = 'one') {
  return defineStrategy({
    id,
    title: 'One',
    summary: 'One.',
    params: z.object({}),
    warmup: () => 1,
    create: machine,
  });
}

const silent = () => undefined;

describe('defineStrategy', () => {
  it('runs the example of the style guide as written, and resumes it from JSON', () => {
    const bars = practiceBars(300, 5);
    const cursor = new BarCursor(bars);
    const whole = example.create(example.parse({}));
    const first = example.create(example.parse({}));
    const second = example.create(example.parse({}));
    const answers: (Signal | undefined)[] = [];
    const resumed: (Signal | undefined)[] = [];
    for (let i = 0; i < bars.length; i++) {
      BarCursor.move(cursor, i);
      if (i === 137) second.restore(JSON.parse(JSON.stringify(first.snapshot())));
      answers.push(whole.onBar(cursor, context));
      resumed.push((i < 137 ? first : second).onBar(cursor, context));
    }
    expect(resumed).toEqual(answers);
    expect(answers.filter(Boolean).length).toBeGreaterThan(5);
  });

  it('fills in defaults, for warm-up too', () => {
    expect(example.parse({ slow: 50 })).toEqual({ fast: 10, slow: 50 });
    expect(example.warmup(example.parse({}))).toBe(30);
  });

  it.each([
    [{ fsat: 3 }, 'Strategy "sma-crossover" has no parameter "fsat". Did you mean "fast"? Known: fast, slow.'],
    [{ fast: 1 }, 'Parameter "fast" of strategy "sma-crossover" must be at least 2; it is 1.'],
    [{ fast: 2.5 }, 'Parameter "fast" of strategy "sma-crossover" must be a whole number; it is 2.5.'],
    [{ slow: '30' }, 'Parameter "slow" of strategy "sma-crossover" must be a number; it is "30".'],
    [null, 'The parameters of strategy "sma-crossover" must be a record.'],
  ])('refuses %j naming field and rule', (raw, message) => {
    for (const refuse of [() => example.parse(raw), () => example.create(raw as never)]) {
      expect(refuse).toThrow(expect.objectContaining({ code: 'strategies.bad-param', kind: 'invalid', message }));
    }
  });

  it('refuses an id that is not in kebab-case', () => {
    expect(() => machineOf(() => ({ parts: {}, memory: {}, onBar: silent }), 'My Strategy')).toThrow(
      expect.objectContaining({ code: 'strategies.bad-definition' }),
    );
  });

  it.each<[string, unknown, string]>([
    ['NaN', { last: Number.NaN }, 'State of one.memory.last is NaN, which JSON turns into null.'],
    ['Infinity', { best: [1, Number.POSITIVE_INFINITY] }, 'State of one.memory.best[1] is Infinity'],
    ['undefined', { last: undefined }, 'State of one.memory.last is undefined, which does not survive JSON.'],
    ['a hole', { list: new Array(2) }, 'State of one.memory.list[0] is undefined'],
    ['a function', { rule: () => 1 }, 'State of one.memory.rule is a function'],
    ['a Map', { seen: new Map() }, 'State of one.memory.seen is an instance of Map'],
    ['a typed array', { ring: new Float64Array(2) }, 'State of one.memory.ring is an instance of Float64Array'],
    ['a list as memory', [1], '"parts" and "memory" of one must be records'],
  ])('refuses at creation a memory with %s', (_, memory, message) => {
    const definition = machineOf(() => ({ parts: {}, memory: memory as object, onBar: silent }));
    expect(() => definition.create({})).toThrow(
      expect.objectContaining({ code: 'strategies.bad-state', message: expect.stringContaining(message) }),
    );
  });

  it('refuses a part that cannot be saved', () => {
    const definition = machineOf(() => ({ parts: { clock: new Date(0) as never }, memory: {}, onBar: silent }));
    expect(() => definition.create({})).toThrow(
      /one\.parts\.clock is an instance of Date without snapshot\(\) and restore\(\)/,
    );
  });

  it('refuses when saving what has gone bad since', () => {
    const memory = { last: 1 };
    const strategy = machineOf(() => ({ parts: {}, memory, onBar: silent })).create({});
    memory.last = Number.NaN;
    expect(() => strategy.snapshot()).toThrow(expect.objectContaining({ code: 'strategies.bad-state' }));
  });

  it('restores in place: lists and records that the author holds stay the live ones', () => {
    const definition = machineOf(() => {
      const memory = { ring: [1, 2, 3], best: { price: 1 } as { price?: number; at?: number }, side: 0 };
      const { ring, best } = memory;
      return {
        parts: {},
        memory,
        onBar: () => {
          ring.push(ring.length + 1);
          best.at = ring.length;
          delete best.price;
          return undefined;
        },
      };
    });
    const one = definition.create({});
    const two = definition.create({});
    one.onBar(undefined as never, context);
    two.restore(one.snapshot());
    one.onBar(undefined as never, context);
    two.onBar(undefined as never, context);
    expect(two.snapshot()).toEqual({ parts: {}, memory: { ring: [1, 2, 3, 4, 5], best: { at: 5 }, side: 0 } });
    expect(one.snapshot()).toEqual(two.snapshot());
  });

  it('saves parts in lists and records', () => {
    const definition = machineOf(() => {
      const parts = { averages: [createSma(2), createSma(3)], by: { name: { deep: createSma(2) } } };
      return {
        parts,
        memory: {},
        onBar: () => {
          for (const average of parts.averages) average.next(7);
          parts.by.name.deep.next(9);
          return undefined;
        },
      };
    });
    const one = definition.create({});
    const fresh = definition.create({}).snapshot();
    one.onBar(undefined as never, context);
    const two = definition.create({});
    two.restore(JSON.parse(JSON.stringify(one.snapshot())));
    expect(two.snapshot()).toEqual(one.snapshot());
    expect(two.snapshot()).not.toEqual(fresh);
  });

  it('refuses the snapshot of something else', () => {
    const strategy = example.create(example.parse({}));
    for (const state of [null, {}, { parts: {}, memory: {} }, { parts: { quick: 1, calm: 1 }, memory: {} }, 5]) {
      expect(() => strategy.restore(state), JSON.stringify(state)).toThrow(
        expect.objectContaining({ code: expect.stringMatching(/bad-snapshot$/) }),
      );
    }
  });
});
