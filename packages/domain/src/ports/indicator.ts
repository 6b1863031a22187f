import type { z } from 'zod';
import type { BarSeries, BarView } from '../bar.ts';
import type { Json } from '../json.ts';

/** A machine pushed one bar at a time. `out` is reused, one slot per output in the order of the description; NaN means not available yet and never leaves the room. */
export interface Indicator {
  push(view: BarView): void;
  readonly out: Float64Array;
  snapshot(): Json;
  restore(state: Json): void;
}

/** A single-input machine, so that indicators chain and take any source column. NaN means not available yet. */
export interface Kernel {
  /** Takes the next value and returns the new output. */
  next(value: number): number;
  /** Whether the latest output is available. */
  readonly ready: boolean;
  snapshot(): Json;
  restore(state: Json): void;
}

export interface IndicatorOutput {
  readonly name: string;
  readonly title: string;
  readonly unit: 'price' | 'percent' | 'ratio' | 'volume' | 'bars' | 'none';
  /** Drawn over the price, or in a pane of its own. */
  readonly pane: 'price' | 'own';
}

/** An indicator described once; catalog, chart menu, API and contract tests are derived from it. */
export interface IndicatorDefinition<Params = unknown> {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** Where the definition comes from: book and page, paper, or library and convention. */
  readonly source: string;
  readonly inputs: readonly ('open' | 'high' | 'low' | 'close' | 'volume')[];
  readonly params: z.ZodType<Params>;
  readonly outputs: readonly [IndicatorOutput, ...IndicatorOutput[]];
  /** Index of the first bar on which each output, in order, is available. */
  warmup(params: Params): readonly number[];
  create(params: Params): Indicator;
  /** Returns one column per output: the fold of `push` over the series, bit for bit. */
  compute(series: BarSeries, params: Params): readonly Float64Array[];
}
