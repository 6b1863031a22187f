import type { Annotation } from '@candor/domain/annotation';
import type { BarView } from '@candor/domain/bar';
import type { StrategyContext } from '@candor/domain/ports/strategy';

/** A strategy's own holding of one instrument, changed by its fills. */
class LegPosition {
  quantity = 0;
  averagePrice = 0;
  openedAtIndex = 0;
  readonly #view: BarView;

  constructor(view: BarView) {
    this.#view = view;
  }

  get barsHeld(): number {
    return this.quantity === 0 ? 0 : this.#view.index - this.openedAtIndex;
  }
}

/** What one strategy may know beside its bars. */
export class LegContext implements StrategyContext {
  readonly position: LegPosition;
  readonly #views: ReadonlyMap<string, BarView>;
  readonly #annotate: (annotation: Annotation) => void;

  constructor(view: BarView, views: ReadonlyMap<string, BarView>, annotate: (annotation: Annotation) => void) {
    this.position = new LegPosition(view);
    this.#views = views;
    this.#annotate = annotate;
  }

  view(symbol: string): BarView | undefined {
    const view = this.#views.get(symbol);
    return view === undefined || view.index < 0 ? undefined : view;
  }

  annotate(annotation: Annotation): void {
    this.#annotate(annotation);
  }
}
