import type { z } from 'zod';
import type { Annotation } from '../annotation.ts';
import type { BarView } from '../bar.ts';
import type { Json } from '../json.ts';
import type { Signal } from '../signal.ts';
import type { VoteSheet } from '../vote-sheet.ts';

/** What a strategy may know beside its bars. Nothing here can act, and cash, other strategies and the broker are out of sight. */
export interface StrategyContext {
  /** The strategy's own holding of the instrument it is being shown. */
  readonly position: {
    /** Signed; 0 when flat. */
    readonly quantity: number;
    /** Average cost; 0 when flat. */
    readonly averagePrice: number;
    /** Bars since the position was opened; 0 when flat. */
    readonly barsHeld: number;
  };
  /** Returns the view of another of the sleeve's instruments, at or before the present instant; undefined before its first bar. */
  view(symbol: string): BarView | undefined;
  /** Puts structure on the chart. */
  annotate(annotation: Annotation): void;
}

/** A machine that is pushed closed bars. Its state is what `snapshot` returns: it survives JSON and resumes bit for bit. */
export interface Strategy {
  onBar(view: BarView, context: StrategyContext): Signal | undefined;
  snapshot(): Json;
  restore(state: Json): void;
  /** How the latest signal came to be, for strategies that are made of several. */
  voteSheet?(): VoteSheet | undefined;
}

/** A strategy described once; parameters, forms, docs, sweeps and contract tests are derived from it. */
export interface StrategyDefinition<Params = unknown> {
  readonly id: string;
  readonly title: string;
  /** One honest sentence. */
  readonly summary: string;
  readonly params: z.ZodType<Params>;
  /** Returns the parameters with every default filled in. Throws `strategies.bad-param` naming the field and the rule. */
  parse(raw: unknown): Params;
  /** Bars that must have closed before the first opinion is possible, the bar of the opinion among them. */
  warmup(params: Params): number;
  create(params: Params): Strategy;
}
