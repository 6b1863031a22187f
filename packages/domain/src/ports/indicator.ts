import type { z } from 'zod';
import type { BarSeries, BarView } from '../bar.ts';
import type { Json } from '../json.ts';

/**
 * A machine pushed one bar at a time. `out` is reused, one slot per output in the order of the description; NaN means not available
 * and never leaves the room. The columns it reads must be finite: a session's bars are, and `compute` checks.
 */
export interface Indicator {
  push(view: BarView): void;
  readonly out: Float64Array;
  snapshot(): Json;
  restore(state: Json): void;
}

/**
 * A single-input machine, so that indicators chain and take any source column. NaN means not available yet. Its inputs must be
 * finite: a chain starts the next kernel once the one before it is ready.
 */
export interface Kernel {
  /** Takes the next value and returns the new output. */
  next(value: number): number;
  /** Whether the latest output is available. */
  readonly ready: boolean;
  snapshot(): Json;
  restore(state: Json): void;
}

/** A kernel that also walks a whole column: the fold of `next` from its present state, bit for bit, in one tight loop. */
export interface ColumnKernel extends Kernel {
  fold(values: Float64Array, out: Float64Array): void;
}

export interface IndicatorOutput {
  readonly name: string;
  readonly title: string;
  readonly unit: 'price' | 'percent' | 'ratio' | 'volume' | 'bars' | 'none';
  /**
   * Power of the price that the value is proportional to, where its unit does not tell: otherwise 1 for a price and 0 for all else. `none`
   * where it is proportional to no power of it.
   */
  readonly priceDegree?: number | 'none';
  /** Drawn over the price, or in a pane of its own. */
  readonly pane: 'price' | 'own';
  /** Why a bar after the warm-up may have no value (a denominator of zero, say). Absent means that every bar has one. */
  readonly mayBeMissing?: string;
  /** Has a value only on bars on which something happened; its warm-up is the first bar on which it can. Drawn as marks, not as a line. */
  readonly event?: true;
}

/** An indicator described once; catalog, chart menu, API and contract tests are derived from it. */
export interface IndicatorDefinition<Params = unknown> {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** Where the definition comes from: book and page, paper, or library and convention. */
  readonly source: string;
  /** Section of the menu that it stands in, where it is one of many alike. */
  readonly group?: 'candlestick';
  readonly inputs: readonly ('open' | 'high' | 'low' | 'close' | 'volume')[];
  /** Names, types, bounds and defaults of the parameters; a choice between published forms is an enum named `convention`. */
  readonly params: z.ZodType<Params>;
  readonly outputs: readonly [IndicatorOutput, ...IndicatorOutput[]];
  /** Returns the parameters with defaults filled in. Throws `indicators.bad-param` (invalid) naming the field and its rule. */
  parse(params: unknown): Params;
  /** Index of the first bar on which each output, in order, is available. */
  warmup(params: Params): readonly number[];
  create(params: Params): Indicator;
  /**
   * Returns one column per output: the fold of `push` over the series, bit for bit. Writes into `columns` where they are given.
   * Throws `indicators.bad-input` (invalid) naming column and index where an input is NaN or infinite, a high is below its low or a price
   * of which a logarithm is taken is not above zero, and `indicators.length-mismatch` for columns of different length. A series too short for a value is no error: it gives NaN.
   */
  compute(series: BarSeries, params: Params, columns?: readonly Float64Array[]): readonly Float64Array[];
}
