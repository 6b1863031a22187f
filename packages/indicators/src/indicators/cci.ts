import type { Json } from '@candor/domain/json';
import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { MirroredRing } from '../mirrored-ring.ts';
import { periodParam, requirePeriod } from '../period.ts';
import { restoreState } from '../restore-state.ts';
import { eachStretch, stretchBuffer } from '../stretches.ts';
import { WindowSum } from '../window-sum.ts';

/** (TP - mean) / (0.015 mean |TP - mean|) over the last n typical prices TP = (H+L+C)/3, 0 where all of them are equal. */
export const cci = defineIndicator({
  id: 'cci',
  title: 'Commodity channel index',
  summary: 'Distance of the typical price from its mean, in units of its usual distance.',
  source: 'Lambert, Commodity Channel Index, Commodities 9:10 (1980); TA-Lib CCI',
  inputs: ['high', 'low', 'close'],
  params: z.strictObject({ period: periodParam(20) }),
  outputs: [{ name: 'value', title: 'CCI', unit: 'none', pane: 'own' }],
  warmup: ({ period }) => [period - 1],
  create: ({ period }, out) => {
    const index = createCci(period);
    return {
      parts: { index },
      push: ({ high, low, close }) => {
        out[0] = index.next(high, low, close);
      },
      fold: ({ high, low, close }, [value]) => index.fold(high, low, close, value!),
    };
  },
});

/** Returns the kernel of the channel index over `period` bars (1 to 5000); available from index period - 1. Throws `indicators.bad-param`. */
export function createCci(period: number): CciKernel {
  return new CciKernel(requirePeriod(period));
}

export class CciKernel {
  readonly #period: number;
  readonly #window: MirroredRing;
  readonly #average: WindowSum;

  constructor(period: number) {
    this.#period = period;
    this.#window = new MirroredRing(period);
    this.#average = new WindowSum(period, period);
  }

  get ready(): boolean {
    return this.#average.ready;
  }

  /** Takes a bar and returns the index; NaN until ready. */
  next(high: number, low: number, close: number): number {
    const typical = typicalOf(high, low, close);
    const from = this.#window.add(typical);
    const mean = this.#average.next(typical);
    return Number.isNaN(mean) ? mean : channelIndex(this.#window.slots, from, this.#period, mean);
  }

  /** Walks whole columns from the first bar on: the fold of `next` on a fresh kernel, bit for bit. It leaves the kernel used up. */
  fold(high: Float64Array, low: Float64Array, close: Float64Array, out: Float64Array): void {
    const period = this.#period;
    // The typical prices in reach of a stretch: those before it, and its own.
    const before = period - 1;
    const typicals = new Float64Array(before + stretchBuffer(close.length).length);
    eachStretch(0, close.length, (from, to) => {
      const count = to - from;
      for (let i = 0; i < count; i++) {
        typicals[before + i] = typicalOf(high[from + i]!, low[from + i]!, close[from + i]!);
      }
      const stretch = out.subarray(from, to);
      this.#average.fold(typicals.subarray(before, before + count), stretch);
      for (let i = 0; i < count; i++) {
        const mean = stretch[i]!;
        if (!Number.isNaN(mean)) stretch[i] = channelIndex(typicals, i, period, mean);
      }
      typicals.copyWithin(0, count);
    });
  }

  snapshot(): Json {
    return { window: this.#window.snapshot(), average: this.#average.snapshot() };
  }

  restore(state: Json): void {
    const { window, average } = restoreState('a channel index', CciState, state);
    this.#window.restore(window);
    this.#average.restore(average);
  }
}

const CciState = z.strictObject({ window: z.json(), average: z.json() });

function typicalOf(high: number, low: number, close: number): number {
  return (high + low + close) / 3;
}

// Above the rounding of the mean of the longest window there is.
const ROUNDING = 1e-11;

// The deviations in four sums, so that an addition need not wait for the one before; as many as four go into are known beforehand, which
// spares most of the checks of bounds.
function channelIndex(values: Float64Array, from: number, period: number, mean: number): number {
  const end = from + period;
  const endOfFours = from + (period & ~3);
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let i = from;
  for (; i < endOfFours; i += 4) {
    a += Math.abs(values[i]! - mean);
    b += Math.abs(values[i + 1]! - mean);
    c += Math.abs(values[i + 2]! - mean);
    d += Math.abs(values[i + 3]! - mean);
  }
  for (; i < end; i++) a += Math.abs(values[i]! - mean);
  const deviation = a + b + (c + d);
  // The mean of equal values may be rounded, so a deviation this small is looked at again.
  if (deviation <= ROUNDING * period * Math.abs(mean) && areEqual(values, from, end)) return 0;
  return ((values[end - 1]! - mean) * period) / (0.015 * deviation);
}

function areEqual(values: Float64Array, from: number, end: number): boolean {
  for (let i = from + 1; i < end; i++) if (values[i] !== values[from]) return false;
  return true;
}
