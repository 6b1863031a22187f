import type { Json } from '@candor/domain/json';
import type { ColumnKernel } from '@candor/domain/ports/indicator';
import { z } from 'zod';
import { restoreState } from './restore-state.ts';

/**
 * Mean of the last n values with weights 1 (oldest) to n (newest), at a constant cost a value and without drift. As in the plain sum, the
 * window is the tail of the block before and the head of the present one. A tail of m values has weights 1 to m, whatever the head: its sum
 * is made once a block. The k values of the head have weights n-k+1 to n: their sum with 1 to k, plus n-k times their plain sum.
 */
export class WindowWeighted implements ColumnKernel {
  readonly #period: number;
  readonly #divisor: number;
  /** Slot j: the present block's value where j < #at, the previous block's otherwise. */
  readonly #block: Float64Array;
  /** Slot j: weighted sum of the previous block's values from j to its end; NaN while there was none. The last slot is 0. */
  readonly #tails: Float64Array;
  #at = 0;
  #plain = 0;
  #ranked = 0;
  #ready = false;

  constructor(period: number) {
    this.#period = period;
    this.#divisor = (period * (period + 1)) / 2;
    this.#block = new Float64Array(period);
    this.#tails = new Float64Array(period + 1).fill(Number.NaN, 0, period);
  }

  get ready(): boolean {
    return this.#ready;
  }

  next(value: number): number {
    const head = this.#at + 1;
    const plain = this.#plain + value;
    const ranked = this.#ranked + head * value;
    this.#block[head - 1] = value;
    const mean = (this.#tails[head]! + (this.#period - head) * plain + ranked) / this.#divisor;
    if (head === this.#period) {
      this.#endBlock();
    } else {
      this.#at = head;
      this.#plain = plain;
      this.#ranked = ranked;
    }
    return mean;
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
      let plain = this.#plain;
      let ranked = this.#ranked;
      let at = this.#at;
      while (at < end) {
        const value = values[i]!;
        block[at] = value;
        at++;
        plain += value;
        ranked += at * value;
        out[i] = (tails[at]! + (period - at) * plain + ranked) / divisor;
        i++;
      }
      this.#at = at;
      this.#plain = plain;
      this.#ranked = ranked;
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
    const { block, at, ready } = restoreState('a weighted average', shape, state);
    this.#block.set(block);
    this.#at = at;
    this.#ready = ready;
    // The sums follow from the values, added in the same order as the first time.
    if (ready) sumTails(this.#block, this.#tails, at);
    else this.#tails.fill(Number.NaN, 0, this.#period);
    this.#plain = 0;
    this.#ranked = 0;
    for (let head = 1; head <= at; head++) {
      this.#plain += this.#block[head - 1]!;
      this.#ranked += head * this.#block[head - 1]!;
    }
  }

  #endBlock(): void {
    sumTails(this.#block, this.#tails, 0);
    this.#at = 0;
    this.#plain = 0;
    this.#ranked = 0;
    this.#ready = true;
  }
}

/** Whole blocks: a loop that begins at nothing and ends with the period is up to a fifth faster, the shorter the period the more. */
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
    let plain = 0;
    let ranked = 0;
    for (let at = 0; at < period; at++) {
      const value = values[start + at]!;
      block[at] = value;
      plain += value;
      ranked += (at + 1) * value;
      out[start + at] = (tails[at + 1]! + (period - 1 - at) * plain + ranked) / divisor;
    }
    sumTails(block, tails, 0);
  }
}

function sumTails(block: Float64Array, tails: Float64Array, from: number): void {
  let plain = 0;
  let weighted = 0;
  for (let j = block.length - 1; j >= from; j--) {
    plain += block[j]!;
    weighted += plain;
    tails[j] = weighted;
  }
}
