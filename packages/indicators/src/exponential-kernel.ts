import type { Json } from '@candor/domain/json';
import type { ColumnKernel } from '@candor/domain/ports/indicator';
import { z } from 'zod';
import { jsonNumber, restoreState } from './restore-state.ts';

/** `sma`: starts at the mean of the first n values. `first`: starts at the first value. */
export type ExponentialSeed = 'sma' | 'first';

/** Returns the average after one more value. The one recurrence of every exponentially weighted line in this room. */
export function smooth(average: number, value: number, weight: number): number {
  return average + weight * (value - average);
}

/** Exponentially weighted average with any weight: 2/(n+1) makes an EMA, 1/n a Wilder average. */
export class ExponentialKernel implements ColumnKernel {
  readonly weight: number;
  readonly #seedBars: number;
  #seen = 0;
  // The running sum until the seed is complete, the average from then on.
  #average = 0;

  constructor(period: number, weight: number, seed: ExponentialSeed) {
    this.weight = weight;
    this.#seedBars = seed === 'first' ? 1 : period;
  }

  get ready(): boolean {
    return this.#seen === this.#seedBars;
  }

  /** The latest average, meaningful once ready. A fused loop takes it, walks, and puts it back. */
  get average(): number {
    return this.#average;
  }

  set average(average: number) {
    this.#average = average;
  }

  next(value: number): number {
    if (this.#seen === this.#seedBars) {
      this.#average = smooth(this.#average, value, this.weight);
      return this.#average;
    }
    this.#seen++;
    this.#average += value;
    if (this.#seen < this.#seedBars) return Number.NaN;
    this.#average /= this.#seedBars;
    return this.#average;
  }

  fold(values: Float64Array, out: Float64Array): void {
    let i = 0;
    for (; i < values.length && !this.ready; i++) out[i] = this.next(values[i]!);
    // State in locals: through the object every bar would wait for the store of the one before.
    const { weight } = this;
    let average = this.#average;
    for (; i < values.length; i++) {
      average = smooth(average, values[i]!, weight);
      out[i] = average;
    }
    this.#average = average;
  }

  snapshot(): Json {
    return { seen: this.#seen, average: jsonNumber(this.#average) };
  }

  restore(state: Json): void {
    const { seen, average } = restoreState('an exponential average', this.#shape(), state);
    this.#seen = seen;
    this.#average = average;
  }

  #shape() {
    return z.strictObject({ seen: z.int().min(0).max(this.#seedBars), average: z.number() });
  }
}
