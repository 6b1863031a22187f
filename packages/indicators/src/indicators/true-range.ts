import type { Json } from '@candor/domain/json';
import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { jsonNumber, restoreState } from '../restore-state.ts';

export const trueRange = defineIndicator({
  id: 'true-range',
  title: 'True range',
  summary: 'Range of the bar, widened to the close before it.',
  source: 'Wilder, New Concepts in Technical Trading Systems (1978); TA-Lib TRANGE',
  inputs: ['high', 'low', 'close'],
  params: z.strictObject({}),
  outputs: [{ name: 'value', title: 'TR', unit: 'price', pane: 'own' }],
  warmup: () => [1],
  create: (_, out) => {
    const range = createTrueRange();
    return {
      parts: { range },
      push: (view) => {
        out[0] = range.next(view.high, view.low, view.close);
      },
      fold: ({ high, low, close }, [value]) => {
        for (let i = 0; i < close.length; i++) value![i] = range.next(high[i]!, low[i]!, close[i]!);
      },
    };
  },
});

/** Returns the kernel of the true range, in price units; available from the second bar on, since the first has no close before it. */
export function createTrueRange(): TrueRangeKernel {
  return new TrueRangeKernel();
}

/**
 * Returns max(H - L, |H - C1|, |L - C1|) for H ≥ L: the range plus what the close before lies outside of it. Branch-free, since gaps are
 * as unpredictable as prices.
 */
export function trueRangeOf(high: number, low: number, closeBefore: number): number {
  return high - low + positivePart(closeBefore - high) + positivePart(low - closeBefore);
}

function positivePart(value: number): number {
  return (Math.abs(value) + value) * 0.5;
}

export class TrueRangeKernel {
  #closeBefore = Number.NaN;
  #ready = false;

  get ready(): boolean {
    return this.#ready;
  }

  /** Takes a bar and returns its true range; NaN for the first. */
  next(high: number, low: number, close: number): number {
    this.#ready = !Number.isNaN(this.#closeBefore);
    const range = trueRangeOf(high, low, this.#closeBefore);
    this.#closeBefore = close;
    return range;
  }

  snapshot(): Json {
    return { closeBefore: jsonNumber(this.#closeBefore), ready: this.#ready };
  }

  restore(state: Json): void {
    const { closeBefore, ready } = restoreState('a true range', TrueRangeState, state);
    this.#closeBefore = closeBefore ?? Number.NaN;
    this.#ready = ready;
  }
}

const TrueRangeState = z.strictObject({ closeBefore: z.number().nullable(), ready: z.boolean() });
