import type { Json } from '@candor/domain/json';
import type { ColumnKernel } from '@candor/domain/ports/indicator';
import { z } from 'zod';
import { restoreState } from './restore-state.ts';

/** Which of several equal extremes counts. */
export type ExtremeTie = 'latest' | 'earliest';

/**
 * How many values ago the highest or lowest of the last n values was (0: it is the newest), at a constant amortised cost: a monotone queue
 * of the values that may still become the extreme, in a ring of typed arrays. `value` is the extreme itself. NaN until n values were seen.
 */
export class RollingExtremeAge implements ColumnKernel {
  readonly #period: number;
  readonly #sign: 1 | -1;
  readonly #earliest: boolean;
  /** A power of two, so that positions wrap by a mask. */
  readonly #mask: number;
  /** The candidates, signed so that the extreme is the highest, from the best and oldest at #first to the newest before #end. */
  readonly #values: Float64Array;
  readonly #indexes: Float64Array;
  #first = 0;
  #end = 0;
  #seen = 0;

  constructor(period: number, which: 'highest' | 'lowest', tie: ExtremeTie = 'latest') {
    this.#period = period;
    this.#sign = which === 'highest' ? 1 : -1;
    this.#earliest = tie === 'earliest';
    const size = 2 ** Math.ceil(Math.log2(period + 1));
    this.#mask = size - 1;
    this.#values = new Float64Array(size);
    this.#indexes = new Float64Array(size);
  }

  get ready(): boolean {
    return this.#seen >= this.#period;
  }

  /** The extreme; NaN until ready. */
  get value(): number {
    return this.ready ? this.#sign * this.#values[this.#first & this.#mask]! : Number.NaN;
  }

  /** Takes a value and returns the age of the extreme in values. */
  next(value: number): number {
    const values = this.#values;
    const indexes = this.#indexes;
    const mask = this.#mask;
    const signed = this.#sign * value;
    const index = this.#seen;
    let first = this.#first;
    let end = this.#end;
    if (this.#earliest) while (end > first && values[(end - 1) & mask]! < signed) end--;
    else while (end > first && values[(end - 1) & mask]! <= signed) end--;
    values[end & mask] = signed;
    indexes[end & mask] = index;
    end++;
    if (indexes[first & mask]! <= index - this.#period) first++;
    // The positions stay below twice the ring, so that they never leave the small integers.
    const wrapped = first > mask ? mask + 1 : 0;
    this.#first = first - wrapped;
    this.#end = end - wrapped;
    this.#seen = index + 1;
    return this.#seen < this.#period ? Number.NaN : index - indexes[first & mask]!;
  }

  /** `out` must not be `values`. */
  fold(values: Float64Array, out: Float64Array): void {
    const period = this.#period;
    let known = 0;
    if (this.#seen === 0 && values.length > 2 * period) {
      // A whole column without the queue, whose comparisons no branch predictor wins; it is filled from the last window.
      writeAges(values, out, period, this.#sign, this.#earliest);
      known = values.length;
      this.#seen = known - period;
    }
    for (let i = this.#seen; i < known; i++) this.next(values[i]!);
    for (let i = known; i < values.length; i++) out[i] = this.next(values[i]!);
  }

  snapshot(): Json {
    const candidates = [];
    for (let at = this.#first; at < this.#end; at++) {
      const slot = at & this.#mask;
      candidates.push({ age: this.#seen - 1 - this.#indexes[slot]!, value: this.#sign * this.#values[slot]! + 0 });
    }
    return { seen: this.#seen, candidates };
  }

  restore(state: Json): void {
    const shape = z.strictObject({
      seen: z.int().min(0),
      candidates: z
        .array(
          z.strictObject({
            age: z
              .int()
              .min(0)
              .max(this.#period - 1),
            value: z.number(),
          }),
        )
        .max(this.#period),
    });
    const { seen, candidates } = restoreState('the age of an extreme', shape, state);
    this.#seen = seen;
    this.#first = 0;
    this.#end = candidates.length;
    candidates.forEach(({ age, value }, slot) => {
      this.#values[slot] = this.#sign * value;
      this.#indexes[slot] = seen - 1 - age;
    });
  }
}

/**
 * The ages over a whole column, in blocks of a window's length: each window is the tail of one and the head of the next (van Herk 1992; Gil
 * & Werman 1993). With branches: a new extreme is seldom, and in a block the head takes over from the tail once.
 */
function writeAges(values: Float64Array, out: Float64Array, period: number, sign: number, earliest: boolean): void {
  // Of each tail of the block before: its extreme, and where in the block it stands.
  const tailValues = new Float64Array(period + 1);
  const tailPlaces = new Int32Array(period + 1);
  out.fill(Number.NaN, 0, period - 1);
  for (let start = 0; start < values.length; start += period) {
    const size = Math.min(period, values.length - start);
    let best = sign * values[start]!;
    let place = 0;
    for (let at = 0; at < size; at++) {
      const value = sign * values[start + at]!;
      if (earliest ? value > best : value >= best) {
        best = value;
        place = at;
      }
      if (at + 1 === period) out[start + at] = at - place;
      else if (start > 0) {
        const tail = tailValues[at + 1]!;
        const inHead = earliest ? best > tail : best >= tail;
        out[start + at] = inHead ? at - place : at + period - tailPlaces[at + 1]!;
      }
    }
    if (size < period) return;
    let tail = sign * values[start + period - 1]!;
    let tailPlace = period - 1;
    for (let at = period - 1; at >= 0; at--) {
      const value = sign * values[start + at]!;
      if (earliest ? value >= tail : value > tail) {
        tail = value;
        tailPlace = at;
      }
      tailValues[at] = tail;
      tailPlaces[at] = tailPlace;
    }
  }
}
