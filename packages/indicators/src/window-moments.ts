import type { Json } from '@candor/domain/json';
import { z } from 'zod';
import { jsonNumber, restoreState } from './restore-state.ts';

/**
 * Mean and sum of squared deviations of the last n values, at a constant cost a value and without the cancellation of E[x²] - E[x]²:
 * every term is a square that is added, none is ever taken away. As in the simple average, the window is the tail of the previous block
 * of n values and the head of the present one; each has its own moments (Youngs & Cramer 1971, updating formula), and the two are merged
 * (Chan, Golub & LeVeque, The American Statistician 37, 1983, eq. 2.1). All values are taken relative to the first of the present block,
 * which is always inside the window: n equal values have deviations of exactly zero.
 */
export class WindowMoments {
  readonly #period: number;
  /** Slot j: the present block's value where j < #at, the previous block's otherwise. */
  readonly #block: Float64Array;
  /** Slot j: sum, and squared deviations, of the previous block's values from j to its end, relative to the anchor. */
  readonly #tailSum: Float64Array;
  readonly #tailSquares: Float64Array;
  /** Slot k: 1/(k(k-1)), the weight of value number k in the updating formula. */
  readonly #updateWeight: Float64Array;
  /** Slot k: 1/(k(n-k)n), the weight in merging a head of k with a tail of n-k. */
  readonly #mergeWeight: Float64Array;
  #at = 0;
  #headSum = 0;
  #headSquares = 0;
  #ready = false;
  #mean = Number.NaN;
  #squares = Number.NaN;

  constructor(period: number) {
    this.#period = period;
    this.#block = new Float64Array(period);
    this.#tailSum = new Float64Array(period + 1);
    this.#tailSquares = new Float64Array(period + 1);
    this.#updateWeight = Float64Array.from({ length: period + 1 }, (_, k) => (k > 1 ? 1 / (k * (k - 1)) : 0));
    this.#mergeWeight = Float64Array.from({ length: period + 1 }, (_, k) =>
      k > 0 && k < period ? 1 / (k * (period - k) * period) : 0,
    );
  }

  get ready(): boolean {
    return this.#ready;
  }

  /** Mean of the window; NaN until ready. */
  get mean(): number {
    return this.#mean;
  }

  /** Sum of the squared deviations from the mean; NaN until ready. */
  get squares(): number {
    return this.#squares;
  }

  add(value: number): void {
    if (this.#at === 0) this.#startBlock(value);
    const head = this.#at + 1;
    const distance = value - this.#block[0]!;
    const headSum = this.#headSum + distance;
    const headSquares = this.#headSquares + squaredStep(head, distance, headSum) * this.#updateWeight[head]!;
    this.#block[head - 1] = value;
    this.#headSum = headSum;
    this.#headSquares = headSquares;
    if (head === this.#period) {
      this.#at = 0;
      this.#ready = true;
    } else {
      this.#at = head;
    }
    if (!this.#ready) return;
    const tailSum = this.#tailSum[head]!;
    const gap = squaredGap(this.#period, head, headSum, tailSum);
    this.#mean = this.#block[0]! + (tailSum + headSum) / this.#period;
    this.#squares = this.#tailSquares[head]! + headSquares + gap * this.#mergeWeight[head]!;
  }

  /** Adds a whole column and writes the mean and the squares after each of its values: the fold of `add`, bit for bit. */
  fold(values: Float64Array, means: Float64Array, squares: Float64Array): void {
    const period = this.#period;
    const block = this.#block;
    const tailSums = this.#tailSum;
    const tailSquares = this.#tailSquares;
    const updateWeight = this.#updateWeight;
    const mergeWeight = this.#mergeWeight;
    let i = 0;
    for (; i < values.length && !(this.#ready && this.#at === 0); i++) {
      this.add(values[i]!);
      means[i] = this.#mean;
      squares[i] = this.#squares;
    }
    // Whole blocks, with the state in locals: through the object every value would wait for the store of the one before.
    for (; i + period <= values.length; i += period) {
      const anchor = values[i]!;
      this.#startBlock(anchor);
      let headSum = 0;
      let headSquares = 0;
      for (let head = 1; head <= period; head++) {
        const at = i + head - 1;
        const value = values[at]!;
        block[head - 1] = value;
        const distance = value - anchor;
        const tailSum = tailSums[head]!;
        headSum += distance;
        headSquares += squaredStep(head, distance, headSum) * updateWeight[head]!;
        means[at] = anchor + (tailSum + headSum) / period;
        squares[at] =
          tailSquares[head]! + headSquares + squaredGap(period, head, headSum, tailSum) * mergeWeight[head]!;
      }
    }
    for (; i < values.length; i++) {
      this.add(values[i]!);
      means[i] = this.#mean;
      squares[i] = this.#squares;
    }
    if (i > 0) {
      this.#mean = means[i - 1]!;
      this.#squares = squares[i - 1]!;
    }
  }

  snapshot(): Json {
    return {
      block: Array.from(this.#block, (value) => value + 0),
      at: this.#at,
      ready: this.#ready,
      mean: jsonNumber(this.mean),
      squares: jsonNumber(this.squares),
    };
  }

  restore(state: Json): void {
    const shape = z.strictObject({
      block: z.array(z.number()).length(this.#period),
      at: z
        .int()
        .min(0)
        .max(this.#period - 1),
      ready: z.boolean(),
      mean: z.number().nullable(),
      squares: z.number().nullable(),
    });
    const { block, at, ready, mean, squares } = restoreState('window moments', shape, state);
    this.#block.set(block);
    this.#ready = ready;
    this.#mean = mean ?? Number.NaN;
    this.#squares = squares ?? Number.NaN;
    // The sums follow from the values, taken in the same order as the first time.
    const anchor = this.#block[0]!;
    if (at > 0) this.#sumTails(anchor, at + 1);
    this.#headSum = 0;
    this.#headSquares = 0;
    for (let head = 1; head <= at; head++) {
      const distance = this.#block[head - 1]! - anchor;
      this.#headSum += distance;
      this.#headSquares += squaredStep(head, distance, this.#headSum) * this.#updateWeight[head]!;
    }
    this.#at = at;
  }

  #startBlock(anchor: number): void {
    if (this.#ready) this.#sumTails(anchor, 1);
    this.#block[0] = anchor;
    this.#headSum = 0;
    this.#headSquares = 0;
  }

  #sumTails(anchor: number, from: number): void {
    const period = this.#period;
    const block = this.#block;
    const tailSum = this.#tailSum;
    const tailSquares = this.#tailSquares;
    const updateWeight = this.#updateWeight;
    let sum = 0;
    let squares = 0;
    for (let j = period - 1; j >= from; j--) {
      const count = period - j;
      const distance = block[j]! - anchor;
      sum += distance;
      squares += squaredStep(count, distance, sum) * updateWeight[count]!;
      tailSum[j] = sum;
      tailSquares[j] = squares;
    }
  }
}

// How far value number `count` lies from the mean of the first `count`, times `count`, squared.
function squaredStep(count: number, distance: number, sum: number): number {
  const step = count * distance - sum;
  return step * step;
}

// How far the means of head and tail lie apart, times the length of both, squared.
function squaredGap(period: number, head: number, headSum: number, tailSum: number): number {
  const gap = (period - head) * headSum - head * tailSum;
  return gap * gap;
}
