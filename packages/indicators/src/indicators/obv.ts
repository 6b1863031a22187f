import type { Json } from '@candor/domain/json';
import { z } from 'zod';
import { signOf } from '../branch-free.ts';
import { defineIndicator } from '../define-indicator.ts';
import { jsonNumber, restoreState } from '../restore-state.ts';
import { eachStretch } from '../stretches.ts';

const OBV_CONVENTIONS = ['talib', 'zero'] as const;

/** `talib`: starts at the volume of the first bar. `zero`: starts at zero, as Stock.Indicators does. */
export type ObvConvention = (typeof OBV_CONVENTIONS)[number];

export const obv = defineIndicator({
  id: 'obv',
  title: 'On-balance volume',
  summary: 'Running total of volume, added on a rising close and taken away on a falling one.',
  source: "Granville, Granville's New Key to Stock Market Profits (1963); TA-Lib OBV (talib); Stock.Indicators (zero)",
  inputs: ['close', 'volume'],
  params: z.strictObject({ convention: z.enum(OBV_CONVENTIONS).default('talib') }),
  outputs: [{ name: 'value', title: 'OBV', unit: 'volume', pane: 'own' }],
  warmup: () => [0],
  create: ({ convention }, out) => {
    const balance = createObv(convention);
    return {
      parts: { balance },
      push: (view) => {
        out[0] = balance.next(view.close, view.volume);
      },
      fold: ({ close, volume, length }, [value]) => {
        eachStretch(0, length, (from, to) =>
          balance.fold(close.subarray(from, to), volume.subarray(from, to), value!.subarray(from, to)),
        );
      },
    };
  },
});

/** Returns the kernel of on-balance volume, in units of volume; available from the first bar. */
export function createObv(convention: ObvConvention = 'talib'): ObvKernel {
  return new ObvKernel(convention);
}

export class ObvKernel {
  readonly #countsFirstVolume: boolean;
  #closeBefore = Number.NaN;
  #total = 0;

  constructor(convention: ObvConvention) {
    this.#countsFirstVolume = convention === 'talib';
  }

  get ready(): boolean {
    return !Number.isNaN(this.#closeBefore);
  }

  /** Takes a bar and returns the balance. */
  next(close: number, volume: number): number {
    if (this.ready) this.#total = balanced(this.#total, close - this.#closeBefore, volume);
    else if (this.#countsFirstVolume) this.#total = volume;
    this.#closeBefore = close;
    return this.#total;
  }

  /** Walks whole columns: the fold of `next`, bit for bit. */
  fold(close: Float64Array, volume: Float64Array, out: Float64Array): void {
    let i = 0;
    for (; i < close.length && !this.ready; i++) out[i] = this.next(close[i]!, volume[i]!);
    let closeBefore = this.#closeBefore;
    let total = this.#total;
    for (; i < close.length; i++) {
      total = balanced(total, close[i]! - closeBefore, volume[i]!);
      closeBefore = close[i]!;
      out[i] = total;
    }
    this.#closeBefore = closeBefore;
    this.#total = total;
  }

  snapshot(): Json {
    return { closeBefore: jsonNumber(this.#closeBefore), total: jsonNumber(this.#total) };
  }

  restore(state: Json): void {
    const { closeBefore, total } = restoreState('an on-balance volume', ObvState, state);
    this.#closeBefore = closeBefore ?? Number.NaN;
    this.#total = total;
  }
}

const ObvState = z.strictObject({ closeBefore: z.number().nullable(), total: z.number() });

function balanced(total: number, change: number, volume: number): number {
  return total + signOf(change) * volume;
}
