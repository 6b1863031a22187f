import { BarCursor, type BarView } from '@candor/domain/bar';
import { GrowingBarSeries } from '@candor/domain/growing-bar-series';
import type { Instrument } from '@candor/domain/instrument';
import type { FeedBar } from '@candor/domain/ports/bar-feed';
import type { Timeframe } from '@candor/domain/timeframe';

/** The bars of a session as they came in, and one view an instrument that stands on its latest. */
export class Tape {
  readonly views: readonly BarView[];
  readonly #cursors: readonly BarCursor[];
  readonly #growing: readonly GrowingBarSeries[];
  readonly #indexOf: ReadonlyMap<string, number>;

  constructor(instruments: readonly Instrument[], timeframe: Timeframe) {
    this.#growing = instruments.map((instrument) => new GrowingBarSeries(instrument, timeframe));
    this.#cursors = this.#growing.map(({ series }) => new BarCursor(series));
    this.#indexOf = new Map(instruments.map(({ symbol }, k) => [symbol, k]));
    this.views = this.#cursors;
  }

  /** Appends the bars of an instant and returns the views that moved. Bars of other instruments are passed over. */
  append(bars: readonly FeedBar[]): BarView[] {
    const moved = new Set<number>();
    for (const { symbol, bar } of bars) {
      const k = this.#indexOf.get(symbol);
      if (k === undefined) continue;
      this.#growing[k]!.append(bar);
      moved.add(k);
    }
    return [...moved].map((k) => this.#stand(k));
  }

  /** Appends bars that were seen before; the views move once, to the latest. */
  load(instants: Iterable<readonly FeedBar[]>): void {
    for (const bars of instants) {
      for (const { symbol, bar } of bars) {
        const k = this.#indexOf.get(symbol);
        if (k !== undefined) this.#growing[k]!.append(bar);
      }
    }
    for (const k of this.#cursors.keys()) this.#stand(k);
  }

  #stand(k: number): BarView {
    const { series } = this.#growing[k]!;
    BarCursor.rebind(this.#cursors[k]!, series);
    BarCursor.move(this.#cursors[k]!, series.length - 1);
    return this.#cursors[k]!;
  }
}
