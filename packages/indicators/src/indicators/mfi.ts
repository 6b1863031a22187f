import type { Json } from '@candor/domain/json';
import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { periodParam, requirePeriod } from '../period.ts';
import { jsonNumber, restoreState } from '../restore-state.ts';
import { WindowSum } from '../window-sum.ts';

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
  readonly #rising: WindowSum;
  readonly #falling: WindowSum;
  #typicalBefore = Number.NaN;

  constructor(period: number) {
    this.#rising = new WindowSum(period);
    this.#falling = new WindowSum(period);
  }

  get ready(): boolean {
    return this.#falling.ready;
  }

  /** Takes a bar and returns the index; NaN until ready. */
  next(high: number, low: number, close: number, volume: number): number {
    const typical = typicalPrice(high, low, close);
    const change = typical - this.#typicalBefore;
    this.#typicalBefore = typical;
    if (Number.isNaN(change)) return Number.NaN;
    const rising = this.#rising.next(change > 0 ? typical * volume : 0);
    const falling = this.#falling.next(change < 0 ? typical * volume : 0);
    return indexOf(rising, falling);
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
        rising[i] = typical - before > 0 ? flow : 0;
        falling[i] = typical - before < 0 ? flow : 0;
        before = typical;
      }
      const stretch = out.subarray(from, from + count);
      this.#rising.fold(rising.subarray(0, count), stretch);
      // Over its own input: a sum is written where its last value has been read.
      this.#falling.fold(falling.subarray(0, count), falling);
      for (let i = 0; i < count; i++) stretch[i] = indexOf(stretch[i]!, falling[i]!);
    }
    this.#typicalBefore = before;
  }

  snapshot(): Json {
    return {
      typicalBefore: jsonNumber(this.#typicalBefore),
      rising: this.#rising.snapshot(),
      falling: this.#falling.snapshot(),
    };
  }

  restore(state: Json): void {
    const { typicalBefore, rising, falling } = restoreState('a money flow index', MfiState, state);
    this.#typicalBefore = typicalBefore ?? Number.NaN;
    this.#rising.restore(rising);
    this.#falling.restore(falling);
  }
}

const MfiState = z.strictObject({ typicalBefore: z.number().nullable(), rising: z.json(), falling: z.json() });

function typicalPrice(high: number, low: number, close: number): number {
  return (high + low + close) / 3;
}

// NaN while the windows are not full.
function indexOf(rising: number, falling: number): number {
  const flow = rising + falling;
  return flow < 1 ? 0 : 100 * (rising / flow);
}
