import { CandorError } from '@candor/domain/candor-error';
import type { Json } from '@candor/domain/json';
import type { ColumnKernel } from '@candor/domain/ports/indicator';
import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { periodParam, requirePeriod } from '../period.ts';
import { SlidingWindow } from '../sliding-window.ts';

export const alma = defineIndicator({
  id: 'alma',
  title: 'Arnaud Legoux moving average',
  summary: 'Mean of the last n closes under a bell of weights that sits near the newest.',
  source: 'Legoux & Kouzis-Loukas, ALMA (2009); Stock.Indicators',
  inputs: ['close'],
  params: z.strictObject({
    period: periodParam(9),
    offset: z.number().min(0).max(1).default(0.85),
    sigma: z.number().positive().max(1000).default(6),
  }),
  outputs: [{ name: 'value', title: 'ALMA', unit: 'price', pane: 'price' }],
  warmup: ({ period }) => [period - 1],
  create: ({ period, offset, sigma }, out) => {
    const average = createAlma(period, offset, sigma);
    return {
      parts: { average },
      push: (view) => {
        out[0] = average.next(view.close);
      },
      fold: (series, [value]) => average.fold(series.close, value!),
    };
  },
});

/**
 * Returns the kernel of the mean of the last `period` values (1 to 5000) with Gaussian weights centred at `offset` (0 to 1) of the way from
 * the oldest to the newest, n/sigma wide, in their unit; available from index period - 1. Throws `indicators.bad-param`.
 */
export function createAlma(period: number, offset = 0.85, sigma = 6): ColumnKernel {
  requirePeriod(period);
  requireWithin('offset', offset, offset >= 0 && offset <= 1, 'from 0 to 1');
  requireWithin('sigma', sigma, sigma > 0 && sigma <= 1000, 'above 0 and at most 1000');
  return new AlmaKernel(period, offset, sigma);
}

class AlmaKernel implements ColumnKernel {
  readonly #weights: Float64Array;
  readonly #window: SlidingWindow;

  constructor(period: number, offset: number, sigma: number) {
    this.#weights = bellWeights(period, offset, sigma);
    this.#window = new SlidingWindow(period);
  }

  get ready(): boolean {
    return this.#window.ready;
  }

  next(value: number): number {
    const window = this.#window;
    window.add(value);
    return window.ready ? weigh(this.#weights, window.values, window.start) : Number.NaN;
  }

  fold(values: Float64Array, out: Float64Array): void {
    const weights = this.#weights;
    const before = weights.length - 1;
    let i = 0;
    // As long as the window begins before the column.
    for (; i < values.length && i < before; i++) out[i] = this.next(values[i]!);
    for (let j = i; j < values.length; j++) out[j] = weigh(weights, values, j - before);
    this.#window.addAll(values.subarray(i));
  }

  snapshot(): Json {
    return this.#window.snapshot();
  }

  restore(state: Json): void {
    this.#window.restore(state);
  }
}

function weigh(weights: Float64Array, values: Float64Array, from: number): number {
  let sum = 0;
  for (let k = 0; k < weights.length; k++) sum += weights[k]! * values[from + k]!;
  return sum;
}

// Relative to the nearest slot of the window, so that a bell narrower than the distance to it does not vanish altogether.
function bellWeights(period: number, offset: number, sigma: number): Float64Array {
  const centre = offset * (period - 1);
  const width = period / sigma;
  const exponent = (slot: number): number => (slot - centre) ** 2 / (2 * width * width);
  const nearest = exponent(Math.round(centre));
  const weights = Float64Array.from({ length: period }, (_, slot) => Math.exp(nearest - exponent(slot)));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

function requireWithin(name: string, value: number, within: boolean, range: string): void {
  if (within) return;
  throw new CandorError('indicators.bad-param', {
    kind: 'invalid',
    message: `Parameter "${name}" must be a number ${range}, but is ${value}.`,
  });
}
