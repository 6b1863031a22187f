import type { Json } from '@candor/domain/json';
import type { ColumnKernel } from '@candor/domain/ports/indicator';
import { z } from 'zod';
import { MAX_PERIOD } from './period.ts';
import { restoreState } from './restore-state.ts';
import { eachStretch, stretchBuffer } from './stretches.ts';
import { WindowMoments } from './window-moments.ts';

/**
 * Sample variance (n - 1) of the last n values, over values of which some may be missing (NaN or infinite: the logarithm of a zero, say):
 * NaN while one of them is in the window, and untouched by it once it has left.
 */
export class GapAwareVariance implements ColumnKernel {
  readonly #period: number;
  readonly #moments: WindowMoments;
  /** How many more windows have a missing value in them. */
  #missing = 0;
  /** Room for the means of a stretch, which nobody asks for. Kept, as a column may come stretch by stretch. */
  #means: Float64Array = new Float64Array();

  constructor(period: number) {
    this.#period = period;
    this.#moments = new WindowMoments(period);
  }

  get ready(): boolean {
    return this.#moments.ready && this.#missing === 0;
  }

  next(value: number): number {
    const there = Number.isFinite(value);
    this.#moments.add(there ? value : 0);
    if (!there) this.#missing = this.#period;
    else if (this.#missing > 0) this.#missing--;
    return this.#missing === 0 ? this.#moments.squares / (this.#period - 1) : Number.NaN;
  }

  fold(values: Float64Array, out: Float64Array): void {
    const divisor = this.#period - 1;
    const means = stretchBuffer(values.length, this.#means);
    this.#means = means;
    eachStretch(0, values.length, (from, to) => {
      let finite = 0;
      for (let i = from; i < to; i++) finite += values[i]! * 0;
      if (this.#missing === 0 && finite === 0) {
        this.#moments.fold(values.subarray(from, to), means, out.subarray(from, to));
        for (let i = from; i < to; i++) out[i] = out[i]! / divisor;
      } else {
        for (let i = from; i < to; i++) out[i] = this.next(values[i]!);
      }
    });
  }

  snapshot(): Json {
    return { moments: this.#moments.snapshot(), missing: this.#missing };
  }

  restore(state: Json): void {
    const { moments, missing } = restoreState('a variance over a window with gaps', GapAwareState, state);
    this.#moments.restore(moments);
    this.#missing = missing;
  }
}

const GapAwareState = z.strictObject({ moments: z.json(), missing: z.int().min(0).max(MAX_PERIOD) });
