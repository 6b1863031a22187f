import type { BarSeries, BarView } from '@candor/domain/bar';
import type { IndicatorDefinition } from '@candor/domain/ports/indicator';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineIndicator, type IndicatorDescription, type IndicatorMachine } from './define-indicator.ts';
import { sma } from './indicators/sma.ts';
import { brokenLaws, INDICATOR_LAWS, sampleParams } from './laws.ts';
import { seededWalk } from './seeded-walk.ts';

type Params = { readonly bars: number };

describe('each law catches the indicator that breaks it', () => {
  it('finds nothing in an honest one', () => {
    expect(brokenLaws(change({}), { bars: 1 }, walk)).toEqual([]);
  });

  it.each<[law: string, definition: IndicatorDefinition]>([
    ['stream-is-batch', change({ fold: inBatch((x, before) => x - before + 1e-12) })],
    ['prefix', change({ fold: inBatch((x, _, after) => after - x) })],
    ['warm-up', { ...change({}), warmup: () => [2] }],
    ['warm-up', eventThatNeverHappens()],
    ['snapshot', change({ parts: {} })],
    ['peek', change({}, { shared: true })],
    ['short', { ...change({}), warmup: () => [3] }],
    ['constant', change({ map: (x) => x / x })],
    ['standstill', change({ map: (x) => 1 / x })],
    ['scale', change({ map: (x) => x * x })],
    ['bad-params', { ...change({}), create: () => change({}).create({ bars: 1 }) }],
    ['bad-input', { ...change({}), compute: (series) => [series.close.slice()] }],
    ['inputs-untouched', change({ fold: ({ close }) => void close.fill(1) })],
  ])('%s', (law, definition) => {
    const found = INDICATOR_LAWS.find(({ id }) => id === law);
    expect(found?.check(definition, { bars: 1 }, walk)).not.toEqual([]);
  });

  it('is asked for every law there is', () => {
    expect(INDICATOR_LAWS).toHaveLength(12);
  });
});

it('samples defaults, minima and every choice', () => {
  expect(sampleParams(sma)).toEqual([{ period: 20 }, { period: 1 }, { period: 2 }, { period: 23 }]);
});

function inBatch(value: (x: number, before: number, after: number) => number) {
  return ({ close }: BarSeries, [out]: readonly Float64Array[]): void => {
    for (let i = 0; i < close.length; i++) {
      out![i] = value(close[i]!, close[i - 1] ?? Number.NaN, close[i + 1] ?? Number.NaN);
    }
  };
}

interface Fault {
  readonly parts?: IndicatorMachine['parts'];
  readonly fold?: IndicatorMachine['fold'];
  readonly map?: (value: number) => number;
}

function eventThatNeverHappens(): IndicatorDefinition {
  const never = change({ map: () => Number.NaN });
  return { ...never, outputs: [{ ...never.outputs[0], mayBeMissing: 'it seldom happens', event: true }] };
}

/** Change of the close, with one fault. */
function change({ parts, fold, map = (x) => x }: Fault, { shared = false } = {}): IndicatorDefinition {
  const common = { value: null as number | null };
  const description: IndicatorDescription<Params> = {
    id: 'change',
    title: 'Change',
    summary: 'Change of the close.',
    source: 'test',
    inputs: ['close'],
    params: z.strictObject({ bars: z.int().min(1).max(1).default(1) }),
    outputs: [{ name: 'value', title: 'Change', unit: 'price', pane: 'own' }],
    warmup: () => [1],
    create: (_, out) => {
      const before = shared ? common : { value: null as number | null };
      const part = {
        snapshot: () => before.value,
        restore: (state: unknown) => {
          before.value = state as number | null;
        },
      };
      return {
        parts: parts ?? { before: part },
        push: ({ close }: BarView) => {
          out[0] = before.value === null ? Number.NaN : map(close - before.value);
          before.value = close;
        },
        ...(fold && { fold }),
      };
    },
  };
  return defineIndicator(description);
}

const walk = seededWalk(3, 300);
