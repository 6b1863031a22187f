import type { Json } from '@candor/domain/json';
import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { periodParam, requirePeriod } from '../period.ts';
import { WindowSumPair } from '../window-sum-pair.ts';
import { moneyFlowVolume } from './accumulation-distribution.ts';

export const chaikinMoneyFlow = defineIndicator({
  id: 'chaikin-money-flow',
  title: 'Chaikin money flow',
  summary: 'Share of the volume of the last n bars that their closes speak for, from -1 (all at the low) to 1.',
  source: 'Chaikin; https://chartschool.stockcharts.com (Chaikin Money Flow); Stock.Indicators GetCmf',
  inputs: ['high', 'low', 'close', 'volume'],
  params: z.strictObject({ period: periodParam(20) }),
  outputs: [
    {
      name: 'value',
      title: 'CMF',
      unit: 'ratio',
      pane: 'own',
      mayBeMissing: 'no share of nothing while no bar of the window has traded',
    },
  ],
  warmup: ({ period }) => [period - 1],
  create: ({ period }, out) => {
    const flow = createChaikinMoneyFlow(period);
    return {
      parts: { flow },
      push: (view) => {
        out[0] = flow.next(view.high, view.low, view.close, view.volume);
      },
      fold: ({ high, low, close, volume }, [value]) => flow.fold(high, low, close, volume, value!),
    };
  },
});

/**
 * Returns the kernel of Chaikin's money flow over `period` bars (1 to 5000), from -1 to 1; available from index period - 1, and NaN
 * where the window has no volume. Throws `indicators.bad-param`.
 */
export function createChaikinMoneyFlow(period: number): ChaikinMoneyFlowKernel {
  return new ChaikinMoneyFlowKernel(requirePeriod(period));
}

// Bars walked at a time: the flows, which nobody reads afterwards, then need little room.
const STRETCH = 1024;

export class ChaikinMoneyFlowKernel {
  /** Money flow, and volume. */
  readonly #sums: WindowSumPair;

  constructor(period: number) {
    this.#sums = new WindowSumPair(period);
  }

  /** Whether the window is full. */
  get ready(): boolean {
    return this.#sums.ready;
  }

  /** Takes a bar and returns the money flow; NaN until the window is full, and while it has no volume. */
  next(high: number, low: number, close: number, volume: number): number {
    this.#sums.add(moneyFlowVolume(high, low, close, volume), volume);
    return shareOf(this.#sums.first, this.#sums.second);
  }

  /** Walks whole columns: the fold of `next`, bit for bit. */
  fold(high: Float64Array, low: Float64Array, close: Float64Array, volume: Float64Array, out: Float64Array): void {
    const flows = new Float64Array(Math.min(close.length, STRETCH));
    const volumes = new Float64Array(flows.length);
    for (let from = 0; from < close.length; from += STRETCH) {
      const count = Math.min(STRETCH, close.length - from);
      for (let i = 0; i < count; i++) {
        const at = from + i;
        flows[i] = moneyFlowVolume(high[at]!, low[at]!, close[at]!, volume[at]!);
      }
      const stretch = out.subarray(from, from + count);
      this.#sums.fold(flows.subarray(0, count), volume.subarray(from, from + count), stretch, volumes);
      for (let i = 0; i < count; i++) stretch[i] = shareOf(stretch[i]!, volumes[i]!);
    }
  }

  snapshot(): Json {
    return this.#sums.snapshot();
  }

  restore(state: Json): void {
    this.#sums.restore(state);
  }
}

function shareOf(flow: number, volume: number): number {
  return volume === 0 ? Number.NaN : flow / volume;
}
