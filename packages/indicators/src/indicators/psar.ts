import type { Json } from '@candor/domain/json';
import { z } from 'zod';
import { chosen, larger, smaller } from '../branch-free.ts';
import { defineIndicator } from '../define-indicator.ts';
import { FloatState } from '../float-state.ts';
import { eachStretch } from '../stretches.ts';

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
    // One bar as columns, so that there is one walk for both ways.
    const [tops, bottoms, values, directions] = [0, 1, 2, 3].map(() => new Float64Array(1)) as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    return {
      parts: { stop },
      push: ({ high, low }) => {
        tops[0] = high;
        bottoms[0] = low;
        stop.walk(tops, bottoms, values, directions);
        out[0] = values[0]!;
        out[1] = directions[0]!;
      },
      fold: ({ high, low, length }, [value, direction]) => {
        eachStretch(0, length, (from, to) =>
          stop.walk(
            high.subarray(from, to),
            low.subarray(from, to),
            value!.subarray(from, to),
            direction!.subarray(from, to),
          ),
        );
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

  /** Takes the bars and writes the stop of each, and the side that it ends on; NaN for the very first. */
  walk(high: Float64Array, low: Float64Array, values: Float64Array, directions: Float64Array): void {
    const slots = this.#slots;
    const first = this.#begin(high, low, values, directions);
    const step = this.#step;
    const max = this.#max;
    let side = slots[SIDE]!;
    let stop = slots[STOP]!;
    let extreme = slots[EXTREME]!;
    let factor = slots[FACTOR]!;
    let highBefore = slots[HIGH]!;
    let lowBefore = slots[LOW]!;
    for (let i = first; i < high.length; i++) {
      const rises = side > 0;
      const top = rises ? high[i]! : -low[i]!;
      const bottom = rises ? low[i]! : -high[i]!;
      const topBefore = rises ? highBefore : -lowBefore;
      const bottomBefore = rises ? lowBefore : -highBefore;
      highBefore = high[i]!;
      lowBefore = low[i]!;
      if (bottom <= stop) {
        const turned = Math.max(extreme, larger(topBefore, top));
        values[i] = side * turned;
        side = -side;
        factor = Math.min(step, max);
        extreme = -bottom;
        stop = -Math.max(turned + factor * (bottom - turned), larger(topBefore, top));
      } else {
        values[i] = side * stop;
        const isExtreme = top > extreme;
        extreme = chosen(isExtreme, top, extreme);
        factor = chosen(isExtreme, Math.min(factor + step, max), factor);
        stop = Math.min(stop + factor * (extreme - stop), smaller(bottomBefore, bottom));
      }
      directions[i] = side;
    }
    slots[SIDE] = side;
    slots[STOP] = stop;
    slots[EXTREME] = extreme;
    slots[FACTOR] = factor;
    slots[HIGH] = highBefore;
    slots[LOW] = lowBefore;
  }

  snapshot(): Json {
    return this.#state.snapshot();
  }

  restore(state: Json): void {
    this.#state.restore(state);
  }

  // Returns the first bar that a trend is there for.
  #begin(high: Float64Array, low: Float64Array, values: Float64Array, directions: Float64Array): number {
    const slots = this.#slots;
    if (!Number.isNaN(slots[SIDE]!) || high.length === 0) return 0;
    let i = 0;
    if (Number.isNaN(slots[HIGH]!)) {
      slots[HIGH] = high[0]!;
      slots[LOW] = low[0]!;
      values[0] = Number.NaN;
      directions[0] = Number.NaN;
      i = 1;
    }
    if (i === high.length) return i;
    const rise = high[i]! - slots[HIGH]!;
    const fall = slots[LOW]! - low[i]!;
    const falls = fall > 0 && fall > rise;
    slots[SIDE] = falls ? -1 : 1;
    slots[STOP] = falls ? -slots[HIGH]! : slots[LOW]!;
    slots[EXTREME] = falls ? -low[i]! : high[i]!;
    slots[FACTOR] = Math.min(this.#step, this.#max);
    // The first stop is bounded by its own bar only.
    slots[HIGH] = high[i]!;
    slots[LOW] = low[i]!;
    return i;
  }
}
