import type { Json } from '@candor/domain/json';
import { z } from 'zod';
import { larger } from './branch-free.ts';
import { restoreState } from './restore-state.ts';

/**
 * Highest of the last n values of one line and lowest of those of another, at a constant cost a value (van Herk 1992; Gil & Werman 1993):
 * the window is the tail of the block of n values before and the head of the present one, and the extremes of all tails are made once a
 * block. Three comparisons a value, whose outcome seldom changes: a queue of candidates asks fewer, but ones that no branch predictor
 * wins. `partial` gives values from the first on, over the shorter window there is; otherwise NaN until n were seen.
 *
 * Both in one machine, since nobody wants one of them: the comparisons of one need not wait for those of the other, and a bar costs one
 * call. Lows are kept negated, so that there is one set of comparisons; they leave as 0 - low, which unlike a minus leaves NaN as it is.
 */
export class RollingRange {
  readonly #period: number;
  readonly #isPartial: boolean;
  /** Slots 2j and 2j + 1: high and negated low of the present block where j < #at, of the previous block otherwise. */
  readonly #block: Float64Array;
  /** Likewise: highest of the previous block's values from j to its end. The last two are -Infinity. */
  readonly #tails: Float64Array;
  #at = 0;
  #highHead = Number.NEGATIVE_INFINITY;
  #lowHead = Number.NEGATIVE_INFINITY;
  #seenBlock = false;
  #highest = Number.NaN;
  #lowest = Number.NaN;

  constructor(period: number, { partial = false } = {}) {
    this.#period = period;
    this.#isPartial = partial;
    this.#block = new Float64Array(2 * period);
    this.#tails = new Float64Array(2 * period + 2);
    this.#forgetTails();
  }

  get ready(): boolean {
    return this.#seenBlock || (this.#isPartial && this.#at > 0);
  }

  /** The highest of the window; NaN until ready. */
  get highest(): number {
    return this.#highest;
  }

  /** The lowest of the window; NaN until ready. */
  get lowest(): number {
    return this.#lowest;
  }

  add(high: number, low: number): void {
    const at = this.#at;
    const block = this.#block;
    block[2 * at] = high;
    block[2 * at + 1] = -low;
    const highHead = at === 0 ? high : larger(this.#highHead, high);
    const lowHead = at === 0 ? -low : larger(this.#lowHead, -low);
    const tails = this.#tails;
    this.#highest = higher(tails[2 * at + 2]!, highHead);
    this.#lowest = 0 - higher(tails[2 * at + 3]!, lowHead);
    if (at + 1 === this.#period) {
      this.#endBlock();
      return;
    }
    this.#at = at + 1;
    this.#highHead = highHead;
    this.#lowHead = lowHead;
  }

  /** Adds whole columns and writes the extremes after each row: the fold of `add`, bit for bit. A column may be written over the one that it is of. */
  fold(highs: Float64Array, lows: Float64Array, tops: Float64Array, bottoms: Float64Array): void {
    const { length } = highs;
    const period = this.#period;
    const begin = Math.min(length, this.#at === 0 && this.#seenBlock ? 0 : period - this.#at);
    const end = period < SHORTEST_BLOCK ? begin : length - ((length - begin) % period);
    this.#addEach(highs, lows, tops, bottoms, 0, begin);
    if (end > begin) {
      foldBlocks(this.#block, this.#tails, highs, lows, tops, bottoms, begin, end);
      this.#highest = tops[end - 1]!;
      this.#lowest = bottoms[end - 1]!;
    }
    this.#addEach(highs, lows, tops, bottoms, end, length);
  }

  snapshot(): Json {
    const rows = Array.from({ length: this.#period }, (_, j) => j);
    return {
      highs: rows.map((j) => this.#block[2 * j]! + 0),
      lows: rows.map((j) => 0 - this.#block[2 * j + 1]!),
      at: this.#at,
      seenBlock: this.#seenBlock,
    };
  }

  restore(state: Json): void {
    const period = this.#period;
    const column = z.array(z.number()).length(period);
    const shape = z.strictObject({
      highs: column,
      lows: column,
      at: z
        .int()
        .min(0)
        .max(period - 1),
      seenBlock: z.boolean(),
    });
    const { highs, lows, at, seenBlock } = restoreState('the range of a window', shape, state);
    highs.forEach((high, j) => {
      this.#block[2 * j] = high;
      this.#block[2 * j + 1] = -lows[j]!;
    });
    this.#seenBlock = seenBlock;
    // The extremes follow from the values.
    if (seenBlock) scanTails(this.#block, this.#tails, at);
    else this.#forgetTails();
    this.#highHead = Number.NEGATIVE_INFINITY;
    this.#lowHead = Number.NEGATIVE_INFINITY;
    for (let j = 0; j < at; j++) {
      this.#highHead = higher(this.#highHead, this.#block[2 * j]!);
      this.#lowHead = higher(this.#lowHead, this.#block[2 * j + 1]!);
    }
    this.#at = at;
    this.#highest = higher(this.#tails[2 * at]!, this.#highHead);
    this.#lowest = 0 - higher(this.#tails[2 * at + 1]!, this.#lowHead);
  }

  // NaN makes the result NaN without a question.
  #forgetTails(): void {
    this.#tails.fill(this.#isPartial ? Number.NEGATIVE_INFINITY : Number.NaN);
    this.#tails.fill(Number.NEGATIVE_INFINITY, 2 * this.#period);
  }

  #addEach(
    highs: Float64Array,
    lows: Float64Array,
    tops: Float64Array,
    bottoms: Float64Array,
    from: number,
    to: number,
  ): void {
    for (let i = from; i < to; i++) {
      this.add(highs[i]!, lows[i]!);
      tops[i] = this.#highest;
      bottoms[i] = this.#lowest;
    }
  }

  #endBlock(): void {
    scanTails(this.#block, this.#tails, 0);
    this.#at = 0;
    this.#seenBlock = true;
  }
}

// Below this a block is over before it pays.
const SHORTEST_BLOCK = 3;

/** Whole blocks, each with one before it. */
function foldBlocks(
  block: Float64Array,
  tails: Float64Array,
  highs: Float64Array,
  lows: Float64Array,
  tops: Float64Array,
  bottoms: Float64Array,
  begin: number,
  end: number,
): void {
  const period = block.length / 2;
  for (let start = begin; start < end; start += period) {
    let high = highs[start]!;
    let low = -lows[start]!;
    block[0] = high;
    block[1] = low;
    tops[start] = larger(tails[2]!, high);
    bottoms[start] = 0 - larger(tails[3]!, low);
    for (let at = 1; at < period - 1; at++) {
      const i = start + at;
      const highNow = highs[i]!;
      const lowNow = -lows[i]!;
      high = larger(high, highNow);
      low = larger(low, lowNow);
      block[2 * at] = highNow;
      block[2 * at + 1] = lowNow;
      tops[i] = larger(tails[2 * at + 2]!, high);
      bottoms[i] = 0 - larger(tails[2 * at + 3]!, low);
    }
    const last = start + period - 1;
    const highLast = highs[last]!;
    const lowLast = -lows[last]!;
    block[2 * period - 2] = highLast;
    block[2 * period - 1] = lowLast;
    tops[last] = larger(high, highLast);
    bottoms[last] = 0 - larger(low, lowLast);
    scanTails(block, tails, 0);
  }
}

function scanTails(block: Float64Array, tails: Float64Array, from: number): void {
  const last = block.length / 2 - 1;
  let high = block[2 * last]!;
  let low = block[2 * last + 1]!;
  tails[2 * last] = high;
  tails[2 * last + 1] = low;
  for (let j = last - 1; j >= from; j--) {
    high = larger(high, block[2 * j]!);
    low = larger(low, block[2 * j + 1]!);
    tails[2 * j] = high;
    tails[2 * j + 1] = low;
  }
}

// NaN as the first wins: the tail of a block that is not there yet. A branch is right where one outcome lasts for most of a block.
function higher(a: number, b: number): number {
  return a <= b ? b : a;
}
