import type { Json } from '@candor/domain/json';
import type { ColumnKernel } from '@candor/domain/ports/indicator';
import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { periodParam } from '../period.ts';
import { restoreState } from '../restore-state.ts';
import { eachStretch, stretchBuffer } from '../stretches.ts';
import { createSma } from './sma.ts';

/** SMA(fast) - SMA(slow) of (H+L)/2. */
export const awesomeOscillator = defineIndicator({
  id: 'awesome-oscillator',
  title: 'Awesome oscillator',
  summary: 'Fast minus slow simple average of the middle of the bar.',
  source: 'Williams, New Trading Dimensions (1998); Stock.Indicators ToAwesome',
  inputs: ['high', 'low'],
  params: z.strictObject({ fast: periodParam(5), slow: periodParam(34) }),
  outputs: [{ name: 'value', title: 'AO', unit: 'price', pane: 'own' }],
  warmup: ({ fast, slow }) => [Math.max(fast, slow) - 1],
  create: (periods, out) => {
    const oscillator = createAwesomeOscillator(periods);
    return {
      parts: { oscillator },
      push: ({ high, low }) => {
        out[0] = oscillator.next(high, low);
      },
      fold: ({ high, low }, [value]) => oscillator.fold(high, low, value!),
    };
  },
});

/**
 * Returns the kernel of the difference of both averages (1 to 5000 bars), in price units; available from the last index of the longer
 * one's first window. Throws `indicators.bad-param`.
 */
export function createAwesomeOscillator({ fast = 5, slow = 34 } = {}): AwesomeOscillatorKernel {
  return new AwesomeOscillatorKernel(createSma(fast), createSma(slow));
}

export class AwesomeOscillatorKernel {
  readonly #fast: ColumnKernel;
  readonly #slow: ColumnKernel;

  constructor(fast: ColumnKernel, slow: ColumnKernel) {
    this.#fast = fast;
    this.#slow = slow;
  }

  get ready(): boolean {
    return this.#fast.ready && this.#slow.ready;
  }

  /** Takes a bar and returns the oscillator; NaN until ready. */
  next(high: number, low: number): number {
    const middle = (high + low) / 2;
    return this.#fast.next(middle) - this.#slow.next(middle);
  }

  /** Walks whole columns: the fold of `next`, bit for bit. */
  fold(high: Float64Array, low: Float64Array, out: Float64Array): void {
    const middles = stretchBuffer(high.length);
    eachStretch(0, high.length, (from, to) => {
      const middle = middles.subarray(0, to - from);
      for (let i = from; i < to; i++) middle[i - from] = (high[i]! + low[i]!) / 2;
      this.#fast.fold(middle, out.subarray(from, to));
      this.#slow.fold(middle, middle);
      for (let i = from; i < to; i++) out[i] = out[i]! - middle[i - from]!;
    });
  }

  snapshot(): Json {
    return { fast: this.#fast.snapshot(), slow: this.#slow.snapshot() };
  }

  restore(state: Json): void {
    const { fast, slow } = restoreState('an awesome oscillator', AwesomeState, state);
    this.#fast.restore(fast);
    this.#slow.restore(slow);
  }
}

const AwesomeState = z.strictObject({ fast: z.json(), slow: z.json() });
