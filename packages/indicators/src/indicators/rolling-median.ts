import type { Json } from '@candor/domain/json';
import type { ColumnKernel } from '@candor/domain/ports/indicator';
import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { periodParam, requirePeriod } from '../period.ts';
import { restoreState } from '../restore-state.ts';

export const rollingMedian = defineIndicator({
  id: 'rolling-median',
  title: 'Rolling median',
  summary: 'Middle of the last n closes in order of size; the mean of the two middle ones where n is even.',
  source: 'Tukey, Exploratory Data Analysis (1977), running medians; numpy.median over each window',
  inputs: ['close'],
  params: z.strictObject({ period: periodParam(20) }),
  outputs: [{ name: 'value', title: 'Median', unit: 'price', pane: 'price' }],
  warmup: ({ period }) => [period - 1],
  create: ({ period }, out) => {
    const median = createRollingMedian(period);
    return {
      parts: { median },
      push: (view) => {
        out[0] = median.next(view.close);
      },
      fold: (series, [value]) => median.fold(series.close, value!),
    };
  },
});

/**
 * Returns the kernel of the median of the last `period` values (1 to 5000), in their unit; available from index period - 1. A value costs
 * up to `period` moves within a sorted window. Throws `indicators.bad-param`.
 */
export function createRollingMedian(period: number): ColumnKernel {
  return new RollingMedianKernel(requirePeriod(period));
}

class RollingMedianKernel implements ColumnKernel {
  /** The window in order of arrival, the next to go at #at. */
  readonly #window: Float64Array;
  /** The same values in order of size; slots from #count on are free. */
  readonly #sorted: Float64Array;
  #at = 0;
  #count = 0;

  constructor(period: number) {
    this.#window = new Float64Array(period);
    this.#sorted = new Float64Array(period);
  }

  get ready(): boolean {
    return this.#count === this.#window.length;
  }

  next(value: number): number {
    const window = this.#window;
    const period = window.length;
    if (this.#count < period) {
      settle(this.#sorted, this.#count, ++this.#count, value);
    } else {
      settle(this.#sorted, placeOf(this.#sorted, window[this.#at]!), period, value);
    }
    window[this.#at] = value;
    this.#at = this.#at + 1 === period ? 0 : this.#at + 1;
    if (this.#count < period) return Number.NaN;
    const upper = period >> 1;
    return period % 2 === 1 ? this.#sorted[upper]! : (this.#sorted[upper - 1]! + this.#sorted[upper]!) / 2;
  }

  fold(values: Float64Array, out: Float64Array): void {
    for (let i = 0; i < values.length; i++) out[i] = this.next(values[i]!);
  }

  snapshot(): Json {
    return { window: Array.from(this.#window, (value) => value + 0), at: this.#at, count: this.#count };
  }

  restore(state: Json): void {
    const period = this.#window.length;
    const shape = z.strictObject({
      window: z.array(z.number()).length(period),
      at: z
        .int()
        .min(0)
        .max(period - 1),
      count: z.int().min(0).max(period),
    });
    const { window, at, count } = restoreState('a rolling median', shape, state);
    this.#window.set(window);
    this.#at = at;
    this.#count = count;
    this.#sorted.set(this.#window.slice(0, count).sort());
  }
}

/** Puts the value into the first `count` slots, which are in order but for the free one at `gap`. */
function settle(sorted: Float64Array, gap: number, count: number, value: number): void {
  let at = gap;
  for (; at > 0 && sorted[at - 1]! > value; at--) sorted[at] = sorted[at - 1]!;
  for (; at + 1 < count && sorted[at + 1]! < value; at++) sorted[at] = sorted[at + 1]!;
  sorted[at] = value;
}

/** Index of a value that is known to be there. */
function placeOf(sorted: Float64Array, value: number): number {
  let from = 0;
  let to = sorted.length - 1;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle]! < value) from = middle + 1;
    else to = middle;
  }
  return from;
}
