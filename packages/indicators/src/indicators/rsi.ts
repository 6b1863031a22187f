import type { Json } from '@candor/domain/json';
import type { ColumnKernel } from '@candor/domain/ports/indicator';
import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { ExponentialKernel, smooth } from '../exponential-kernel.ts';
import { periodParam, requirePeriod } from '../period.ts';
import { jsonNumber, restoreState } from '../restore-state.ts';

export const rsi = defineIndicator({
  id: 'rsi',
  title: 'Relative strength index',
  summary:
    'Share of the gains in all movement, Wilder-smoothed, from 0 to 100; 0 when nothing moved (TradingView shows 100).',
  source: 'Wilder, New Concepts in Technical Trading Systems (1978); TA-Lib RSI',
  inputs: ['close'],
  params: z.strictObject({ period: periodParam(14) }),
  outputs: [{ name: 'value', title: 'RSI', unit: 'percent', pane: 'own' }],
  warmup: ({ period }) => [period],
  create: ({ period }, out) => {
    const strength = createRsi(period);
    return {
      parts: { strength },
      push: (view) => {
        out[0] = strength.next(view.close);
      },
      fold: (series, [value]) => strength.fold(series.close, value!),
    };
  },
});

/**
 * Returns the kernel of the relative strength index over `period` changes (1 to 5000), from 0 to 100; available from index `period`.
 * Throws `indicators.bad-param`.
 */
export function createRsi(period: number): ColumnKernel {
  return new RsiKernel(requirePeriod(period));
}

class RsiKernel implements ColumnKernel {
  readonly #gain: ExponentialKernel;
  readonly #loss: ExponentialKernel;
  #before = Number.NaN;

  constructor(period: number) {
    this.#gain = new ExponentialKernel(period, 1 / period, 'sma');
    this.#loss = new ExponentialKernel(period, 1 / period, 'sma');
  }

  get ready(): boolean {
    return this.#loss.ready;
  }

  next(value: number): number {
    const change = value - this.#before;
    this.#before = value;
    if (Number.isNaN(change)) return Number.NaN;
    const gain = this.#gain.next(gainOf(change));
    const loss = this.#loss.next(lossOf(change));
    return strengthOf(gain, loss);
  }

  fold(values: Float64Array, out: Float64Array): void {
    let i = 0;
    for (; i < values.length && !this.ready; i++) out[i] = this.next(values[i]!);
    const { weight } = this.#gain;
    let gain = this.#gain.average;
    let loss = this.#loss.average;
    let before = this.#before;
    for (; i < values.length; i++) {
      const change = values[i]! - before;
      before = values[i]!;
      gain = smooth(gain, gainOf(change), weight);
      loss = smooth(loss, lossOf(change), weight);
      out[i] = strengthOf(gain, loss);
    }
    this.#gain.average = gain;
    this.#loss.average = loss;
    this.#before = before;
  }

  snapshot(): Json {
    return { before: jsonNumber(this.#before), gain: this.#gain.snapshot(), loss: this.#loss.snapshot() };
  }

  restore(state: Json): void {
    const { before, gain, loss } = restoreState('a relative strength index', RsiState, state);
    this.#before = before ?? Number.NaN;
    this.#gain.restore(gain);
    this.#loss.restore(loss);
  }
}

const RsiState = z.strictObject({ before: z.number().nullable(), gain: z.json(), loss: z.json() });

/** Returns the rise in a change, 0 for a fall. Without a branch: whether a bar rises is a coin flip that no branch predictor wins. */
export function gainOf(change: number): number {
  return (Math.abs(change) + change) * 0.5;
}

/** Returns the fall in a change, 0 for a rise. */
export function lossOf(change: number): number {
  return (Math.abs(change) - change) * 0.5;
}

// The share first, so that losses of zero give exactly 100. NaN while the averages are not ready.
function strengthOf(gain: number, loss: number): number {
  const movement = gain + loss;
  return movement === 0 ? 0 : 100 * (gain / movement);
}
