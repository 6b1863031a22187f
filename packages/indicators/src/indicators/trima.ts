import type { Json } from '@candor/domain/json';
import type { ColumnKernel } from '@candor/domain/ports/indicator';
import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { periodParam, requirePeriod } from '../period.ts';
import { restoreState } from '../restore-state.ts';
import { eachStretch } from '../stretches.ts';
import { WindowSum } from '../window-sum.ts';

export const trima = defineIndicator({
  id: 'trima',
  title: 'Triangular moving average',
  summary: 'Simple average of a simple average: the weights rise to the middle of the window and fall again.',
  source: 'TA-Lib TRIMA',
  inputs: ['close'],
  params: z.strictObject({ period: periodParam(20) }),
  outputs: [{ name: 'value', title: 'TRIMA', unit: 'price', pane: 'price' }],
  warmup: ({ period }) => [period - 1],
  create: ({ period }, out) => {
    const average = createTrima(period);
    return {
      parts: { average },
      push: (view) => {
        out[0] = average.next(view.close);
      },
      fold: (series, [value]) => average.fold(series.close, value!),
    };
  },
});

/**
 * Returns the kernel of the triangular average over `period` values (1 to 5000), in their unit: the mean of b means of a values, a and b
 * being (n+1)/2 for odd n, n/2 and n/2 + 1 for even n. Available from index period - 1. Throws `indicators.bad-param`.
 */
export function createTrima(period: number): ColumnKernel {
  return new TrimaKernel(requirePeriod(period));
}

class TrimaKernel implements ColumnKernel {
  readonly #inner: WindowSum;
  readonly #outer: WindowSum;

  constructor(period: number) {
    const inner = Math.ceil(period / 2);
    const outer = Math.floor(period / 2) + 1;
    this.#inner = new WindowSum(inner, inner);
    this.#outer = new WindowSum(outer, outer);
  }

  get ready(): boolean {
    return this.#outer.ready;
  }

  next(value: number): number {
    const mean = this.#inner.next(value);
    return this.#inner.ready ? this.#outer.next(mean) : Number.NaN;
  }

  fold(values: Float64Array, out: Float64Array): void {
    let i = 0;
    for (; i < values.length && !this.#inner.ready; i++) out[i] = this.next(values[i]!);
    eachStretch(i, values.length, (from, to) => {
      const stretch = out.subarray(from, to);
      this.#inner.fold(values.subarray(from, to), stretch);
      this.#outer.fold(stretch, stretch);
    });
  }

  snapshot(): Json {
    return { inner: this.#inner.snapshot(), outer: this.#outer.snapshot() };
  }

  restore(state: Json): void {
    const { inner, outer } = restoreState('a triangular average', TrimaState, state);
    this.#inner.restore(inner);
    this.#outer.restore(outer);
  }
}

const TrimaState = z.strictObject({ inner: z.json(), outer: z.json() });
