import type { Json } from '@candor/domain/json';
import type { ColumnKernel } from '@candor/domain/ports/indicator';
import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { periodParam, requirePeriod } from '../period.ts';
import { SlidingWindow } from '../sliding-window.ts';

export const ulcerIndex = defineIndicator({
  id: 'ulcer-index',
  title: 'Ulcer index',
  summary:
    'How deep and how long price stood below its high of the last n bars: the root mean square of its drawdowns.',
  source: 'Martin & McCann, The Investor’s Guide to Fidelity Funds (1989); Stock.Indicators',
  inputs: ['close'],
  params: z.strictObject({ period: periodParam(14) }),
  outputs: [
    {
      name: 'value',
      title: 'Ulcer',
      unit: 'percent',
      pane: 'own',
      mayBeMissing: 'no percentage of a high that is not above zero',
    },
  ],
  warmup: ({ period }) => [period - 1],
  create: ({ period }, out) => {
    const index = createUlcerIndex(period);
    return {
      parts: { index },
      push: ({ close }) => {
        out[0] = index.next(close);
      },
      fold: ({ close }, [value]) => index.fold(close, value!),
    };
  },
});

/**
 * Returns the kernel of √(mean of (100 (x - running high) / running high)²) over the last `period` values (1 to 5000), the running high
 * being that of the window from its oldest value on; in percent, available from index period - 1. Throws `indicators.bad-param`.
 */
export function createUlcerIndex(period: number): ColumnKernel {
  return new UlcerIndexKernel(requirePeriod(period));
}

class UlcerIndexKernel implements ColumnKernel {
  readonly #window: SlidingWindow;

  constructor(period: number) {
    this.#window = new SlidingWindow(period);
  }

  get ready(): boolean {
    return this.#window.ready;
  }

  next(value: number): number {
    const window = this.#window;
    window.add(value);
    return window.ready ? ulcerOf(window.values, window.start, window.period) : Number.NaN;
  }

  fold(values: Float64Array, out: Float64Array): void {
    const { period } = this.#window;
    let i = 0;
    // As long as the window begins before the column.
    for (; i < values.length && i < period - 1; i++) out[i] = this.next(values[i]!);
    for (let j = i; j < values.length; j++) out[j] = ulcerOf(values, j + 1 - period, period);
    this.#window.addAll(values.subarray(i));
  }

  snapshot(): Json {
    return this.#window.snapshot();
  }

  restore(state: Json): void {
    this.#window.restore(state);
  }
}

function ulcerOf(values: Float64Array, from: number, period: number): number {
  if (!(values[from]! > 0)) return Number.NaN;
  let high = values[from]!;
  let inverse = 1 / high;
  let squares = 0;
  for (let i = from; i < from + period; i++) {
    const value = values[i]!;
    if (value > high) {
      high = value;
      inverse = 1 / high;
    }
    const drawdown = (value - high) * inverse;
    squares += drawdown * drawdown;
  }
  return 100 * Math.sqrt(squares / period);
}
