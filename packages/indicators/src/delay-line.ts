import type { Json } from '@candor/domain/json';
import type { ColumnKernel } from '@candor/domain/ports/indicator';
import { z } from 'zod';
import { jsonNumber, restoreState } from './restore-state.ts';

/** The value of `lag` values ago (0: the newest itself); NaN until there is one. The values may be NaN themselves. */
export class DelayLine implements ColumnKernel {
  readonly #lag: number;
  /** NaN where no value was yet, so that reading one early needs no question. */
  readonly #ring: Float64Array;
  #at = 0;
  #full: boolean;

  constructor(lag: number) {
    this.#lag = lag;
    this.#ring = new Float64Array(lag).fill(Number.NaN);
    this.#full = lag === 0;
  }

  /** Whether the next value comes with one of `lag` values before it. */
  get ready(): boolean {
    return this.#full;
  }

  next(value: number): number {
    if (this.#lag === 0) return value;
    const at = this.#at;
    const old = this.#ring[at]!;
    this.#ring[at] = value;
    if (at + 1 < this.#lag) {
      this.#at = at + 1;
    } else {
      this.#at = 0;
      this.#full = true;
    }
    return old;
  }

  /** `out` must not be `values`. */
  fold(values: Float64Array, out: Float64Array): void {
    const lag = this.#lag;
    const ringed = Math.min(lag, values.length);
    for (let i = 0; i < ringed; i++) out[i] = this.next(values[i]!);
    if (values.length <= lag) return;
    out.set(values.subarray(0, values.length - lag), lag);
    this.#ring.set(values.subarray(values.length - lag));
    this.#at = 0;
  }

  snapshot(): Json {
    return { ring: Array.from(this.#ring, jsonNumber), at: this.#at, full: this.#full };
  }

  restore(state: Json): void {
    const shape = z.strictObject({
      ring: z.array(z.number().nullable()).length(this.#lag),
      at: z
        .int()
        .min(0)
        .max(Math.max(0, this.#lag - 1)),
      full: z.boolean(),
    });
    const { ring, at, full } = restoreState('a delay line', shape, state);
    this.#ring.set(ring.map((value, slot) => (full || slot < at ? (value ?? Number.NaN) : Number.NaN)));
    this.#at = at;
    this.#full = full;
  }
}
