import type { Json } from '@candor/domain/json';
import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { ExponentialKernel, smooth } from '../exponential-kernel.ts';
import { periodParam, requirePeriod } from '../period.ts';
import { jsonNumber, restoreState } from '../restore-state.ts';

export const forceIndex = defineIndicator({
  id: 'force-index',
  title: 'Force index',
  summary: 'Exponential average of the change of the close times the volume behind it.',
  source: 'Elder, Trading for a Living (1993); Stock.Indicators GetForceIndex',
  inputs: ['close', 'volume'],
  params: z.strictObject({ period: periodParam(13) }),
  outputs: [{ name: 'value', title: 'Force index', unit: 'none', priceDegree: 1, pane: 'own' }],
  warmup: ({ period }) => [period],
  create: ({ period }, out) => {
    const force = createForceIndex(period);
    return {
      parts: { force },
      push: (view) => {
        out[0] = force.next(view.close, view.volume);
      },
      fold: ({ close, volume }, [value]) => force.fold(close, volume, value!),
    };
  },
});

/**
 * Returns the kernel of the force index over `period` changes (1 to 5000), in price times volume, seeded with the mean of the first
 * `period` of them; available from index `period`. Throws `indicators.bad-param`.
 */
export function createForceIndex(period: number): ForceIndexKernel {
  return new ForceIndexKernel(requirePeriod(period));
}

export class ForceIndexKernel {
  readonly #average: ExponentialKernel;
  #closeBefore = Number.NaN;

  constructor(period: number) {
    this.#average = new ExponentialKernel(period, 2 / (period + 1), 'sma');
  }

  get ready(): boolean {
    return this.#average.ready;
  }

  /** Takes a bar and returns the force; NaN until ready. */
  next(close: number, volume: number): number {
    const closeBefore = this.#closeBefore;
    this.#closeBefore = close;
    return Number.isNaN(closeBefore) ? Number.NaN : this.#average.next((close - closeBefore) * volume);
  }

  /** Walks whole columns: the fold of `next`, bit for bit. */
  fold(close: Float64Array, volume: Float64Array, out: Float64Array): void {
    let i = 0;
    for (; i < close.length && !this.ready; i++) out[i] = this.next(close[i]!, volume[i]!);
    if (i === close.length) return;
    const { weight } = this.#average;
    let average = this.#average.average;
    let closeBefore = this.#closeBefore;
    for (; i < close.length; i++) {
      average = smooth(average, (close[i]! - closeBefore) * volume[i]!, weight);
      closeBefore = close[i]!;
      out[i] = average;
    }
    this.#average.average = average;
    this.#closeBefore = closeBefore;
  }

  snapshot(): Json {
    return { closeBefore: jsonNumber(this.#closeBefore), average: this.#average.snapshot() };
  }

  restore(state: Json): void {
    const { closeBefore, average } = restoreState('a force index', ForceState, state);
    this.#closeBefore = closeBefore ?? Number.NaN;
    this.#average.restore(average);
  }
}

const ForceState = z.strictObject({ closeBefore: z.number().nullable(), average: z.json() });
