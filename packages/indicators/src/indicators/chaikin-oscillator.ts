import type { Json } from '@candor/domain/json';
import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { ExponentialKernel, smooth } from '../exponential-kernel.ts';
import { periodParam, requireFasterThan, requirePeriod } from '../period.ts';
import { jsonNumber, restoreState } from '../restore-state.ts';
import { moneyFlowVolume } from './accumulation-distribution.ts';

const CHAIKIN_CONVENTIONS = ['talib', 'sma'] as const;

/** `talib`: both averages start at the first value of the line. `sma`: each starts at the mean of its first n values (Stock.Indicators). */
export type ChaikinConvention = (typeof CHAIKIN_CONVENTIONS)[number];

export const chaikinOscillator = defineIndicator({
  id: 'chaikin-oscillator',
  title: 'Chaikin oscillator',
  summary: 'Fast minus slow exponential average of the accumulation/distribution line.',
  source: 'Chaikin; TA-Lib ADOSC (talib); Stock.Indicators (sma)',
  inputs: ['high', 'low', 'close', 'volume'],
  params: z
    .strictObject({
      fast: periodParam(3),
      slow: periodParam(10, { min: 2 }),
      convention: z.enum(CHAIKIN_CONVENTIONS).default('talib'),
    })
    .refine(({ fast, slow }) => fast < slow, { path: ['fast'], error: 'must be smaller than "slow"' }),
  outputs: [{ name: 'value', title: 'Chaikin oscillator', unit: 'volume', pane: 'own' }],
  warmup: ({ slow }) => [slow - 1],
  create: ({ convention, ...periods }, out) => {
    const oscillator = createChaikinOscillator(periods, convention);
    return {
      parts: { oscillator },
      push: (view) => {
        out[0] = oscillator.next(view.high, view.low, view.close, view.volume);
      },
      fold: ({ high, low, close, volume }, [value]) => oscillator.fold(high, low, close, volume, value!),
    };
  },
});

/**
 * Returns the kernel of the Chaikin oscillator, in units of volume; available from index slow - 1. Periods are whole numbers from 1 to
 * 5000 with fast below slow. Throws `indicators.bad-param`.
 */
export function createChaikinOscillator(
  { fast, slow }: { readonly fast: number; readonly slow: number },
  convention: ChaikinConvention = 'talib',
): ChaikinOscillatorKernel {
  requirePeriod(fast, { name: 'fast' });
  requirePeriod(slow, { name: 'slow', min: 2 });
  requireFasterThan(fast, slow);
  return new ChaikinOscillatorKernel(fast, slow, convention);
}

export class ChaikinOscillatorKernel {
  readonly #fast: ExponentialKernel;
  readonly #slow: ExponentialKernel;
  readonly #warmupBars: number;
  #seen = 0;
  #line = 0;

  constructor(fast: number, slow: number, convention: ChaikinConvention) {
    const seed = convention === 'talib' ? 'first' : 'sma';
    this.#fast = new ExponentialKernel(fast, 2 / (fast + 1), seed);
    this.#slow = new ExponentialKernel(slow, 2 / (slow + 1), seed);
    this.#warmupBars = slow;
  }

  get ready(): boolean {
    return this.#seen === this.#warmupBars;
  }

  /** Takes a bar and returns the oscillator; NaN until ready. */
  next(high: number, low: number, close: number, volume: number): number {
    this.#line += moneyFlowVolume(high, low, close, volume);
    const difference = this.#fast.next(this.#line) - this.#slow.next(this.#line);
    if (!this.ready) this.#seen++;
    return this.ready ? difference : Number.NaN;
  }

  /** Walks whole columns: the fold of `next`, bit for bit. */
  fold(high: Float64Array, low: Float64Array, close: Float64Array, volume: Float64Array, out: Float64Array): void {
    let i = 0;
    for (; i < close.length && !this.ready; i++) out[i] = this.next(high[i]!, low[i]!, close[i]!, volume[i]!);
    if (i === close.length) return;
    const fastWeight = this.#fast.weight;
    const slowWeight = this.#slow.weight;
    let fast = this.#fast.average;
    let slow = this.#slow.average;
    let line = this.#line;
    for (; i < close.length; i++) {
      line += moneyFlowVolume(high[i]!, low[i]!, close[i]!, volume[i]!);
      fast = smooth(fast, line, fastWeight);
      slow = smooth(slow, line, slowWeight);
      out[i] = fast - slow;
    }
    this.#fast.average = fast;
    this.#slow.average = slow;
    this.#line = line;
  }

  snapshot(): Json {
    return {
      fast: this.#fast.snapshot(),
      slow: this.#slow.snapshot(),
      seen: this.#seen,
      line: jsonNumber(this.#line),
    };
  }

  restore(state: Json): void {
    const shape = z.strictObject({
      fast: z.json(),
      slow: z.json(),
      seen: z.int().min(0).max(this.#warmupBars),
      line: z.number(),
    });
    const { fast, slow, seen, line } = restoreState('a Chaikin oscillator', shape, state);
    this.#fast.restore(fast);
    this.#slow.restore(slow);
    this.#seen = seen;
    this.#line = line;
  }
}
