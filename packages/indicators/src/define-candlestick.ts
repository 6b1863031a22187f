import type { IndicatorDefinition } from '@candor/domain/ports/indicator';
import { z } from 'zod';
import { CandleWindow } from './candle-window.ts';
import { defineIndicator } from './define-indicator.ts';

/** What a pattern says at the bar that completes it: 1 bullish (or present, where a pattern has no direction), -1 bearish, 0 absent. */
export type PatternSign = -1 | 0 | 1;

export interface CandlestickDescription {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly source: string;
  /** Index of the first bar at which the pattern can be told: its own bars before the last, and those that "long" is measured against. */
  readonly warmup: number;
  /** Depth that the last bar must reach into the first body, as a share of it. Absent for a pattern without one. */
  readonly penetration?: number;
  readonly detect: (candles: CandleWindow, penetration: number) => PatternSign;
}

/**
 * Returns the indicator of a candlestick pattern: 100, -100 or 0 as TA-Lib has it, at the bar whose close completes the pattern. Like
 * TA-Lib it looks at the bars of the pattern alone: the trend before it is the reader's to judge.
 */
export function defineCandlestick(description: CandlestickDescription): IndicatorDefinition {
  const { warmup, penetration, detect, ...named } = description;
  const share = z
    .number()
    .positive()
    .max(1)
    .default(penetration ?? 1);
  const params: z.ZodType<{ penetration?: number }> =
    penetration === undefined ? z.strictObject({}) : z.strictObject({ penetration: share });
  return defineIndicator({
    ...named,
    group: 'candlestick',
    inputs: ['open', 'high', 'low', 'close'],
    params,
    outputs: [{ name: 'value', title: description.title, unit: 'none', pane: 'own' }],
    warmup: () => [warmup],
    create: (given, out) => {
      const candles = new CandleWindow();
      const depth = given.penetration ?? 0;
      const told = (): number => (candles.seen > warmup ? 100 * detect(candles, depth) : Number.NaN);
      return {
        parts: { candles },
        push: (view) => {
          candles.add(view);
          out[0] = told();
        },
        fold: (series, [value]) => {
          for (let i = 0; i < series.length; i++) {
            candles.addFrom(series, i);
            value![i] = told();
          }
        },
      };
    },
  });
}
