import type { Annotation } from '@candor/domain/annotation';
import { BarCursor, type BarSeries, type BarView } from '@candor/domain/bar';
import type { Strategy, StrategyContext } from '@candor/domain/ports/strategy';
import type { Signal } from '@candor/domain/signal';

/** A signal and the annotations of its bar as text, to be compared; undefined for a bar on which nothing was said. */
export type Answer = string | undefined;

export interface WalkOptions {
  readonly onSignal?: (signal: Signal, view: BarView) => void;
  /** Shows every bar through a view of its own instead of one that moves. */
  readonly freshViews?: boolean;
}

/** A strategy on its way over a series, with a holding of one unit that follows its wishes on the next bar's open. */
export class StrategyWalk {
  readonly strategy: Strategy;
  readonly answers: Answer[] = [];
  readonly annotations: { readonly shownOn: number; readonly annotation: Annotation }[] = [];
  failure: { readonly index: number; readonly message: string } | undefined = undefined;
  readonly #series: BarSeries;
  readonly #options: WalkOptions;
  readonly #context: StrategyContext;
  readonly #position = { quantity: 0, averagePrice: 0, barsHeld: 0 };
  #cursor: BarCursor;
  #wanted = 0;
  #marks: Annotation[] = [];

  constructor(strategy: Strategy, series: BarSeries, options: WalkOptions = {}) {
    this.strategy = strategy;
    this.#series = series;
    this.#options = options;
    this.#cursor = new BarCursor(series);
    this.#context = {
      position: this.#position,
      view: (symbol) => (symbol === series.instrument.symbol ? this.#cursor : undefined),
      annotate: (annotation) => {
        this.#marks.push(annotation);
      },
    };
  }

  /** Walks until `length` bars have been shown; a strategy that threw stays where it is. */
  goTo(length: number): void {
    while (this.answers.length < length && !this.failure) this.#step(this.answers.length);
  }

  /** Returns the same way with the same holding, to be gone on by another instance. */
  resumedBy(strategy: Strategy): StrategyWalk {
    const other = new StrategyWalk(strategy, this.#series, this.#options);
    other.answers.push(...this.answers);
    Object.assign(other.#position, this.#position);
    other.#wanted = this.#wanted;
    return other;
  }

  #step(index: number): void {
    this.#fill(index);
    if (this.#options.freshViews) this.#cursor = new BarCursor(this.#series);
    BarCursor.move(this.#cursor, index);
    this.#marks = [];
    try {
      const signal = this.strategy.onBar(this.#cursor, this.#context);
      if (signal) {
        this.#options.onSignal?.(signal, this.#cursor);
        if (signal.want !== 'abstain') this.#wanted = signal.want === 'long' ? 1 : signal.want === 'short' ? -1 : 0;
      }
      for (const annotation of this.#marks) this.annotations.push({ shownOn: index, annotation });
      this.answers.push(textOf(signal, this.#marks));
    } catch (error) {
      this.failure = { index, message: error instanceof Error ? error.message : String(error) };
    }
  }

  #fill(index: number): void {
    const position = this.#position;
    if (position.quantity === this.#wanted) {
      if (position.quantity !== 0) position.barsHeld++;
      return;
    }
    position.quantity = this.#wanted;
    position.averagePrice = this.#wanted === 0 ? 0 : this.#series.open[index]!;
    position.barsHeld = 0;
  }
}

/** Returns the first index at which two lists of answers differ, where both have one. */
export function firstDifference(a: readonly Answer[], b: readonly Answer[]): number | undefined {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return i;
  return undefined;
}

function textOf(signal: Signal | undefined, marks: readonly Annotation[]): Answer {
  if (!signal && marks.length === 0) return undefined;
  const parts = [...(signal ? [signal] : []), ...marks];
  // What JSON would hide is spelled out, so that NaN and a missing number do not look alike.
  return parts
    .map((part) =>
      JSON.stringify(part, (_, value) =>
        typeof value === 'number' && !Number.isFinite(value) ? String(value) : value,
      ),
    )
    .join(' ');
}
