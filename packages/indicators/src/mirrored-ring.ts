import type { Json } from '@candor/domain/json';
import { z } from 'zod';
import { jsonNumber, restoreState } from './restore-state.ts';

/**
 * The last n values, oldest first and in one piece, for what must look at all of them: each is written twice, n apart, so that no window
 * wraps around. What is not there yet is NaN.
 */
export class MirroredRing {
  readonly slots: Float64Array;
  readonly #length: number;
  #at = 0;

  constructor(length: number) {
    this.#length = length;
    this.slots = new Float64Array(2 * length).fill(Number.NaN);
  }

  /** Takes a value and returns the slot at which the window begins. */
  add(value: number): number {
    const at = this.#at;
    this.slots[at] = value;
    this.slots[at + this.#length] = value;
    this.#at = at + 1 === this.#length ? 0 : at + 1;
    return at + 1;
  }

  snapshot(): Json {
    return Array.from(this.slots.subarray(this.#at, this.#at + this.#length), jsonNumber);
  }

  restore(state: Json): void {
    const shape = z.array(z.number().nullable()).length(this.#length);
    const values = restoreState('the last values', shape, state).map((value) => value ?? Number.NaN);
    this.slots.set(values);
    this.slots.set(values, this.#length);
    this.#at = 0;
  }
}
