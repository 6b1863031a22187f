import type { Json } from '@candor/domain/json';
import type { ColumnKernel } from '@candor/domain/ports/indicator';
import { z } from 'zod';
import { restoreState } from './restore-state.ts';

/**
 * Sum of the last n values, divided by `divisor`: n makes it a mean. The window is the tail of the block of n values before and the head
 * of the present one. Sums of all tails are made once a block, the head is summed as it comes: nothing is ever subtracted, so nothing
 * drifts, at two additions a value.
 */
export class WindowSum implements ColumnKernel {
  readonly #period: number;
  readonly #divisor: number;
  /** Slot j: the present block's value where j < #at, the previous block's otherwise. */
  readonly #block: Float64Array;
  /** Slot j: sum of the previous block's values from j to its end; NaN while there was none, which makes the result NaN without a question. The last slot is 0. */
  readonly #tails: Float64Array;
  #at = 0;
  #head = 0;
  #ready = false;

  constructor(period: number, divisor = 1) {
    this.#period = period;
    this.#divisor = divisor;
    this.#block = new Float64Array(period);
    this.#tails = new Float64Array(period + 1).fill(Number.NaN, 0, period);
  }

  get ready(): boolean {
    return this.#ready;
  }

  next(value: number): number {
    const at = this.#at;
    const head = this.#head + value;
    this.#block[at] = value;
    if (at + 1 === this.#period) {
      this.#endBlock();
      return head / this.#divisor;
    }
    this.#at = at + 1;
    this.#head = head;
    return (this.#tails[at + 1]! + head) / this.#divisor;
  }

  fold(values: Float64Array, out: Float64Array): void {
    const period = this.#period;
    const divisor = this.#divisor;
    const block = this.#block;
    const tails = this.#tails;
    let i = 0;
    while (i < values.length) {
      const blocks = this.#at === 0 ? Math.floor((values.length - i) / period) : 0;
      if (blocks > 0) {
        foldBlocks(block, tails, values, out, i, i + blocks * period, divisor);
        this.#ready = true;
        i += blocks * period;
        continue;
      }
      // Up to the end of the block, or of the values.
      const end = Math.min(period, this.#at + values.length - i);
      let head = this.#head;
      let at = this.#at;
      for (; at < end; at++, i++) {
        const value = values[i]!;
        head += value;
        block[at] = value;
        out[i] = (tails[at + 1]! + head) / divisor;
      }
      this.#at = at;
      this.#head = head;
      if (at === period) this.#endBlock();
    }
  }

  snapshot(): Json {
    return { block: Array.from(this.#block, (value) => value + 0), at: this.#at, ready: this.#ready };
  }

  restore(state: Json): void {
    const shape = z.strictObject({
      block: z.array(z.number()).length(this.#period),
      at: z
        .int()
        .min(0)
        .max(this.#period - 1),
      ready: z.boolean(),
    });
    const { block, at, ready } = restoreState('a sum over a window', shape, state);
    this.#block.set(block);
    this.#at = at;
    this.#ready = ready;
    // The sums follow from the values, added in the same order as the first time.
    if (ready) sumTails(this.#block, this.#tails, at);
    else this.#tails.fill(Number.NaN, 0, this.#period);
    this.#head = 0;
    for (let j = 0; j < at; j++) this.#head += this.#block[j]!;
  }

  #endBlock(): void {
    sumTails(this.#block, this.#tails, 0);
    this.#at = 0;
    this.#head = 0;
    this.#ready = true;
  }
}

/** Whole blocks: a loop that begins at nothing and ends with the period is up to a sixth faster, the shorter the period the more. */
function foldBlocks(
  block: Float64Array,
  tails: Float64Array,
  values: Float64Array,
  out: Float64Array,
  begin: number,
  end: number,
  divisor: number,
): void {
  const period = block.length;
  for (let start = begin; start < end; start += period) {
    let head = 0;
    for (let at = 0; at < period; at++) {
      const value = values[start + at]!;
      head += value;
      block[at] = value;
      out[start + at] = (tails[at + 1]! + head) / divisor;
    }
    sumTails(block, tails, 0);
  }
}

function sumTails(block: Float64Array, tails: Float64Array, from: number): void {
  let sum = 0;
  for (let j = block.length - 1; j >= from; j--) {
    sum += block[j]!;
    tails[j] = sum;
  }
}
