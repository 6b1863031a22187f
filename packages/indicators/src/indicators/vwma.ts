import type { Json } from '@candor/domain/json';
import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { periodParam, requirePeriod } from '../period.ts';
import { eachStretch, stretchBuffer } from '../stretches.ts';
import { WindowSumPair } from '../window-sum-pair.ts';

export const vwma = defineIndicator({
  id: 'vwma',
  title: 'Volume-weighted moving average',
  summary: 'Mean of the last n closes, each weighted by the volume of its bar.',
  source: 'Pine ta.vwma; Stock.Indicators',
  inputs: ['close', 'volume'],
  params: z.strictObject({ period: periodParam(20) }),
  outputs: [
    {
      name: 'value',
      title: 'VWMA',
      unit: 'price',
      pane: 'price',
      mayBeMissing: 'no average of bars without any volume',
    },
  ],
  warmup: ({ period }) => [period - 1],
  create: ({ period }, out) => {
    const average = createVwma(period);
    return {
      parts: { average },
      push: ({ close, volume }) => {
        out[0] = average.next(close, volume);
      },
      fold: ({ close, volume }, [value]) => average.fold(close, volume, value!),
    };
  },
});

/**
 * Returns the kernel of Σ(price × volume) / Σ(volume) over `period` bars (1 to 5000), in price units; available from index period - 1, NaN
 * while the window has no volume. Throws `indicators.bad-param`.
 */
export function createVwma(period: number): VwmaKernel {
  return new VwmaKernel(requirePeriod(period));
}

export class VwmaKernel {
  /** Price times volume, and volume. */
  readonly #traded: WindowSumPair;

  constructor(period: number) {
    this.#traded = new WindowSumPair(period);
  }

  get ready(): boolean {
    return this.#traded.ready;
  }

  /** Takes a bar's price and volume and returns the average. */
  next(price: number, volume: number): number {
    this.#traded.add(price * volume, volume);
    return averagePrice(this.#traded.first, this.#traded.second);
  }

  /** Walks whole columns: the fold of `next`, bit for bit. */
  fold(price: Float64Array, volume: Float64Array, out: Float64Array): void {
    const volumes = stretchBuffer(price.length);
    eachStretch(0, price.length, (from, to) => {
      const stretch = out.subarray(from, to);
      for (let j = 0; j < stretch.length; j++) stretch[j] = price[from + j]! * volume[from + j]!;
      this.#traded.fold(stretch, volume.subarray(from, to), stretch, volumes);
      for (let j = 0; j < stretch.length; j++) stretch[j] = averagePrice(stretch[j]!, volumes[j]!);
    });
  }

  snapshot(): Json {
    return this.#traded.snapshot();
  }

  restore(state: Json): void {
    this.#traded.restore(state);
  }
}

function averagePrice(turnover: number, volume: number): number {
  return volume === 0 ? Number.NaN : turnover / volume;
}
