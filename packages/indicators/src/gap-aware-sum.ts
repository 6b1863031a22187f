import type { Json } from '@candor/domain/json';
import type { ColumnKernel } from '@candor/domain/ports/indicator';
import { z } from 'zod';
import { MAX_PERIOD } from './period.ts';
import { restoreState } from './restore-state.ts';
import { eachStretch } from './stretches.ts';
import { WindowSum } from './window-sum.ts';

/**
 * Sum of the last n values, divided by `divisor`, over values of which some may be missing (NaN or infinite: a ratio to zero, say): NaN
 * while one of them is in the window, and untouched by it once it has left.
 */
export class GapAwareSum implements ColumnKernel {
  readonly #period: number;
  readonly #sum: WindowSum;
  /** How many more sums have a missing value in their window. */
  #missing = 0;

  constructor(period: number, divisor = 1) {
    this.#period = period;
    this.#sum = new WindowSum(period, divisor);
  }

  get ready(): boolean {
    return this.#sum.ready && this.#missing === 0;
  }

  next(value: number): number {
    const there = Number.isFinite(value);
    const sum = this.#sum.next(there ? value : 0);
    if (!there) this.#missing = this.#period;
    else if (this.#missing > 0) this.#missing--;
    return this.#missing === 0 ? sum : Number.NaN;
  }

  fold(values: Float64Array, out: Float64Array): void {
    eachStretch(0, values.length, (from, to) => {
      let finite = 0;
      for (let i = from; i < to; i++) finite += values[i]! * 0;
      if (this.#missing === 0 && finite === 0) this.#sum.fold(values.subarray(from, to), out.subarray(from, to));
      else for (let i = from; i < to; i++) out[i] = this.next(values[i]!);
    });
  }

  snapshot(): Json {
    return { sum: this.#sum.snapshot(), missing: this.#missing };
  }

  restore(state: Json): void {
    const { sum, missing } = restoreState('a sum over a window with gaps', GapAwareState, state);
    this.#sum.restore(sum);
    this.#missing = missing;
  }
}

const GapAwareState = z.strictObject({ sum: z.json(), missing: z.int().min(0).max(MAX_PERIOD) });
