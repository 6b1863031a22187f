import type { Json } from '@candor/domain/json';
import { z } from 'zod';
import { larger, smaller } from '../branch-free.ts';
import { defineIndicator } from '../define-indicator.ts';
import { periodParam, requirePeriod } from '../period.ts';
import { jsonNumber, restoreState } from '../restore-state.ts';
import { RollingRange } from '../rolling-range.ts';
import { eachStretch, stretchBuffer } from '../stretches.ts';
import { WindowSum } from '../window-sum.ts';
import { trueRangeOf } from './true-range.ts';

export const choppiness = defineIndicator({
  id: 'choppiness',
  title: 'Choppiness index',
  summary: 'How much price walked against how far it came in n bars: near 100 sideways, near 0 in a straight trend.',
  source: 'Dreiss, Choppiness Index (1993); Stock.Indicators',
  inputs: ['high', 'low', 'close'],
  params: z.strictObject({ period: periodParam(14, { min: 2 }) }),
  outputs: [
    { name: 'value', title: 'CHOP', unit: 'percent', pane: 'own', mayBeMissing: 'no ratio while price does not move' },
  ],
  warmup: ({ period }) => [period],
  create: ({ period }, out) => {
    const index = createChoppiness(period);
    return {
      parts: { index },
      push: ({ high, low, close }) => {
        out[0] = index.next(high, low, close);
      },
      fold: ({ high, low, close }, [value]) => index.fold(high, low, close, value!),
    };
  },
});

/**
 * Returns the kernel of 100 log10(ΣTR / (highest true high - lowest true low)) / log10 n over n = `period` bars (2 to 5000), true highs and
 * lows reaching to the close before; in percent, available from index n, NaN while nothing moves. Throws `indicators.bad-param`.
 */
export function createChoppiness(period: number): ChoppinessKernel {
  return new ChoppinessKernel(requirePeriod(period, { min: 2 }));
}

export class ChoppinessKernel {
  readonly #scale: number;
  readonly #walked: WindowSum;
  readonly #range: RollingRange;
  #closeBefore = Number.NaN;

  constructor(period: number) {
    this.#scale = 100 / Math.log(period);
    this.#walked = new WindowSum(period);
    this.#range = new RollingRange(period);
  }

  get ready(): boolean {
    return this.#walked.ready;
  }

  /** Takes a bar and returns the index; NaN until ready. */
  next(high: number, low: number, close: number): number {
    const closeBefore = this.#closeBefore;
    this.#closeBefore = close;
    if (Number.isNaN(closeBefore)) return Number.NaN;
    const walked = this.#walked.next(trueRangeOf(high, low, closeBefore));
    this.#range.add(larger(high, closeBefore), smaller(low, closeBefore));
    return shareOf(walked, this.#range.highest - this.#range.lowest, this.#scale);
  }

  /** Walks whole columns: the fold of `next`, bit for bit. */
  fold(high: Float64Array, low: Float64Array, close: Float64Array, out: Float64Array): void {
    const highs = stretchBuffer(close.length);
    const lows = stretchBuffer(close.length);
    if (close.length > 0) out[0] = this.next(high[0]!, low[0]!, close[0]!);
    eachStretch(1, close.length, (from, to) => {
      const walked = out.subarray(from, to);
      const highest = highs.subarray(0, to - from);
      const lowest = lows.subarray(0, to - from);
      for (let i = from; i < to; i++) {
        const closeBefore = close[i - 1]!;
        walked[i - from] = trueRangeOf(high[i]!, low[i]!, closeBefore);
        highest[i - from] = larger(high[i]!, closeBefore);
        lowest[i - from] = smaller(low[i]!, closeBefore);
      }
      this.#walked.fold(walked, walked);
      this.#range.fold(highest, lowest, highest, lowest);
      for (let j = 0; j < walked.length; j++) walked[j] = shareOf(walked[j]!, highest[j]! - lowest[j]!, this.#scale);
      this.#closeBefore = close[to - 1]!;
    });
  }

  snapshot(): Json {
    return {
      walked: this.#walked.snapshot(),
      range: this.#range.snapshot(),
      closeBefore: jsonNumber(this.#closeBefore),
    };
  }

  restore(state: Json): void {
    const saved = restoreState('a choppiness index', ChoppinessState, state);
    this.#walked.restore(saved.walked);
    this.#range.restore(saved.range);
    this.#closeBefore = saved.closeBefore ?? Number.NaN;
  }
}

const ChoppinessState = z.strictObject({
  walked: z.json(),
  range: z.json(),
  closeBefore: z.number().nullable(),
});

function shareOf(walked: number, span: number, scale: number): number {
  return span === 0 ? Number.NaN : scale * Math.log(walked / span);
}
