import type { Json } from '@candor/domain/json';
import type { ColumnKernel } from '@candor/domain/ports/indicator';
import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { DelayLine } from '../delay-line.ts';
import { smooth } from '../exponential-kernel.ts';
import { periodParam, requirePeriod } from '../period.ts';
import { jsonNumber, restoreState } from '../restore-state.ts';
import { eachStretch, stretchBuffer } from '../stretches.ts';
import { WindowSum } from '../window-sum.ts';

export const kama = defineIndicator({
  id: 'kama',
  title: 'Kaufman adaptive moving average',
  summary: 'Exponential average that is fast while price moves straight and slow while it wanders.',
  source: 'Kaufman, Smarter Trading (1995); TA-Lib KAMA',
  inputs: ['close'],
  params: z.strictObject({ period: periodParam(10), fast: periodParam(2), slow: periodParam(30) }),
  outputs: [{ name: 'value', title: 'KAMA', unit: 'price', pane: 'price' }],
  warmup: ({ period }) => [period],
  create: (params, out) => {
    const average = createKama(params);
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
 * Returns the kernel of Kaufman's average, in the unit of its values. Its weight is the square of what lies between 2/(slow+1) and
 * 2/(fast+1) at the efficiency ratio |x - x[n]| / Σ|Δx| (1 when nothing moved); it starts from the value before the first it gives, at index
 * `period`. All periods are 1 to 5000. Throws `indicators.bad-param`.
 */
export function createKama({ period = 10, fast = 2, slow = 30 } = {}): ColumnKernel {
  requirePeriod(fast, { name: 'fast' });
  requirePeriod(slow, { name: 'slow' });
  return new KamaKernel(requirePeriod(period), fast, slow);
}

class KamaKernel implements ColumnKernel {
  readonly #past: DelayLine;
  readonly #path: WindowSum;
  readonly #slowWeight: number;
  readonly #weightRange: number;
  #before = Number.NaN;
  /** The last average; before there is one, the last value, from which it will start. */
  #average = Number.NaN;

  constructor(period: number, fast: number, slow: number) {
    this.#past = new DelayLine(period);
    this.#path = new WindowSum(period);
    this.#slowWeight = 2 / (slow + 1);
    this.#weightRange = 2 / (fast + 1) - 2 / (slow + 1);
  }

  get ready(): boolean {
    return this.#path.ready;
  }

  next(value: number): number {
    const old = this.#past.next(value);
    const before = this.#before;
    this.#before = value;
    if (!Number.isNaN(before)) {
      const path = this.#path.next(Math.abs(value - before));
      if (this.#path.ready) {
        this.#average = this.#follow(this.#average, value, old, path);
        return this.#average;
      }
    }
    this.#average = value;
    return Number.NaN;
  }

  fold(values: Float64Array, out: Float64Array): void {
    let i = 0;
    for (; i < values.length && !this.ready; i++) out[i] = this.next(values[i]!);
    const old = stretchBuffer(values.length);
    eachStretch(i, values.length, (from, to) => {
      let before = this.#before;
      for (let j = from; j < to; j++) {
        out[j] = Math.abs(values[j]! - before);
        before = values[j]!;
      }
      this.#before = before;
      const path = out.subarray(from, to);
      this.#path.fold(path, path);
      this.#past.fold(values.subarray(from, to), old);
      let average = this.#average;
      for (let j = from; j < to; j++) {
        average = this.#follow(average, values[j]!, old[j - from]!, out[j]!);
        out[j] = average;
      }
      this.#average = average;
    });
  }

  snapshot(): Json {
    return {
      past: this.#past.snapshot(),
      path: this.#path.snapshot(),
      before: jsonNumber(this.#before),
      average: jsonNumber(this.#average),
    };
  }

  restore(state: Json): void {
    const { past, path, before, average } = restoreState('an adaptive average', KamaState, state);
    this.#past.restore(past);
    this.#path.restore(path);
    this.#before = before ?? Number.NaN;
    this.#average = average ?? Number.NaN;
  }

  #follow(average: number, value: number, old: number, path: number): number {
    const efficiency = path === 0 ? 1 : Math.abs(value - old) / path;
    const root = efficiency * this.#weightRange + this.#slowWeight;
    return smooth(average, value, root * root);
  }
}

const KamaState = z.strictObject({
  past: z.json(),
  path: z.json(),
  before: z.number().nullable(),
  average: z.number().nullable(),
});
