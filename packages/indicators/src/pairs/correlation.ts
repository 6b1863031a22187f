import type { Json } from '@candor/domain/json';
import type { PairKernel } from '../pair-kernel.ts';
import { requirePeriod } from '../period.ts';
import { WindowComoments } from '../window-comoments.ts';

/**
 * Returns the kernel of Pearson's correlation of the last `period` pairs (2 to 5000), from -1 to 1; available from index period - 1, and
 * NaN where either series does not vary in the window (TA-Lib CORREL says 0 there). Throws `indicators.bad-param`.
 */
export function createCorrelation(period: number): PairKernel {
  return new CorrelationKernel(requirePeriod(period, { min: 2 }));
}

class CorrelationKernel implements PairKernel {
  readonly #moments: WindowComoments;

  constructor(period: number) {
    this.#moments = new WindowComoments(period);
  }

  get ready(): boolean {
    return this.#moments.ready;
  }

  next(x: number, y: number): number {
    this.#moments.add(x, y);
    const { squaresX, squaresY, products } = this.#moments;
    // The roots apart: a product of two small squares would be zero before its root is taken.
    const spread = Math.sqrt(squaresX) * Math.sqrt(squaresY);
    return spread === 0 ? Number.NaN : Math.max(-1, Math.min(1, products / spread));
  }

  snapshot(): Json {
    return this.#moments.snapshot();
  }

  restore(state: Json): void {
    this.#moments.restore(state);
  }
}
