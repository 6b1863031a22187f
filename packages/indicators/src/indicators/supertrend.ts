import type { Json } from '@candor/domain/json';
import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { FloatState } from '../float-state.ts';
import { periodParam, requirePeriod } from '../period.ts';
import { restoreState } from '../restore-state.ts';
import { createAtr } from './atr.ts';

/**
 * Bands (H+L)/2 ± m ATR that only ever close in, until the close before lay beyond them. The line is the lower band while the close stays
 * above it and the upper one after it fell through, and the reverse. It starts rising where the close is not below the middle of the bar.
 */
export const supertrend = defineIndicator({
  id: 'supertrend',
  title: 'Supertrend',
  summary:
    'Trailing band a multiple of the average true range away, on the other side of price from where it is going.',
  source:
    'Seban (2009); Stock.Indicators ToSuperTrend; Pine ta.supertrend, whose sign of the direction is the opposite',
  inputs: ['high', 'low', 'close'],
  params: z.strictObject({
    period: periodParam(10),
    multiplier: z.number().positive().max(1000).default(3).meta({ unit: 'average true ranges' }),
  }),
  outputs: [
    { name: 'value', title: 'Supertrend', unit: 'price', pane: 'price' },
    { name: 'direction', title: 'Direction', unit: 'none', pane: 'own' },
  ],
  warmup: ({ period }) => [period, period],
  create: ({ period, multiplier }, out) => {
    const trend = createSupertrend(period, multiplier);
    return {
      parts: { trend },
      push: ({ high, low, close }) => {
        out[0] = trend.next(high, low, close);
        out[1] = trend.direction;
      },
      fold: ({ high, low, close }, [value, direction]) => {
        for (let i = 0; i < close.length; i++) {
          value![i] = trend.next(high[i]!, low[i]!, close[i]!);
          direction![i] = trend.direction;
        }
      },
    };
  },
});

/** Returns the kernel of the supertrend over `period` bars (1 to 5000), in price units; available from index `period`. Throws `indicators.bad-param`. */
export function createSupertrend(period: number, multiplier: number): SupertrendKernel {
  return new SupertrendKernel(requirePeriod(period), multiplier);
}

const UPPER = 0;
const LOWER = 1;
const CLOSE = 2;
const DIRECTION = 3;

export class SupertrendKernel {
  readonly #range;
  readonly #multiplier: number;
  readonly #state = new FloatState('a supertrend', [Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
  readonly #slots = this.#state.slots;

  constructor(period: number, multiplier: number) {
    this.#range = createAtr(period);
    this.#multiplier = multiplier;
  }

  get ready(): boolean {
    return this.#range.ready;
  }

  /** 1 while the line lies below price, -1 while above; NaN until ready. */
  get direction(): number {
    return this.#slots[DIRECTION]!;
  }

  /** Takes a bar and returns the line; NaN until ready. */
  next(high: number, low: number, close: number): number {
    const slots = this.#slots;
    const closeBefore = slots[CLOSE]!;
    slots[CLOSE] = close;
    const range = this.#range.next(high, low, close);
    if (Number.isNaN(range)) return range;
    const middle = (high + low) / 2;
    const reach = this.#multiplier * range;
    let upper = slots[UPPER]!;
    let lower = slots[LOWER]!;
    const first = Number.isNaN(upper);
    const rising = first ? close >= middle : slots[DIRECTION]! > 0;
    if (first || middle + reach < upper || closeBefore > upper) upper = middle + reach;
    if (first || middle - reach > lower || closeBefore < lower) lower = middle - reach;
    const falls = close <= (rising ? lower : upper);
    slots[UPPER] = upper;
    slots[LOWER] = lower;
    slots[DIRECTION] = falls ? -1 : 1;
    return falls ? upper : lower;
  }

  snapshot(): Json {
    return { range: this.#range.snapshot(), state: this.#state.snapshot() };
  }

  restore(state: Json): void {
    const saved = restoreState('a supertrend', SupertrendState, state);
    this.#range.restore(saved.range);
    this.#state.restore(saved.state);
  }
}

const SupertrendState = z.strictObject({ range: z.json(), state: z.json() });
