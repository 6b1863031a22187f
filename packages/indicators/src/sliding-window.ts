import type { Json } from '@candor/domain/json';
import { z } from 'zod';
import { restoreState } from './restore-state.ts';

/**
 * The last n values, oldest first and side by side, for indicators that look at all of them again for each: every value is kept twice, a
 * window apart, so that the window never wraps around.
 */
export class SlidingWindow {
  readonly period: number;
  readonly #twice: Float64Array;
  #at = 0;
  #full = false;

  constructor(period: number) {
    this.period = period;
    this.#twice = new Float64Array(2 * period);
  }

  get ready(): boolean {
    return this.#full;
  }

  /** The values, from slot `start` on: `period` of them once ready. */
  get values(): Float64Array {
    return this.#twice;
  }

  get start(): number {
    return this.#at;
  }

  add(value: number): void {
    const at = this.#at;
    this.#twice[at] = value;
    this.#twice[at + this.period] = value;
    this.#at = at + 1 === this.period ? 0 : at + 1;
    if (this.#at === 0) this.#full = true;
  }

  /** Leaves the window as the column would, of which only the end matters. */
  addAll(values: Float64Array): void {
    for (let i = Math.max(0, values.length - this.period); i < values.length; i++) this.add(values[i]!);
  }

  snapshot(): Json {
    return {
      window: Array.from(this.#twice.subarray(0, this.period), (value) => value + 0),
      at: this.#at,
      full: this.#full,
    };
  }

  restore(state: Json): void {
    const shape = z.strictObject({
      window: z.array(z.number()).length(this.period),
      at: z
        .int()
        .min(0)
        .max(this.period - 1),
      full: z.boolean(),
    });
    const { window, at, full } = restoreState('a sliding window', shape, state);
    this.#twice.set(window);
    this.#twice.set(window, this.period);
    this.#at = at;
    this.#full = full;
  }
}
