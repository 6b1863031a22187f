import type { Json } from '@candor/domain/json';
import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { ExponentialKernel, smooth } from '../exponential-kernel.ts';
import { periodParam, requirePeriod } from '../period.ts';
import { jsonNumber, restoreState } from '../restore-state.ts';
import { rateOfChange } from './roc.ts';

/** One-bar rate of change of EMA(EMA(EMA(close))), each average seeded with the mean of its first n values. */
export const trix = defineIndicator({
  id: 'trix',
  title: 'TRIX',
  summary: 'Change of the three times smoothed close over one bar, in percent.',
  source: 'Hutson, Good Trix, Stocks & Commodities 1:5 (1983); TA-Lib TRIX',
  inputs: ['close'],
  params: z.strictObject({ period: periodParam(15) }),
  outputs: [{ name: 'value', title: 'TRIX', unit: 'percent', pane: 'own' }],
  warmup: ({ period }) => [3 * (period - 1) + 1],
  create: ({ period }, out) => {
    const line = createTrix(period);
    return {
      parts: { line },
      push: ({ close }) => {
        out[0] = line.next(close);
      },
      fold: ({ close }, [value]) => line.fold(close, value!),
    };
  },
});

/** Returns the kernel of TRIX over `period` values (1 to 5000), in percent; available from index 3 (period - 1) + 1. Throws `indicators.bad-param`. */
export function createTrix(period: number): TrixKernel {
  return new TrixKernel(requirePeriod(period));
}

export class TrixKernel {
  readonly #first: ExponentialKernel;
  readonly #second: ExponentialKernel;
  readonly #third: ExponentialKernel;
  #before = Number.NaN;
  #ready = false;

  constructor(period: number) {
    const weight = 2 / (period + 1);
    this.#first = new ExponentialKernel(period, weight, 'sma');
    this.#second = new ExponentialKernel(period, weight, 'sma');
    this.#third = new ExponentialKernel(period, weight, 'sma');
  }

  get ready(): boolean {
    return this.#ready;
  }

  next(value: number): number {
    const once = this.#first.next(value);
    if (!this.#first.ready) return Number.NaN;
    const twice = this.#second.next(once);
    if (!this.#second.ready) return Number.NaN;
    const before = this.#before;
    const thrice = this.#third.next(twice);
    this.#before = thrice;
    this.#ready = !Number.isNaN(before);
    return rateOfChange(thrice, before);
  }

  /** Walks a whole column: the fold of `next`, bit for bit. */
  fold(values: Float64Array, out: Float64Array): void {
    let i = 0;
    for (; i < values.length && !this.ready; i++) out[i] = this.next(values[i]!);
    const { weight } = this.#first;
    let once = this.#first.average;
    let twice = this.#second.average;
    let thrice = this.#third.average;
    for (; i < values.length; i++) {
      const before = thrice;
      once = smooth(once, values[i]!, weight);
      twice = smooth(twice, once, weight);
      thrice = smooth(thrice, twice, weight);
      out[i] = rateOfChange(thrice, before);
    }
    this.#first.average = once;
    this.#second.average = twice;
    this.#third.average = thrice;
    this.#before = thrice;
  }

  snapshot(): Json {
    return {
      averages: [this.#first.snapshot(), this.#second.snapshot(), this.#third.snapshot()],
      before: jsonNumber(this.#before),
      ready: this.#ready,
    };
  }

  restore(state: Json): void {
    const { averages, before, ready } = restoreState('a TRIX', TrixState, state);
    this.#first.restore(averages[0]);
    this.#second.restore(averages[1]);
    this.#third.restore(averages[2]);
    this.#before = before ?? Number.NaN;
    this.#ready = ready;
  }
}

const TrixState = z.strictObject({
  averages: z.tuple([z.json(), z.json(), z.json()]),
  before: z.number().nullable(),
  ready: z.boolean(),
});
