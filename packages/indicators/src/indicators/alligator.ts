import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { DelayLine } from '../delay-line.ts';
import { periodParam } from '../period.ts';
import { eachStretch, stretchBuffer } from '../stretches.ts';
import { createRma } from './rma.ts';

const SHIFT = z.int().min(0).max(500);

/**
 * Wilder averages of (H+L)/2, each drawn some bars later: the value of a bar is the one reckoned so many bars before it. Seeded with the
 * mean of the first n values.
 */
export const alligator = defineIndicator({
  id: 'alligator',
  title: 'Williams alligator',
  summary: 'Three smoothed averages of the middle of the bar, shifted forward: jaw, teeth and lips.',
  source: 'Williams, Trading Chaos (1995); Stock.Indicators ToAlligator',
  inputs: ['high', 'low'],
  params: z.strictObject({
    jaw: periodParam(13),
    jawShift: SHIFT.default(8),
    teeth: periodParam(8),
    teethShift: SHIFT.default(5),
    lips: periodParam(5),
    lipsShift: SHIFT.default(3),
  }),
  outputs: [
    { name: 'jaw', title: 'Jaw', unit: 'price', pane: 'price' },
    { name: 'teeth', title: 'Teeth', unit: 'price', pane: 'price' },
    { name: 'lips', title: 'Lips', unit: 'price', pane: 'price' },
  ],
  warmup: (params) => [
    params.jaw - 1 + params.jawShift,
    params.teeth - 1 + params.teethShift,
    params.lips - 1 + params.lipsShift,
  ],
  create: (params, out) => {
    const shifts = [params.jawShift, params.teethShift, params.lipsShift];
    const jaw = createRma(params.jaw);
    const teeth = createRma(params.teeth);
    const lips = createRma(params.lips);
    const averages = [jaw, teeth, lips];
    const jawPast = new DelayLine(params.jawShift);
    const teethPast = new DelayLine(params.teethShift);
    const lipsPast = new DelayLine(params.lipsShift);
    return {
      parts: { jaw, teeth, lips, jawPast, teethPast, lipsPast },
      push: ({ high, low }) => {
        const middle = (high + low) / 2;
        out[0] = jawPast.next(jaw.next(middle));
        out[1] = teethPast.next(teeth.next(middle));
        out[2] = lipsPast.next(lips.next(middle));
      },
      fold: ({ high, low }, columns) => {
        const { length } = high;
        const middle = stretchBuffer(length);
        columns.forEach((column, line) => {
          column.fill(Number.NaN, 0, Math.min(shifts[line]!, length));
        });
        eachStretch(0, length, (from, to) => {
          for (let i = from; i < to; i++) middle[i - from] = (high[i]! + low[i]!) / 2;
          for (let line = 0; line < averages.length; line++) {
            const shift = shifts[line]!;
            // The last values are drawn beyond the end: nobody sees them yet.
            const seen = Math.max(0, Math.min(to, length - shift) - from);
            averages[line]!.fold(middle.subarray(0, seen), columns[line]!.subarray(from + shift, from + shift + seen));
          }
        });
      },
    };
  },
});
