import type { Json } from '@candor/domain/json';
import { z } from 'zod';
import { chosen } from '../branch-free.ts';
import { defineIndicator } from '../define-indicator.ts';
import { periodParam, requirePeriod } from '../period.ts';
import { jsonNumber, restoreState } from '../restore-state.ts';
import { WindowSumPair } from '../window-sum-pair.ts';

export const mfi = defineIndicator({
  id: 'mfi',
  title: 'Money flow index',
  summary:
    'Share of the money that changed hands on rising typical prices in the last n changes, from 0 to 100; 0 when less than 1 did.',
  source: 'Quong & Soudack, Stocks & Commodities 7:3 (1989); TA-Lib MFI',
  inputs: ['high', 'low', 'close', 'volume'],
  params: z.strictObject({ period: periodParam(14) }),
  outputs: [{ name: 'value', title: 'MFI', unit: 'percent', pane: 'own' }],
  warmup: ({ period }) => [period],
  create: ({ period }, out) => {
    const index = createMfi(period);
    return {
      parts: { index },
      push: (view) => {
        out[0] = index.next(view.high, view.low, view.close, view.volume);
      },
      fold: ({ high, low, close, volume }, [value]) => index.fold(high, low, close, volume, value!),
    };
  },
});

/**
 * Returns the kernel of the money flow index over `period` changes of the typical price (1 to 5000), from 0 to 100; available from index
 * `period`. Throws `indicators.bad-param`.
 */
export function createMfi(period: number): MfiKernel {
  return new MfiKernel(requirePeriod(period));
}

// Bars walked at a time: the flows, which nobody reads afterwards, then need little room.
const STRETCH = 1024;

export class MfiKernel {
  /** Rising and falling flow. */
  readonly #flows: WindowSumPair;
  #typicalBefore = Number.NaN;

  constructor(period: number) {
    this.#flows = new WindowSumPair(period);
  }

  get ready(): boolean {
    return this.#flows.ready;
  }

  /** Takes a bar and returns the index; NaN until ready. */
  next(high: number, low: number, close: number, volume: number): number {
    const typical = typicalPrice(high, low, close);
    const change = typical - this.#typicalBefore;
    this.#typicalBefore = typical;
    if (Number.isNaN(change)) return Number.NaN;
    const flow = typical * volume;
    this.#flows.add(chosen(change > 0, flow, 0), chosen(change < 0, flow, 0));
    return indexOf(this.#flows.first, this.#flows.second);
  }

  /** Walks whole columns: the fold of `next`, bit for bit. */
  fold(high: Float64Array, low: Float64Array, close: Float64Array, volume: Float64Array, out: Float64Array): void {
    let start = 0;
    for (; start < close.length && Number.isNaN(this.#typicalBefore); start++) {
      out[start] = this.next(high[start]!, low[start]!, close[start]!, volume[start]!);
    }
    const rising = new Float64Array(Math.min(close.length, STRETCH));
    const falling = new Float64Array(rising.length);
    let before = this.#typicalBefore;
    for (let from = start; from < close.length; from += STRETCH) {
      const count = Math.min(STRETCH, close.length - from);
      for (let i = 0; i < count; i++) {
        const at = from + i;
        const typical = typicalPrice(high[at]!, low[at]!, close[at]!);
        const flow = typical * volume[at]!;
        rising[i] = chosen(typical - before > 0, flow, 0);
        falling[i] = chosen(typical - before < 0, flow, 0);
        before = typical;
      }
      const stretch = out.subarray(from, from + count);
      this.#flows.fold(rising.subarray(0, count), falling, stretch, falling);
      for (let i = 0; i < count; i++) stretch[i] = indexOf(stretch[i]!, falling[i]!);
    }
    this.#typicalBefore = before;
  }

  snapshot(): Json {
    return { typicalBefore: jsonNumber(this.#typicalBefore), flows: this.#flows.snapshot() };
  }

  restore(state: Json): void {
    const { typicalBefore, flows } = restoreState('a money flow index', MfiState, state);
    this.#typicalBefore = typicalBefore ?? Number.NaN;
    this.#flows.restore(flows);
  }
}

const MfiState = z.strictObject({ typicalBefore: z.number().nullable(), flows: z.json() });

function typicalPrice(high: number, low: number, close: number): number {
  return (high + low + close) / 3;
}

// NaN while the windows are not full.
function indexOf(rising: number, falling: number): number {
  const flow = rising + falling;
  return flow < 1 ? 0 : 100 * (rising / flow);
}
