import type { Json } from '@candor/domain/json';
import type { ColumnKernel } from '@candor/domain/ports/indicator';
import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { periodParam, requirePeriod } from '../period.ts';
import { restoreState } from '../restore-state.ts';
import { eachStretch, stretchBuffer } from '../stretches.ts';
import { WindowWeighted } from '../window-weighted.ts';

export const hma = defineIndicator({
  id: 'hma',
  title: 'Hull moving average',
  summary: 'Weighted average of twice a fast weighted average less a slow one: little lag, little noise.',
  source: 'Hull, Hull Moving Average (2005, alanhull.com); Stock.Indicators',
  inputs: ['close'],
  params: z.strictObject({ period: periodParam(20, { min: 2 }) }),
  outputs: [{ name: 'value', title: 'HMA', unit: 'price', pane: 'price' }],
  warmup: ({ period }) => [period + Math.floor(Math.sqrt(period)) - 2],
  create: ({ period }, out) => {
    const average = createHma(period);
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
 * Returns the kernel of WMA(2 WMA(n/2) - WMA(n), √n) over n = `period` values (2 to 5000), halves and roots rounded down, in their unit;
 * available from index n - 1 + ⌊√n⌋ - 1. Throws `indicators.bad-param`.
 */
export function createHma(period: number): ColumnKernel {
  return new HmaKernel(requirePeriod(period, { min: 2 }));
}

class HmaKernel implements ColumnKernel {
  readonly #half: WindowWeighted;
  readonly #whole: WindowWeighted;
  readonly #smooth: WindowWeighted;

  constructor(period: number) {
    this.#half = new WindowWeighted(Math.floor(period / 2));
    this.#whole = new WindowWeighted(period);
    this.#smooth = new WindowWeighted(Math.floor(Math.sqrt(period)));
  }

  get ready(): boolean {
    return this.#smooth.ready;
  }

  next(value: number): number {
    const half = this.#half.next(value);
    const whole = this.#whole.next(value);
    return this.#whole.ready ? this.#smooth.next(2 * half - whole) : Number.NaN;
  }

  fold(values: Float64Array, out: Float64Array): void {
    let i = 0;
    for (; i < values.length && !this.#whole.ready; i++) out[i] = this.next(values[i]!);
    const whole = stretchBuffer(values.length);
    eachStretch(i, values.length, (from, to) => {
      const stretch = out.subarray(from, to);
      this.#half.fold(values.subarray(from, to), stretch);
      this.#whole.fold(values.subarray(from, to), whole);
      for (let j = 0; j < stretch.length; j++) stretch[j] = 2 * stretch[j]! - whole[j]!;
      this.#smooth.fold(stretch, stretch);
    });
  }

  snapshot(): Json {
    return { half: this.#half.snapshot(), whole: this.#whole.snapshot(), smooth: this.#smooth.snapshot() };
  }

  restore(state: Json): void {
    const { half, whole, smooth } = restoreState('a Hull average', HmaState, state);
    this.#half.restore(half);
    this.#whole.restore(whole);
    this.#smooth.restore(smooth);
  }
}

const HmaState = z.strictObject({ half: z.json(), whole: z.json(), smooth: z.json() });
