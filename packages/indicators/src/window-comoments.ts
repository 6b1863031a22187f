import type { Json } from '@candor/domain/json';
import { z } from 'zod';
import { jsonNumber, restoreState } from './restore-state.ts';

/**
 * Squared deviations and products of deviations of the last n pairs, at a constant cost a pair and without the cancellation of
 * E[xy] - E[x]E[y]. The window is the tail of the previous block of n pairs and the head of the present one; each has its own moments
 * (Youngs & Cramer 1971, updating formula), and the two are merged (Chan, Golub & LeVeque, The American Statistician 37, 1983, eq. 2.1;
 * for products Bennett et al., IEEE Cluster 2009, eq. 3.6). Values are taken relative to the first of the present block: equal values
 * have deviations of exactly zero.
 */
export class WindowComoments {
  readonly #period: number;
  /** Slot j: the present block's pair where j < #at, the previous block's otherwise. */
  readonly #blockX: Float64Array;
  readonly #blockY: Float64Array;
  /** Slot j: sums, squares and products of the previous block's pairs from j to its end, relative to the anchor. */
  readonly #tailX: Float64Array;
  readonly #tailY: Float64Array;
  readonly #tailXX: Float64Array;
  readonly #tailYY: Float64Array;
  readonly #tailXY: Float64Array;
  /** Sums, squares and products of the head. */
  readonly #head = new Float64Array(5);
  /** Squares of x, squares of y, products, of the whole window. */
  readonly #whole = new Float64Array(3).fill(Number.NaN);
  #at = 0;
  #ready = false;

  constructor(period: number) {
    this.#period = period;
    this.#blockX = new Float64Array(period);
    this.#blockY = new Float64Array(period);
    this.#tailX = new Float64Array(period + 1);
    this.#tailY = new Float64Array(period + 1);
    this.#tailXX = new Float64Array(period + 1);
    this.#tailYY = new Float64Array(period + 1);
    this.#tailXY = new Float64Array(period + 1);
  }

  get ready(): boolean {
    return this.#ready;
  }

  /** Sum of the squared deviations of x from its mean; NaN until ready. */
  get squaresX(): number {
    return this.#whole[0]!;
  }

  /** Sum of the squared deviations of y from its mean; NaN until ready. */
  get squaresY(): number {
    return this.#whole[1]!;
  }

  /** Sum of the products of both deviations; NaN until ready. */
  get products(): number {
    return this.#whole[2]!;
  }

  add(x: number, y: number): void {
    const count = this.#at + 1;
    this.#blockX[this.#at] = x;
    this.#blockY[this.#at] = y;
    if (count === 1) {
      if (this.#ready) this.#sumTails(1);
      this.#head.fill(0);
    }
    this.#addToHead(count);
    this.#at = count === this.#period ? 0 : count;
    this.#ready ||= count === this.#period;
    if (this.#ready) this.#merge(count);
  }

  snapshot(): Json {
    return {
      x: Array.from(this.#blockX, (value) => value + 0),
      y: Array.from(this.#blockY, (value) => value + 0),
      at: this.#at,
      ready: this.#ready,
      whole: Array.from(this.#whole, jsonNumber),
    };
  }

  restore(state: Json): void {
    const period = this.#period;
    const shape = z.strictObject({
      x: z.array(z.number()).length(period),
      y: z.array(z.number()).length(period),
      at: z
        .int()
        .min(0)
        .max(period - 1),
      ready: z.boolean(),
      whole: z.array(z.number().nullable()).length(3),
    });
    const { x, y, at, ready, whole } = restoreState('window comoments', shape, state);
    this.#blockX.set(x);
    this.#blockY.set(y);
    this.#at = at;
    this.#ready = ready;
    this.#whole.set(whole.map((value) => value ?? Number.NaN));
    // The sums follow from the values, taken in the same order as the first time.
    if (at > 0) this.#sumTails(at + 1);
    this.#head.fill(0);
    for (let j = 0; j < at; j++) this.#addToHead(j + 1);
  }

  #addToHead(count: number): void {
    const head = this.#head;
    const x = this.#blockX[count - 1]! - this.#blockX[0]!;
    const y = this.#blockY[count - 1]! - this.#blockY[0]!;
    const sumX = head[0]! + x;
    const sumY = head[1]! + y;
    head[0] = sumX;
    head[1] = sumY;
    if (count === 1) return;
    const weight = 1 / (count * (count - 1));
    const stepX = count * x - sumX;
    const stepY = count * y - sumY;
    head[2]! += stepX * stepX * weight;
    head[3]! += stepY * stepY * weight;
    head[4]! += stepX * stepY * weight;
  }

  #merge(count: number): void {
    const head = this.#head;
    const whole = this.#whole;
    const period = this.#period;
    const rest = period - count;
    const weight = rest === 0 ? 0 : 1 / (count * rest * period);
    const gapX = rest * head[0]! - count * this.#tailX[count]!;
    const gapY = rest * head[1]! - count * this.#tailY[count]!;
    whole[0] = head[2]! + this.#tailXX[count]! + gapX * gapX * weight;
    whole[1] = head[3]! + this.#tailYY[count]! + gapY * gapY * weight;
    whole[2] = head[4]! + this.#tailXY[count]! + gapX * gapY * weight;
  }

  #sumTails(from: number): void {
    const anchorX = this.#blockX[0]!;
    const anchorY = this.#blockY[0]!;
    let [sumX, sumY, squaresX, squaresY, products] = [0, 0, 0, 0, 0];
    for (let j = this.#period - 1; j >= from; j--) {
      const count = this.#period - j;
      const x = this.#blockX[j]! - anchorX;
      const y = this.#blockY[j]! - anchorY;
      sumX += x;
      sumY += y;
      if (count > 1) {
        const weight = 1 / (count * (count - 1));
        const stepX = count * x - sumX;
        const stepY = count * y - sumY;
        squaresX += stepX * stepX * weight;
        squaresY += stepY * stepY * weight;
        products += stepX * stepY * weight;
      }
      this.#tailX[j] = sumX;
      this.#tailY[j] = sumY;
      this.#tailXX[j] = squaresX;
      this.#tailYY[j] = squaresY;
      this.#tailXY[j] = products;
    }
  }
}
