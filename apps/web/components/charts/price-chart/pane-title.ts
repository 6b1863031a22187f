import type { IPanePrimitive, PaneAttachedParameter, Time } from 'lightweight-charts';
import { type ChartColors, withOpacity } from './chart-colors';

type Target = Parameters<
  NonNullable<ReturnType<ReturnType<NonNullable<IPanePrimitive['paneViews']>>[number]['renderer']>>['draw']
>[0];

/** The name of a pane, at its upper left. */
export class PaneTitle implements IPanePrimitive<Time> {
  readonly #title: string;
  readonly #colors: () => ChartColors;
  #attached: PaneAttachedParameter<Time> | undefined;
  readonly #views = [{ zOrder: () => 'top' as const, renderer: () => ({ draw: (to: Target) => this.#draw(to) }) }];

  constructor(title: string, colors: () => ChartColors) {
    this.#title = title;
    this.#colors = colors;
  }

  attached(attached: PaneAttachedParameter<Time>): void {
    this.#attached = attached;
    attached.requestUpdate();
  }

  paneViews() {
    return this.#attached === undefined ? [] : this.#views;
  }

  #draw(target: Target): void {
    // biome-ignore lint/correctness/useHookAtTopLevel: a method of the canvas, which React knows nothing of
    target.useMediaCoordinateSpace(({ context }) => {
      const { surface, text2, font } = this.#colors();
      context.font = `450 11px ${font}`;
      context.textBaseline = 'middle';
      context.fillStyle = withOpacity(surface, 0.88);
      context.fillRect(8, 4, context.measureText(this.#title).width + 10, 18);
      context.fillStyle = text2;
      context.fillText(this.#title, 13, 13.5);
    });
  }
}
