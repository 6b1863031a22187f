import type { Json } from '@candor/domain/json';
import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { FloatState } from '../float-state.ts';

/**
 * A stop that closes in on the extreme of the trend by a factor that grows with each new extreme, and turns when price touches it. It
 * starts short where the second bar's low fell, and fell further than its high rose; its first extreme is that bar's, its first stop the
 * opposite end of the first bar.
 */
export const psar = defineIndicator({
  id: 'psar',
  title: 'Parabolic SAR',
  summary: 'Stop-and-reverse level that follows a trend ever more closely.',
  source: 'Wilder, New Concepts in Technical Trading Systems (1978); TA-Lib SAR',
  inputs: ['high', 'low'],
  params: z.strictObject({
    step: z
      .number()
      .positive()
      .max(1)
      .default(0.02)
      .meta({ description: 'What every new extreme adds to the acceleration.' }),
    max: z.number().positive().max(1).default(0.2).meta({ title: 'Greatest acceleration' }),
  }),
  outputs: [
    { name: 'value', title: 'SAR', unit: 'price', pane: 'price' },
    { name: 'direction', title: 'Direction', unit: 'none', pane: 'own' },
  ],
  warmup: () => [1, 1],
  create: ({ step, max }, out) => {
    const stop = new ParabolicStop(step, max);
    return {
      parts: { stop },
      push: ({ high, low }) => {
        out[0] = stop.next(high, low);
        out[1] = stop.direction;
      },
      fold: ({ high, low }, [value, direction]) => {
        for (let i = 0; i < high.length; i++) {
          value![i] = stop.next(high[i]!, low[i]!);
          direction![i] = stop.direction;
        }
      },
    };
  },
});

const HIGH = 0;
const LOW = 1;
/** 1 long, -1 short; NaN before the second bar. */
const SIDE = 2;
const STOP = 3;
const EXTREME = 4;
const FACTOR = 5;

/** All prices of a falling trend are kept negated, which makes it a rising one: there is one set of rules. */
class ParabolicStop {
  readonly #step: number;
  readonly #max: number;
  readonly #state = new FloatState('a parabolic stop', new Array<number>(6).fill(Number.NaN));
  readonly #slots = this.#state.slots;

  constructor(step: number, max: number) {
    this.#step = step;
    this.#max = max;
  }

  get direction(): number {
    return this.#slots[SIDE]!;
  }

  next(high: number, low: number): number {
    const slots = this.#slots;
    let highBefore = slots[HIGH]!;
    let lowBefore = slots[LOW]!;
    slots[HIGH] = high;
    slots[LOW] = low;
    if (Number.isNaN(slots[SIDE]!)) {
      if (Number.isNaN(highBefore)) return Number.NaN;
      this.#begin(high, low, highBefore, lowBefore);
      // The first stop is bounded by its own bar only.
      highBefore = high;
      lowBefore = low;
    }
    const side = slots[SIDE]!;
    const rises = side > 0;
    const top = rises ? high : -low;
    const bottom = rises ? low : -high;
    const topBefore = rises ? highBefore : -lowBefore;
    const bottomBefore = rises ? lowBefore : -highBefore;
    const stop = slots[STOP]!;
    const extreme = slots[EXTREME]!;
    if (bottom <= stop) {
      const factor = Math.min(this.#step, this.#max);
      const turned = Math.max(extreme, topBefore, top);
      slots[SIDE] = -side;
      slots[FACTOR] = factor;
      slots[EXTREME] = -bottom;
      slots[STOP] = -Math.max(turned + factor * (bottom - turned), topBefore, top);
      return side * turned;
    }
    if (top > extreme) {
      slots[EXTREME] = top;
      slots[FACTOR] = Math.min(slots[FACTOR]! + this.#step, this.#max);
    }
    slots[STOP] = Math.min(stop + slots[FACTOR]! * (slots[EXTREME]! - stop), bottomBefore, bottom);
    return side * stop;
  }

  snapshot(): Json {
    return this.#state.snapshot();
  }

  restore(state: Json): void {
    this.#state.restore(state);
  }

  #begin(high: number, low: number, highBefore: number, lowBefore: number): void {
    const slots = this.#slots;
    const fall = lowBefore - low;
    const falls = fall > 0 && fall > high - highBefore;
    slots[SIDE] = falls ? -1 : 1;
    slots[STOP] = falls ? -highBefore : lowBefore;
    slots[EXTREME] = falls ? -low : high;
    slots[FACTOR] = Math.min(this.#step, this.#max);
  }
}
