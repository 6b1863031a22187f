import type { Json } from '@candor/domain/json';
import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { periodParam, requirePeriod } from '../period.ts';
import { jsonNumber, restoreState } from '../restore-state.ts';
import { eachStretch } from '../stretches.ts';
import { WindowMoments } from '../window-moments.ts';
import { WindowSlope } from '../window-slope.ts';

export const linearRegression = defineIndicator({
  id: 'linear-regression',
  title: 'Linear regression',
  summary: 'Least-squares line through the last n closes: where it ends, where it leads and how well it fits.',
  source: 'TA-Lib LINEARREG, LINEARREG_SLOPE, LINEARREG_INTERCEPT, LINEARREG_ANGLE, TSF',
  inputs: ['close'],
  params: z.strictObject({ period: periodParam(14, { min: 2 }) }),
  outputs: [
    { name: 'value', title: 'End of the line', unit: 'price', pane: 'price' },
    { name: 'forecast', title: 'One bar ahead', unit: 'price', pane: 'price' },
    { name: 'intercept', title: 'Start of the line', unit: 'price', pane: 'price' },
    { name: 'slope', title: 'Slope a bar', unit: 'price', pane: 'own' },
    { name: 'angle', title: 'Angle in degrees', unit: 'none', priceDegree: 'none', pane: 'own' },
    {
      name: 'r2',
      title: 'R²',
      unit: 'ratio',
      pane: 'own',
      mayBeMissing: 'no variance to explain while all closes of the window are equal',
    },
  ],
  warmup: ({ period }) => Array.from({ length: 6 }, () => period - 1),
  create: ({ period }, out) => {
    const line = createLinearRegression(period);
    return {
      parts: { line },
      push: (view) => {
        line.add(view.close);
        line.tell(out);
      },
      fold: (series, columns) => line.fold(series.close, columns),
    };
  },
});

/**
 * Returns the machine of the least-squares line through the last `period` values (2 to 5000), a bar apart, in their unit; NaN until index
 * period - 1. Throws `indicators.bad-param`.
 */
export function createLinearRegression(period: number): LinearRegressionMachine {
  return new LinearRegressionMachine(requirePeriod(period, { min: 2 }));
}

export class LinearRegressionMachine {
  readonly #period: number;
  readonly #moments: WindowMoments;
  readonly #slopes: WindowSlope;
  /** Sum of the squared distances of the bars from the middle of the window. */
  readonly #spread: number;
  #slope = Number.NaN;

  constructor(period: number) {
    this.#period = period;
    this.#moments = new WindowMoments(period);
    this.#slopes = new WindowSlope(period);
    this.#spread = (period * (period * period - 1)) / 12;
  }

  get ready(): boolean {
    return this.#moments.ready;
  }

  /** The line at the newest value. */
  get value(): number {
    return this.#moments.mean + (this.#slope * (this.#period - 1)) / 2;
  }

  /** The line one bar after the newest value. */
  get forecast(): number {
    return this.#moments.mean + (this.#slope * (this.#period + 1)) / 2;
  }

  /** The line at the oldest value. */
  get intercept(): number {
    return this.#moments.mean - (this.#slope * (this.#period - 1)) / 2;
  }

  /** Rise of the line a bar. */
  get slope(): number {
    return this.#slope;
  }

  /** The slope in degrees, of one unit of value against one bar. */
  get angle(): number {
    return degreesOf(this.#slope);
  }

  /** Share of the variance that the line explains; NaN where there is none. */
  get r2(): number {
    return explainedShare(this.#slope, this.#spread, this.#moments.squares);
  }

  add(value: number): void {
    this.#moments.add(value);
    this.#slope = this.#slopes.next(value);
  }

  /** Writes value, forecast, intercept, slope, angle and r2 into six slots. */
  tell(out: Float64Array): void {
    const period = this.#period;
    const slope = this.#slope;
    const mean = this.#moments.mean;
    out[0] = mean + (slope * (period - 1)) / 2;
    out[1] = mean + (slope * (period + 1)) / 2;
    out[2] = mean - (slope * (period - 1)) / 2;
    out[3] = slope;
    out[4] = degreesOf(slope);
    out[5] = explainedShare(slope, this.#spread, this.#moments.squares);
  }

  /** Walks a whole column into value, forecast, intercept, slope, angle and r2: the fold of `add`, bit for bit. */
  fold(values: Float64Array, columns: readonly Float64Array[]): void {
    const period = this.#period;
    const spread = this.#spread;
    eachStretch(0, values.length, (from, to) => {
      const close = values.subarray(from, to);
      const [value, forecast, intercept, slopes, angle, r2] = columns.map((column) => column.subarray(from, to));
      this.#moments.fold(close, value!, r2!);
      this.#slopes.fold(close, slopes!);
      for (let i = 0; i < close.length; i++) {
        const mean = value![i]!;
        const slope = slopes![i]!;
        value![i] = mean + (slope * (period - 1)) / 2;
        forecast![i] = mean + (slope * (period + 1)) / 2;
        intercept![i] = mean - (slope * (period - 1)) / 2;
        angle![i] = degreesOf(slope);
        r2![i] = explainedShare(slope, spread, r2![i]!);
      }
      this.#slope = slopes![close.length - 1]!;
    });
  }

  snapshot(): Json {
    return { moments: this.#moments.snapshot(), slopes: this.#slopes.snapshot(), slope: jsonNumber(this.#slope) };
  }

  restore(state: Json): void {
    const { moments, slopes, slope } = restoreState('a regression line', LinearRegressionState, state);
    this.#moments.restore(moments);
    this.#slopes.restore(slopes);
    this.#slope = slope ?? Number.NaN;
  }
}

const LinearRegressionState = z.strictObject({ moments: z.json(), slopes: z.json(), slope: z.number().nullable() });

function degreesOf(slope: number): number {
  return (Math.atan(slope) * 180) / Math.PI;
}

// At most 1: rounding may put a perfect line above it.
function explainedShare(slope: number, spread: number, squares: number): number {
  return squares === 0 ? Number.NaN : Math.min(1, (slope * slope * spread) / squares);
}
