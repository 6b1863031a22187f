import type { Json } from '@candor/domain/json';
import { copyState, restoreInPlace } from './machine-state.ts';

// Fewer common outcomes than this say nothing about a correlation.
const ENOUGH_OUTCOMES = 30;
const SHRINKAGE = 0.5;

/**
 * The errors y - p of several forecasters of the same outcomes, and how alike they are. One set of forecasts is open at a time, so that
 * outcomes do not overlap. Moments are kept by Welford's update, per pair, over the outcomes that both had forecast.
 */
export class ForecastErrors {
  readonly #memory: {
    close: number | null;
    open: (number | null)[];
    outcomes: number[];
    pairs: { n: number; meanA: number; meanB: number; squareA: number; squareB: number; product: number }[];
  };

  constructor(forecasters: number) {
    this.#memory = {
      close: null,
      open: new Array<number | null>(forecasters).fill(null),
      outcomes: new Array<number>(forecasters).fill(0),
      pairs: Array.from({ length: (forecasters * (forecasters - 1)) / 2 }, () => ({
        n: 0,
        meanA: 0,
        meanB: 0,
        squareA: 0,
        squareB: 0,
        product: 0,
      })),
    };
  }

  /** Returns how many of a forecaster's forecasts have been settled. */
  outcomesOf(forecaster: number): number {
    return this.#memory.outcomes[forecaster]!;
  }

  /** Takes the forecasts of P(up) made at this close; null where there is none. */
  open(close: number, probabilities: readonly (number | null)[]): void {
    this.#memory.close = close;
    for (const [i, probability] of probabilities.entries()) this.#memory.open[i] = probability;
  }

  /** Settles the open forecasts by the close at the end of their horizon. */
  settle(close: number): void {
    const { open, outcomes, pairs } = this.#memory;
    if (this.#memory.close === null) return;
    const y = close > this.#memory.close ? 1 : 0;
    let pair = 0;
    for (let a = 0; a < open.length; a++) {
      const forecastA = open[a]!;
      if (forecastA !== null) outcomes[a] = outcomes[a]! + 1;
      for (let b = a + 1; b < open.length; b++) {
        const forecastB = open[b]!;
        const moments = pairs[pair++]!;
        if (forecastA === null || forecastB === null) continue;
        moments.n++;
        const fromA = y - forecastA - moments.meanA;
        const fromB = y - forecastB - moments.meanB;
        moments.meanA += fromA / moments.n;
        moments.meanB += fromB / moments.n;
        moments.squareA += fromA * (y - forecastA - moments.meanA);
        moments.squareB += fromB * (y - forecastB - moments.meanB);
        moments.product += fromA * (y - forecastB - moments.meanB);
      }
    }
    this.#memory.close = null;
  }

  /**
   * Returns the correlation matrix of the errors drawn halfway to the identity. Pairs with fewer than 30 common outcomes count as fully
   * alike before that: independence has to be shown, for believing in it makes a consensus overconfident.
   */
  shrunkCorrelation(): number[][] {
    const { open, pairs } = this.#memory;
    const matrix: number[][] = open.map((_, i) => open.map((__, j) => (i === j ? 1 : 0)));
    let pair = 0;
    for (let a = 0; a < open.length; a++) {
      for (let b = a + 1; b < open.length; b++) {
        const { n, squareA, squareB, product } = pairs[pair++]!;
        const spread = Math.sqrt(squareA * squareB);
        const measured = n >= ENOUGH_OUTCOMES && spread > 0 ? Math.max(-1, Math.min(1, product / spread)) : 1;
        matrix[a]![b] = matrix[b]![a] = SHRINKAGE * measured;
      }
    }
    return matrix;
  }

  snapshot(): Json {
    return copyState(this.#memory, 'forecast errors');
  }

  restore(state: Json): void {
    restoreInPlace(this.#memory, state, 'forecast errors');
  }
}
