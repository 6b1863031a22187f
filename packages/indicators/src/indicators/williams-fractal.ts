import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { FloatState } from '../float-state.ts';

const SELDOM = 'only the bar that confirms a fractal has a value';

/**
 * A high above those of the `span` bars on each side, and a low below them, both strictly. Reported at the bar that confirms it, `span`
 * bars after the extreme: earlier nobody could know.
 */
export const williamsFractal = defineIndicator({
  id: 'williams-fractal',
  title: 'Williams fractal',
  summary: 'Extreme among its neighbours, reported on the bar that confirms it.',
  source: 'Williams, Trading Chaos (1995); Stock.Indicators ToFractal, which reports it at the extreme',
  inputs: ['high', 'low'],
  params: z.strictObject({
    span: z
      .int()
      .min(1)
      .max(500)
      .default(2)
      .meta({ unit: 'bars', description: 'Bars on either side that must be lower, or higher.' }),
  }),
  outputs: [
    { name: 'high', title: 'Fractal high', unit: 'price', pane: 'price', mayBeMissing: SELDOM, event: true },
    { name: 'low', title: 'Fractal low', unit: 'price', pane: 'price', mayBeMissing: SELDOM, event: true },
  ],
  warmup: ({ span }) => [2 * span, 2 * span],
  create: ({ span }, out) => {
    const length = 2 * span + 1;
    const empty = new Array<number>(length).fill(Number.NaN);
    const highs = new FloatState('fractal highs', empty);
    const lows = new FloatState('fractal lows', empty);
    return {
      parts: { highs, lows },
      push: ({ high, low }) => {
        append(highs.slots, high);
        append(lows.slots, low);
        out[0] = peakOf(highs.slots, span, span);
        out[1] = troughOf(lows.slots, span, span);
      },
      fold: (series, [high, low]) => {
        high!.fill(Number.NaN, 0, length - 1);
        low!.fill(Number.NaN, 0, length - 1);
        for (let i = length - 1; i < series.length; i++) {
          high![i] = peakOf(series.high, i - span, span);
          low![i] = troughOf(series.low, i - span, span);
        }
      },
    };
  },
});

function append(window: Float64Array, value: number): void {
  window.copyWithin(0, 1);
  window[window.length - 1] = value;
}

// A window that is not full holds NaN, above and below which nothing is.
function peakOf(values: Float64Array, at: number, span: number): number {
  const peak = values[at]!;
  for (let step = 1; step <= span; step++) {
    if (!(peak > values[at - step]! && peak > values[at + step]!)) return Number.NaN;
  }
  return peak;
}

function troughOf(values: Float64Array, at: number, span: number): number {
  const trough = values[at]!;
  for (let step = 1; step <= span; step++) {
    if (!(trough < values[at - step]! && trough < values[at + step]!)) return Number.NaN;
  }
  return trough;
}
