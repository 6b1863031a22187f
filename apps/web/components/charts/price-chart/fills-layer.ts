import type { ISeriesApi, ISeriesPrimitive, SeriesAttachedParameter, Time } from 'lightweight-charts';
import { type ChartBar, placeAtOrBefore } from './chart-bar';
import { type ChartColors, withOpacity } from './chart-colors';
import type { ChartFill, ChartLevel } from './chart-content';
import { LabelPlaces } from './label-places';

type Target = Parameters<
  NonNullable<ReturnType<ReturnType<NonNullable<ISeriesPrimitive['paneViews']>>[number]['renderer']>>['draw']
>[0];

const MARK = 13;
const PLATE = 16;

export interface Drawn {
  readonly bars: readonly ChartBar[];
  readonly fills: readonly ChartFill[];
  readonly levels: readonly ChartLevel[];
  /** Opening time of the bar that is held. */
  readonly pinned: number | undefined;
}

/**
 * What happened on the prices and what is wished for: levels beneath, fills above. Fills are never dropped; a label is when it would lie
 * over another, first that of a level.
 */
export class FillsLayer implements ISeriesPrimitive<Time> {
  #drawn: Drawn = { bars: [], fills: [], levels: [], pinned: undefined };
  #colors: ChartColors;
  #attached: SeriesAttachedParameter<Time> | undefined;
  readonly #views = [{ zOrder: () => 'top' as const, renderer: () => ({ draw: (to: Target) => this.#draw(to) }) }];

  constructor(colors: ChartColors) {
    this.#colors = colors;
  }

  attached(attached: SeriesAttachedParameter<Time>): void {
    this.#attached = attached;
  }

  paneViews() {
    return this.#views;
  }

  show(drawn: Drawn): void {
    this.#drawn = drawn;
    this.#attached?.requestUpdate();
  }

  repaint(colors: ChartColors): void {
    this.#colors = colors;
    this.#attached?.requestUpdate();
  }

  #draw(target: Target): void {
    const attached = this.#attached;
    if (attached === undefined) return;
    // biome-ignore lint/correctness/useHookAtTopLevel: a method of the canvas, which React knows nothing of
    target.useMediaCoordinateSpace(({ context, mediaSize }) => {
      context.font = `500 11px ${this.#colors.font}`;
      context.textBaseline = 'middle';
      const places = new LabelPlaces();
      const marks = this.#marks(attached, mediaSize.width);
      for (const { x, y } of marks) places.take({ x: x - MARK / 2, y: y - MARK / 2, width: MARK, height: MARK });
      this.#drawPinned(context, attached, mediaSize.height);
      this.#drawFills(context, marks, places, mediaSize.width);
      this.#drawLevels(context, attached.series, places, mediaSize.width);
    });
  }

  #marks({ chart, series }: SeriesAttachedParameter<Time>, width: number) {
    const { bars, fills } = this.#drawn;
    const scale = chart.timeScale();
    return fills.flatMap((fill) => {
      const bar = bars[placeAtOrBefore(bars, fill.time)];
      if (bar === undefined) return [];
      const x = scale.timeToCoordinate(bar.time as Time);
      const edge = series.priceToCoordinate(fill.side === 'buy' ? bar.low : bar.high);
      if (x === null || edge === null || x < -MARK || x > width + MARK) return [];
      return [{ fill, x: Number(x), y: Number(edge) + (fill.side === 'buy' ? 1 : -1) * (MARK / 2 + 5) }];
    });
  }

  #drawFills(
    context: CanvasRenderingContext2D,
    marks: readonly { readonly fill: ChartFill; readonly x: number; readonly y: number }[],
    places: LabelPlaces,
    width: number,
  ): void {
    const { up, down, surface, text } = this.#colors;
    // The newest speaks first when there is no room for all.
    for (const { fill, x, y } of marks.toReversed()) {
      const isBuy = fill.side === 'buy';
      const tip = isBuy ? -1 : 1;
      context.beginPath();
      context.moveTo(x, y + tip * (MARK / 2));
      context.lineTo(x - MARK / 2, y - tip * (MARK / 2));
      context.lineTo(x + MARK / 2, y - tip * (MARK / 2));
      context.closePath();
      context.fillStyle = isBuy ? surface : down;
      context.fill();
      context.lineWidth = 1.6;
      context.strokeStyle = isBuy ? up : surface;
      context.stroke();
      const wide = context.measureText(fill.label).width + 8;
      const box = (left: number) => ({ x: left, y: y - PLATE / 2, width: wide, height: PLATE });
      const found = places.find([box(x - MARK / 2 - 3 - wide), box(x + MARK / 2 + 3)].filter(fits(width)));
      if (found === undefined) continue;
      this.#plate(context, found.x, y, wide);
      context.fillStyle = text;
      context.fillText(fill.label, found.x + 4, y + 0.5);
    }
  }

  #drawLevels(
    context: CanvasRenderingContext2D,
    series: ISeriesApi<'Candlestick' | 'Line' | 'Histogram' | 'Area' | 'Bar' | 'Baseline' | 'Custom', Time>,
    places: LabelPlaces,
    width: number,
  ): void {
    const { up, down, text2 } = this.#colors;
    for (const level of this.#drawn.levels) {
      const y = series.priceToCoordinate(level.price);
      if (y === null) continue;
      const color = level.tone === 'up' ? up : level.tone === 'down' ? down : text2;
      const wide = context.measureText(level.label).width + 8;
      const found = places.find([{ x: 8, y: y - PLATE / 2, width: wide, height: PLATE }]);
      context.beginPath();
      context.setLineDash([1.5, 2.5]);
      context.lineWidth = 1;
      context.strokeStyle = color;
      context.moveTo(found === undefined ? 0 : 8 + wide, y);
      context.lineTo(width, y);
      context.stroke();
      context.setLineDash([]);
      if (found === undefined) continue;
      this.#plate(context, 8, y, wide);
      context.fillStyle = color;
      context.fillText(level.label, 12, y + 0.5);
    }
  }

  #drawPinned(context: CanvasRenderingContext2D, { chart }: SeriesAttachedParameter<Time>, height: number): void {
    const { pinned } = this.#drawn;
    const x = pinned === undefined ? null : chart.timeScale().timeToCoordinate(pinned as Time);
    if (x === null) return;
    context.beginPath();
    context.setLineDash([4, 3]);
    context.lineWidth = 1;
    context.strokeStyle = this.#colors.accent;
    context.moveTo(x, 0);
    context.lineTo(x, height);
    context.stroke();
    context.setLineDash([]);
  }

  #plate(context: CanvasRenderingContext2D, x: number, y: number, width: number): void {
    context.fillStyle = withOpacity(this.#colors.surface, 0.88);
    context.beginPath();
    context.roundRect(x, y - PLATE / 2, width, PLATE, 3);
    context.fill();
  }
}

function fits(width: number) {
  return (box: { readonly x: number; readonly width: number }) => box.x >= 0 && box.x + box.width <= width;
}
