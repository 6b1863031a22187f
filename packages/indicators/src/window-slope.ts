import type { Json } from '@candor/domain/json';
import type { ColumnKernel } from '@candor/domain/ports/indicator';
import { z } from 'zod';
import { restoreState } from './restore-state.ts';

/**
 * Slope of the least-squares line through the last n values (2 or more), a value apart, at a constant cost a value and without drift: the
 * blocks of the weighted average, with all values taken relative to the first of the present block, which is always inside the window, so
 * that the level of a price costs no digits and equal values have a slope of exactly zero.
 */
export class WindowSlope implements ColumnKernel {
  readonly #period: number;
  /** Mean of the ranks 1 to n, and the sum of the squared distances from it. */
  readonly #middle: number;
  readonly #spread: number;
  readonly #block: Float64Array;
  /** Slot j: plain and ranked sum of the previous block's distances from j to its end; the plain one is NaN while there was none. */
  readonly #plainTails: Float64Array;
  readonly #rankedTails: Float64Array;
  #at = 0;
  #plain = 0;
  #ranked = 0;
  #ready = false;

  constructor(period: number) {
    this.#period = period;
    this.#middle = (period + 1) / 2;
    this.#spread = (period * (period * period - 1)) / 12;
    this.#block = new Float64Array(period);
    this.#plainTails = new Float64Array(period + 1).fill(Number.NaN, 0, period);
    this.#rankedTails = new Float64Array(period + 1);
  }

  get ready(): boolean {
    return this.#ready;
  }

  next(value: number): number {
    if (this.#at === 0) this.#startBlock(value);
    const period = this.#period;
    const head = this.#at + 1;
    const distance = value - this.#block[0]!;
    this.#block[head - 1] = value;
    const plain = this.#plain + distance;
    const ranked = this.#ranked + head * distance;
    const whole = this.#rankedTails[head]! + (period - head) * plain + ranked;
    const slope = (whole - this.#middle * (this.#plainTails[head]! + plain)) / this.#spread;
    this.#plain = plain;
    this.#ranked = ranked;
    this.#at = head;
    if (head === period) this.#endBlock();
    return slope;
  }

  fold(values: Float64Array, out: Float64Array): void {
    const period = this.#period;
    const middle = this.#middle;
    const spread = this.#spread;
    const block = this.#block;
    const plainTails = this.#plainTails;
    const rankedTails = this.#rankedTails;
    let i = 0;
    while (i < values.length) {
      if (this.#at === 0) this.#startBlock(values[i]!);
      const anchor = block[0]!;
      // Up to the end of the block, or of the values.
      const end = Math.min(period, this.#at + values.length - i);
      let plain = this.#plain;
      let ranked = this.#ranked;
      let head = this.#at;
      while (head < end) {
        const value = values[i]!;
        block[head] = value;
        head++;
        const distance = value - anchor;
        plain += distance;
        ranked += head * distance;
        const whole = rankedTails[head]! + (period - head) * plain + ranked;
        out[i] = (whole - middle * (plainTails[head]! + plain)) / spread;
        i++;
      }
      this.#plain = plain;
      this.#ranked = ranked;
      this.#at = head;
      if (head === period) this.#endBlock();
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
    const { block, at, ready } = restoreState('the slope of a window', shape, state);
    this.#block.set(block);
    this.#ready = ready;
    // The sums follow from the values, added in the same order as the first time.
    const anchor = this.#block[0]!;
    this.#plainTails.fill(Number.NaN, 0, this.#period);
    if (ready && at > 0) this.#sumTails(anchor, at);
    this.#plain = 0;
    this.#ranked = 0;
    for (let head = 1; head <= at; head++) {
      const distance = this.#block[head - 1]! - anchor;
      this.#plain += distance;
      this.#ranked += head * distance;
    }
    this.#at = at;
  }

  #startBlock(anchor: number): void {
    if (this.#ready) this.#sumTails(anchor, 1);
    this.#block[0] = anchor;
    this.#plain = 0;
    this.#ranked = 0;
  }

  #endBlock(): void {
    this.#at = 0;
    this.#ready = true;
  }

  #sumTails(anchor: number, from: number): void {
    const block = this.#block;
    let plain = 0;
    let ranked = 0;
    for (let j = this.#period - 1; j >= from; j--) {
      plain += block[j]! - anchor;
      ranked += plain;
      this.#plainTails[j] = plain;
      this.#rankedTails[j] = ranked;
    }
  }
}
