import type { Json } from '@candor/domain/json';
import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { jsonNumber, restoreState } from '../restore-state.ts';

export const accumulationDistribution = defineIndicator({
  id: 'accumulation-distribution',
  title: 'Accumulation/distribution line',
  summary: 'Running total of volume, each bar weighted by where in its range it closed, from -1 (low) to 1 (high).',
  source: 'Chaikin; TA-Lib AD; https://chartschool.stockcharts.com (Accumulation/Distribution Line)',
  inputs: ['high', 'low', 'close', 'volume'],
  params: z.strictObject({}),
  outputs: [{ name: 'value', title: 'A/D', unit: 'volume', pane: 'own' }],
  warmup: () => [0],
  create: (_, out) => {
    const line = createAccumulationDistribution();
    return {
      parts: { line },
      push: (view) => {
        out[0] = line.next(view.high, view.low, view.close, view.volume);
      },
      fold: ({ high, low, close, volume }, [value]) => line.fold(high, low, close, volume, value!),
    };
  },
});

/** Returns the kernel of the accumulation/distribution line, in units of volume, starting with the first bar's own flow; available from the first bar. */
export function createAccumulationDistribution(): AccumulationDistributionKernel {
  return new AccumulationDistributionKernel();
}

/** Returns ((C - L) - (H - C)) / (H - L) × V, the volume that a bar's close speaks for; 0 for a bar without a range. */
export function moneyFlowVolume(high: number, low: number, close: number, volume: number): number {
  const range = high - low;
  return range === 0 ? 0 : ((close - low - (high - close)) / range) * volume;
}

export class AccumulationDistributionKernel {
  #total = 0;
  #ready = false;

  get ready(): boolean {
    return this.#ready;
  }

  /** Takes a bar and returns the line. */
  next(high: number, low: number, close: number, volume: number): number {
    this.#total += moneyFlowVolume(high, low, close, volume);
    this.#ready = true;
    return this.#total;
  }

  /** Walks whole columns: the fold of `next`, bit for bit. */
  fold(high: Float64Array, low: Float64Array, close: Float64Array, volume: Float64Array, out: Float64Array): void {
    let total = this.#total;
    for (let i = 0; i < close.length; i++) {
      total += moneyFlowVolume(high[i]!, low[i]!, close[i]!, volume[i]!);
      out[i] = total;
    }
    this.#total = total;
    this.#ready ||= close.length > 0;
  }

  snapshot(): Json {
    return { total: jsonNumber(this.#total), ready: this.#ready };
  }

  restore(state: Json): void {
    const { total, ready } = restoreState('an accumulation/distribution line', LineState, state);
    this.#total = total;
    this.#ready = ready;
  }
}

const LineState = z.strictObject({ total: z.number(), ready: z.boolean() });
