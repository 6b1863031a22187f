import type { Json } from '@candor/domain/json';
import { z } from 'zod';
import { restoreState } from './restore-state.ts';

/**
 * Sums of the last n values of two lines that go together (a part and its whole, gains and losses), as `WindowSum` makes each of them, bit
 * for bit: tail of the block before and head of the present one. In one machine, so that a row costs one call and one walk.
 */
export class WindowSumPair {
  readonly #period: number;
  /** Slots 2j and 2j + 1: both values of the present block's row j where j < #at, of the previous block's otherwise. */
  readonly #block: Float64Array;
  /** Likewise: sums of the previous block's values from j to its end; NaN while there was none. The last two are 0. */
  readonly #tails: Float64Array;
  #at = 0;
  #firstHead = 0;
  #secondHead = 0;
  #ready = false;
  #first = Number.NaN;
  #second = Number.NaN;

  constructor(period: number) {
    this.#period = period;
    this.#block = new Float64Array(2 * period);
    this.#tails = new Float64Array(2 * period + 2).fill(Number.NaN, 0, 2 * period);
  }

  get ready(): boolean {
    return this.#ready;
  }

  /** Sum of the first line's window after the latest row; NaN until ready. A restored machine tells it again from the next row on. */
  get first(): number {
    return this.#first;
  }

  /** Sum of the second line's window, likewise. */
  get second(): number {
    return this.#second;
  }

  add(first: number, second: number): void {
    const slot = 2 * this.#at;
    const block = this.#block;
    block[slot] = first;
    block[slot + 1] = second;
    const firstHead = this.#firstHead + first;
    const secondHead = this.#secondHead + second;
    const tails = this.#tails;
    this.#first = tails[slot + 2]! + firstHead;
    this.#second = tails[slot + 3]! + secondHead;
    this.#firstHead = firstHead;
    this.#secondHead = secondHead;
    this.#at++;
    if (this.#at === this.#period) this.#endBlock();
  }

  /** Adds whole columns and writes both sums after each row: the fold of `add`, bit for bit. A sum may be written over its own line. */
  fold(firsts: Float64Array, seconds: Float64Array, firstSums: Float64Array, secondSums: Float64Array): void {
    const { length } = firsts;
    const period = this.#period;
    const block = this.#block;
    const tails = this.#tails;
    let i = 0;
    while (i < length) {
      // Up to the end of the block, or of the rows.
      const end = Math.min(period, this.#at + length - i);
      let firstHead = this.#firstHead;
      let secondHead = this.#secondHead;
      let at = this.#at;
      for (; at < end; at++, i++) {
        const slot = 2 * at;
        const first = firsts[i]!;
        const second = seconds[i]!;
        block[slot] = first;
        block[slot + 1] = second;
        firstHead += first;
        secondHead += second;
        firstSums[i] = tails[slot + 2]! + firstHead;
        secondSums[i] = tails[slot + 3]! + secondHead;
      }
      this.#at = at;
      this.#firstHead = firstHead;
      this.#secondHead = secondHead;
      if (at === period) this.#endBlock();
    }
    if (length > 0) {
      this.#first = firstSums[length - 1]!;
      this.#second = secondSums[length - 1]!;
    }
  }

  snapshot(): Json {
    return { block: Array.from(this.#block, (value) => value + 0), at: this.#at, ready: this.#ready };
  }

  restore(state: Json): void {
    const shape = z.strictObject({
      block: z.array(z.number()).length(2 * this.#period),
      at: z
        .int()
        .min(0)
        .max(this.#period - 1),
      ready: z.boolean(),
    });
    const { block, at, ready } = restoreState('two sums over a window', shape, state);
    this.#block.set(block);
    this.#at = at;
    this.#ready = ready;
    // The sums follow from the values, added in the same order as the first time.
    if (ready) this.#sumTails(at);
    else this.#tails.fill(Number.NaN, 0, 2 * this.#period);
    this.#firstHead = 0;
    this.#secondHead = 0;
    for (let j = 0; j < at; j++) {
      this.#firstHead += this.#block[2 * j]!;
      this.#secondHead += this.#block[2 * j + 1]!;
    }
  }

  #endBlock(): void {
    this.#sumTails(0);
    this.#at = 0;
    this.#firstHead = 0;
    this.#secondHead = 0;
    this.#ready = true;
  }

  #sumTails(from: number): void {
    const block = this.#block;
    const tails = this.#tails;
    let first = 0;
    let second = 0;
    for (let slot = 2 * this.#period - 2; slot >= 2 * from; slot -= 2) {
      first += block[slot]!;
      second += block[slot + 1]!;
      tails[slot] = first;
      tails[slot + 1] = second;
    }
  }
}
