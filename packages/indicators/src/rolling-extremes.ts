import type { Json } from '@candor/domain/json';
import type { ColumnKernel } from '@candor/domain/ports/indicator';
import { z } from 'zod';
import { restoreState } from './restore-state.ts';

/**
 * Highest or lowest of the last n values, at a constant cost a value (van Herk 1992; Gil & Werman 1993): the window is the tail of the
 * block of n values before and the head of the present one, and the extremes of all tails are made once a block. Three comparisons a value,
 * whose outcome seldom changes: a queue of candidates asks fewer, but ones that no branch predictor wins. `partial` gives a value from the
 * first on, over the shorter window there is; otherwise NaN until n values were seen.
 */
export class RollingExtreme implements ColumnKernel {
  readonly #period: number;
  /** 1 for the highest, -1 for the lowest, which is the highest of the negated values. */
  readonly #sign: 1 | -1;
  readonly #filler: number;
  /** Slot j: the present block's signed value where j < #at, the previous block's otherwise. */
  readonly #block: Float64Array;
  /** Slot j: highest of the previous block's signed values from j to its end; the filler while there was none. The last slot is -Infinity. */
  readonly #tails: Float64Array;
  #at = 0;
  #head = Number.NEGATIVE_INFINITY;
  #seenBlock = false;

  constructor(period: number, which: 'highest' | 'lowest', { partial = false } = {}) {
    this.#period = period;
    this.#sign = which === 'highest' ? 1 : -1;
    this.#filler = partial ? Number.NEGATIVE_INFINITY : Number.NaN;
    this.#block = new Float64Array(period);
    this.#tails = new Float64Array(period + 1).fill(this.#filler);
    this.#tails[period] = Number.NEGATIVE_INFINITY;
  }

  get ready(): boolean {
    return this.#seenBlock || (this.#at > 0 && !Number.isNaN(this.#filler));
  }

  next(value: number): number {
    const at = this.#at;
    const signed = this.#sign * value;
    const head = higher(this.#head, signed);
    this.#block[at] = signed;
    if (at + 1 === this.#period) {
      this.#endBlock();
      return this.#sign * head;
    }
    this.#at = at + 1;
    this.#head = head;
    return this.#sign * higher(this.#tails[at + 1]!, head);
  }

  fold(values: Float64Array, out: Float64Array): void {
    const period = this.#period;
    const sign = this.#sign;
    const block = this.#block;
    const tails = this.#tails;
    let i = 0;
    while (i < values.length) {
      // Up to the end of the block, or of the values.
      const end = Math.min(period, this.#at + values.length - i);
      let head = this.#head;
      let at = this.#at;
      for (; at < end; at++, i++) {
        const signed = sign * values[i]!;
        head = higher(head, signed);
        block[at] = signed;
        out[i] = sign * higher(tails[at + 1]!, head);
      }
      this.#at = at;
      this.#head = head;
      if (at === period) this.#endBlock();
    }
  }

  /**
   * Folds the highest of one column and the lowest of another over windows of one length: the same as two folds, side by side, so that
   * the comparisons of one need not wait for those of the other. A column may be written over the one that it is of.
   */
  static foldBoth(
    highest: RollingExtreme,
    lowest: RollingExtreme,
    highs: Float64Array,
    lows: Float64Array,
    tops: Float64Array,
    bottoms: Float64Array,
  ): void {
    const length = highs.length;
    const period = highest.#period;
    const begin = Math.min(length, highest.#valuesToBlockStart());
    const abreast = period === lowest.#period && highest.#valuesToBlockStart() === lowest.#valuesToBlockStart();
    const end = period < SHORTEST_ABREAST || !abreast ? begin : length - ((length - begin) % period);
    highest.fold(highs.subarray(0, begin), tops.subarray(0, begin));
    lowest.fold(lows.subarray(0, begin), bottoms.subarray(0, begin));
    if (end > begin)
      foldBlocks(highest.#block, highest.#tails, lowest.#block, lowest.#tails, highs, lows, tops, bottoms, begin, end);
    highest.fold(highs.subarray(end), tops.subarray(end));
    lowest.fold(lows.subarray(end), bottoms.subarray(end));
  }

  // Until a block begins that has one before it.
  #valuesToBlockStart(): number {
    if (this.#at > 0) return this.#period - this.#at;
    return this.#seenBlock ? 0 : this.#period;
  }

  snapshot(): Json {
    return {
      block: Array.from(this.#block, (signed) => this.#sign * signed + 0),
      at: this.#at,
      seenBlock: this.#seenBlock,
    };
  }

  restore(state: Json): void {
    const shape = z.strictObject({
      block: z.array(z.number()).length(this.#period),
      at: z
        .int()
        .min(0)
        .max(this.#period - 1),
      seenBlock: z.boolean(),
    });
    const { block, at, seenBlock } = restoreState('an extreme of a window', shape, state);
    this.#block.set(block.map((value) => this.#sign * value));
    this.#at = at;
    this.#seenBlock = seenBlock;
    // The extremes follow from the values.
    if (seenBlock) this.#scanTails(at);
    else this.#tails.fill(this.#filler, 0, this.#period);
    this.#head = Number.NEGATIVE_INFINITY;
    for (let j = 0; j < at; j++) this.#head = higher(this.#head, this.#block[j]!);
  }

  #endBlock(): void {
    this.#scanTails(0);
    this.#at = 0;
    this.#head = Number.NEGATIVE_INFINITY;
    this.#seenBlock = true;
  }

  #scanTails(from: number): void {
    const block = this.#block;
    const tails = this.#tails;
    let highest = Number.NEGATIVE_INFINITY;
    for (let j = this.#period - 1; j >= from; j--) {
      highest = higher(highest, block[j]!);
      tails[j] = highest;
    }
  }
}

// Below this a block is over before it pays.
const SHORTEST_ABREAST = 3;

/** Whole blocks, each with one before it. The lowest is the highest of the negated values, and its block and tails hold those. */
function foldBlocks(
  highBlock: Float64Array,
  highTails: Float64Array,
  lowBlock: Float64Array,
  lowTails: Float64Array,
  highs: Float64Array,
  lows: Float64Array,
  tops: Float64Array,
  bottoms: Float64Array,
  begin: number,
  end: number,
): void {
  const period = highBlock.length;
  const last = period - 1;
  for (let start = begin; start < end; start += period) {
    let high = highs[start]!;
    let low = -lows[start]!;
    highBlock[0] = high;
    lowBlock[0] = low;
    tops[start] = larger(highTails[1]!, high);
    bottoms[start] = -larger(lowTails[1]!, low);
    for (let at = 1; at < last; at++) {
      const i = start + at;
      const highNow = highs[i]!;
      const lowNow = -lows[i]!;
      high = larger(high, highNow);
      low = larger(low, lowNow);
      highBlock[at] = highNow;
      lowBlock[at] = lowNow;
      tops[i] = larger(highTails[at + 1]!, high);
      bottoms[i] = -larger(lowTails[at + 1]!, low);
    }
    const i = start + last;
    let highTail = highs[i]!;
    let lowTail = -lows[i]!;
    highBlock[last] = highTail;
    lowBlock[last] = lowTail;
    tops[i] = larger(high, highTail);
    bottoms[i] = -larger(low, lowTail);
    highTails[last] = highTail;
    lowTails[last] = lowTail;
    for (let at = last - 1; at >= 0; at--) {
      highTail = larger(highTail, highBlock[at]!);
      lowTail = larger(lowTail, lowBlock[at]!);
      highTails[at] = highTail;
      lowTails[at] = lowTail;
    }
  }
}

// Without a branch: which of two prices is larger no branch predictor knows. For finite values only.
function larger(a: number, b: number): number {
  const first = Number(a > b);
  return a * first + b * (1 - first);
}

// NaN as the first wins: the tail of a block that is not there yet.
function higher(a: number, b: number): number {
  return a <= b ? b : a;
}
