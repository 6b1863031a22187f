import {
  type CandlestickData,
  CandlestickSeries,
  ColorType,
  CrosshairMode,
  createChart,
  type HistogramData,
  HistogramSeries,
  type IChartApi,
  type IPaneApi,
  type ISeriesApi,
  type LineData,
  LineSeries,
  LineStyle,
  type MouseEventParams,
  type PriceFormat,
  PriceScaleMode,
  type Time,
  type WhitespaceData,
} from 'lightweight-charts';
import { price, tickDigits } from '@/lib/format';
import { type ChartBar, changedFrom, placeAtOrBefore } from './chart-bar';
import { type ChartColors, onThemeChange, readColors, withOpacity } from './chart-colors';
import { type ChartFill, type ChartLayer, type ChartLevel, PRICE_PANE, SERIES_COLORS } from './chart-content';
import { crosshairWords, tickWords } from './exchange-axis';
import { FillsLayer } from './fills-layer';
import { PaneTitle } from './pane-title';

export interface PriceChartContent {
  /** Names the series of bars: with another name everything is drawn anew. */
  readonly seriesKey: string;
  readonly bars: readonly ChartBar[];
  readonly isIntraday: boolean;
  readonly isLog: boolean;
  readonly tickSize: number;
  readonly hasVolume: boolean;
  readonly layers: readonly ChartLayer[];
  /** Closes of another symbol, one a bar; scaled to the first bar in sight. */
  readonly benchmark: { readonly name: string; readonly closes: readonly (number | null)[] } | undefined;
  readonly fills: readonly ChartFill[];
  readonly levels: readonly ChartLevel[];
  /** Opening time of the bar that is held. */
  readonly pinned: number | undefined;
  /** How many bars are in sight at first. */
  readonly firstSight: number;
}

export interface PriceChartEvents {
  /** The bar under the pointer; undefined when it has left. */
  readonly onHover: (place: number | undefined) => void;
  readonly onPick: (place: number) => void;
  /** The left end came near. */
  readonly onNeedOlder: () => void;
}

type Point = LineData | HistogramData | WhitespaceData;
type AnySeries = ISeriesApi<'Line'> | ISeriesApi<'Histogram'>;

interface DrawnLayer {
  readonly series: AnySeries;
  readonly layer: ChartLayer;
}

const PRICE_STRETCH = 7;
const OTHER_STRETCH = 1.2;
const NEAR_THE_LEFT = 20;
const LOW_CHART = 400;
/** The library goes through all bars at each update: more of them than these cost as much as drawing everything anew. */
const MOST_UPDATES = 40;

/** The chart on its canvas. A few new bars are put behind the others; everything is drawn anew when it has become another, or there are many. */
export class PriceChartView {
  readonly #chart: IChartApi;
  readonly #events: PriceChartEvents;
  readonly #candles: ISeriesApi<'Candlestick'>;
  readonly #marks: FillsLayer;
  readonly #layers = new Map<string, DrawnLayer>();
  readonly #ownPanes = new Map<string, IPaneApi<Time>>();
  readonly #endTheme: () => void;
  readonly #size: ResizeObserver;
  #volume: ISeriesApi<'Histogram'> | undefined;
  #benchmark: { readonly series: ISeriesApi<'Line'>; factor: number | undefined } | undefined;
  #colors = readColors();
  #content: PriceChartContent | undefined;
  #rescaling: ReturnType<typeof setTimeout> | undefined;
  #resizing = 0;

  constructor(container: HTMLElement, events: PriceChartEvents) {
    this.#events = events;
    this.#chart = createChart(container, {
      width: container.clientWidth,
      height: container.clientHeight,
      layout: { attributionLogo: false, fontSize: 11, panes: { enableResize: true } },
      // A finger that goes up or down moves the page, not the prices.
      handleScroll: { vertTouchDrag: false },
      crosshair: { mode: CrosshairMode.MagnetOHLC },
      grid: { vertLines: { visible: false } },
      rightPriceScale: {
        borderVisible: true,
        minimumWidth: 58,
        // The legend lies over the top, two lines high.
        scaleMargins: { top: container.clientHeight < LOW_CHART ? 0.26 : 0.14, bottom: 0.06 },
      },
      timeScale: {
        rightOffset: 4,
        borderVisible: true,
        minBarSpacing: 0.2,
        tickMarkFormatter: (time: Time, type: number) => tickWords(Number(time), type),
      },
      localization: { timeFormatter: (time: Time) => crosshairWords(Number(time)) },
    });
    this.#candles = this.#chart.addSeries(CandlestickSeries, { priceLineStyle: LineStyle.Dotted, priceLineWidth: 1 });
    this.#marks = new FillsLayer(this.#colors);
    this.#candles.attachPrimitive(this.#marks);
    this.#chart.subscribeCrosshairMove(this.#hover);
    this.#chart.subscribeClick(this.#pick);
    this.#chart.timeScale().subscribeVisibleLogicalRangeChange(this.#look);
    this.#endTheme = onThemeChange(() => this.#repaint());
    this.#size = new ResizeObserver(this.#resize);
    this.#size.observe(container);
    this.#repaint();
  }

  /** Draws what changed since the last time. */
  show(content: PriceChartContent): void {
    const before = this.#content;
    this.#content = content;
    const { bars } = content;
    const isOther = before?.seriesKey !== content.seriesKey;
    const changed = isOther ? undefined : changedFrom(before.bars, bars);
    const from = changed !== undefined && bars.length - changed > MOST_UPDATES ? undefined : changed;
    const isSame = !isOther && before.bars === bars;
    if (isOther || before.isLog !== content.isLog) {
      this.#candles.priceScale().applyOptions({
        mode: content.isLog ? PriceScaleMode.Logarithmic : PriceScaleMode.Normal,
        ...(isOther ? { autoScale: true } : {}),
      });
    }
    if (isOther || before.isIntraday !== content.isIntraday || before.tickSize !== content.tickSize) {
      this.#chart.applyOptions({ timeScale: { timeVisible: content.isIntraday, secondsVisible: false } });
      this.#candles.applyOptions({ priceFormat: priceFormatOf(content.tickSize) });
    }
    if (!isSame) this.#showBars(bars, from);
    this.#showVolume(content, isSame ? bars.length : from);
    this.#showLayers(content.layers, isSame ? bars.length : from);
    this.#showBenchmark(content, before, isSame ? bars.length : from);
    this.#marks.show(content);
    if (isOther && bars.length > 0) this.#sight(bars.length, content.firstSight);
    if (content.pinned !== undefined && (isOther || content.pinned !== before.pinned)) {
      this.#reveal(placeAtOrBefore(bars, content.pinned));
    }
  }

  /** Moves the crosshair to a bar, and the bar into sight. */
  point(place: number | undefined): void {
    const bar = place === undefined ? undefined : this.#content?.bars[place];
    if (place === undefined || bar === undefined) {
      this.#chart.clearCrosshairPosition();
      return;
    }
    this.#reveal(place);
    this.#chart.setCrosshairPosition(bar.close, bar.time as Time, this.#candles);
  }

  /** Brings a bar into the middle when it is out of sight. */
  #reveal(place: number): void {
    const scale = this.#chart.timeScale();
    const range = scale.getVisibleLogicalRange();
    if (range === null || (place >= range.from + 1 && place <= range.to - 1)) return;
    const half = (range.to - range.from) / 2;
    scale.setVisibleLogicalRange({ from: place - half, to: place + half });
  }

  remove(): void {
    clearTimeout(this.#rescaling);
    this.#size.disconnect();
    cancelAnimationFrame(this.#resizing);
    this.#endTheme();
    this.#chart.remove();
  }

  #sight(length: number, count: number): void {
    this.#chart.timeScale().setVisibleLogicalRange({ from: length - count, to: length + 3 });
  }

  #showBars(bars: readonly ChartBar[], from: number | undefined): void {
    if (from === undefined) {
      this.#candles.setData(bars.map(candleOf));
      return;
    }
    for (const bar of bars.slice(from)) this.#candles.update(candleOf(bar));
  }

  #showVolume({ bars, hasVolume }: PriceChartContent, from: number | undefined): void {
    if (!hasVolume) {
      if (this.#volume !== undefined) this.#chart.removeSeries(this.#volume);
      this.#volume = undefined;
      return;
    }
    const isNew = this.#volume === undefined;
    this.#volume ??= this.#addVolume();
    const point = (bar: ChartBar) => volumeOf(bar, this.#colors);
    if (isNew || from === undefined) this.#volume.setData(bars.map(point));
    else for (const bar of bars.slice(from)) this.#volume.update(point(bar));
  }

  #addVolume(): ISeriesApi<'Histogram'> {
    const series = this.#chart.addSeries(
      HistogramSeries,
      { priceFormat: { type: 'volume' }, priceLineVisible: false, lastValueVisible: false, base: 0 },
      1,
    );
    // Scales of other panes begin as that of the prices is, which may be logarithmic.
    series.priceScale().applyOptions({ mode: PriceScaleMode.Normal, scaleMargins: { top: 0.12, bottom: 0 } });
    this.#dressPane(series.getPane(), 'Volume');
    return series;
  }

  #dressPane(pane: IPaneApi<Time>, title: string): void {
    const [prices] = this.#chart.panes();
    prices?.setStretchFactor(PRICE_STRETCH);
    pane.setStretchFactor(OTHER_STRETCH);
    pane.attachPrimitive(new PaneTitle(title, () => this.#colors));
  }

  #showLayers(layers: readonly ChartLayer[], from: number | undefined): void {
    const wanted = new Map(layers.map((layer) => [layer.key, layer]));
    for (const [key, drawn] of this.#layers) {
      const layer = wanted.get(key);
      const isKept =
        layer !== undefined && layer.pane === drawn.layer.pane && (layer.style === 'histogram') === isHistogram(drawn);
      if (isKept) continue;
      this.#chart.removeSeries(drawn.series);
      this.#layers.delete(key);
      if (![...this.#layers.values()].some((other) => other.layer.pane === drawn.layer.pane)) {
        this.#ownPanes.delete(drawn.layer.pane);
      }
    }
    const bars = this.#content?.bars ?? [];
    for (const layer of layers) {
      const drawn = this.#layers.get(layer.key);
      const series = drawn?.series ?? this.#addLayer(layer);
      if (drawn !== undefined && drawn.layer.color !== layer.color) series.applyOptions(looksOf(layer, this.#colors));
      this.#layers.set(layer.key, { series, layer });
      const hasSameValues =
        drawn?.layer.color === layer.color && isSameUpTo(from ?? 0, drawn.layer.values, layer.values);
      const point = (bar: ChartBar, place: number) => pointOf(layer, bar, place, this.#colors);
      if (!hasSameValues || from === undefined) series.setData(bars.map(point));
      else for (let place = from; place < bars.length; place++) series.update(point(bars[place] as ChartBar, place));
    }
  }

  #addLayer(layer: ChartLayer): AnySeries {
    const known = this.#ownPanes.get(layer.pane);
    const isOfPrice = layer.pane === PRICE_PANE;
    const pane = isOfPrice ? 0 : (known?.paneIndex() ?? this.#chart.panes().length);
    const looks = { ...looksOf(layer, this.#colors), priceLineVisible: false, lastValueVisible: false };
    const series =
      layer.style === 'histogram'
        ? this.#chart.addSeries(HistogramSeries, looks, pane)
        : this.#chart.addSeries(LineSeries, { ...looks, crosshairMarkerVisible: false }, pane);
    if (!isOfPrice && known === undefined) {
      this.#ownPanes.set(layer.pane, series.getPane());
      this.#dressPane(series.getPane(), layer.pane);
      series.priceScale().applyOptions({ mode: PriceScaleMode.Normal, scaleMargins: { top: 0.2, bottom: 0.08 } });
    }
    return series;
  }

  #showBenchmark(content: PriceChartContent, before: PriceChartContent | undefined, from: number | undefined): void {
    if (content.benchmark === undefined) {
      if (this.#benchmark !== undefined) this.#chart.removeSeries(this.#benchmark.series);
      this.#benchmark = undefined;
      return;
    }
    if (this.#benchmark === undefined) {
      const series = this.#chart.addSeries(LineSeries, {
        color: this.#colors.text3,
        lineStyle: LineStyle.Dotted,
        lineWidth: 2,
        priceLineVisible: false,
        lastValueVisible: false,
        crosshairMarkerVisible: false,
      });
      this.#benchmark = { series, factor: undefined };
    }
    const isOther = before?.benchmark?.name !== content.benchmark.name || from === undefined;
    if (isOther || this.#benchmark.factor === undefined) {
      this.#benchmark.factor = undefined;
      this.#rescale();
      return;
    }
    const { series, factor } = this.#benchmark;
    for (let place = from; place < content.bars.length; place++) {
      series.update(scaledOf(content, place, factor ?? 1));
    }
  }

  /** Scales the other symbol so that both start at one price at the left of what is in sight. */
  #rescale(): void {
    const content = this.#content;
    if (this.#benchmark === undefined || content?.benchmark === undefined) return;
    const range = this.#chart.timeScale().getVisibleLogicalRange();
    const first = Math.max(0, Math.ceil(range?.from ?? 0));
    const factor = factorFrom(content, first);
    if (factor === undefined) {
      this.#benchmark.series.setData([]);
      return;
    }
    if (factor === this.#benchmark.factor) return;
    this.#benchmark.factor = factor;
    this.#benchmark.series.setData(content.bars.map((_, place) => scaledOf(content, place, factor)));
  }

  /** Told by the pointer, and when other bars move under it; not when we move the crosshair. */
  readonly #hover = ({ logical, point }: MouseEventParams): void => {
    this.#events.onHover(point === undefined ? undefined : this.#placeOf(logical));
  };

  readonly #pick = ({ logical }: MouseEventParams): void => {
    const place = this.#placeOf(logical);
    if (place !== undefined) this.#events.onPick(place);
  };

  #placeOf(logical: number | undefined): number | undefined {
    const length = this.#content?.bars.length ?? 0;
    if (logical === undefined || length === 0) return undefined;
    return Math.max(0, Math.min(length - 1, Math.round(logical)));
  }

  /** All canvases are made anew, which takes longest of all: what caused it is on the screen a frame before. */
  readonly #resize: ResizeObserverCallback = ([entry]) => {
    if (entry === undefined) return;
    const { width, height } = entry.contentRect;
    cancelAnimationFrame(this.#resizing);
    this.#resizing = requestAnimationFrame(() => this.#chart.resize(width, height));
  };

  readonly #look = (range: { readonly from: number } | null): void => {
    if (range !== null && range.from < NEAR_THE_LEFT && (this.#content?.bars.length ?? 0) > 0) {
      this.#events.onNeedOlder();
    }
    if (this.#benchmark === undefined) return;
    clearTimeout(this.#rescaling);
    this.#rescaling = setTimeout(() => this.#rescale(), 120);
  };

  #repaint(): void {
    this.#colors = readColors();
    const { surface, line, text2, text3, up, down, tag, font } = this.#colors;
    this.#chart.applyOptions({
      layout: {
        background: { type: ColorType.Solid, color: surface },
        textColor: text2,
        fontFamily: font,
        panes: { separatorColor: line, separatorHoverColor: withOpacity(text3, 0.3) },
      },
      grid: { horzLines: { color: withOpacity(line, 0.7) } },
      rightPriceScale: { borderColor: line },
      timeScale: { borderColor: line },
      crosshair: {
        vertLine: { color: text3, labelBackgroundColor: tag },
        horzLine: { color: text3, labelBackgroundColor: tag },
      },
    });
    this.#candles.applyOptions({
      upColor: surface,
      borderUpColor: up,
      wickUpColor: up,
      downColor: down,
      borderDownColor: down,
      wickDownColor: down,
      priceLineColor: tag,
    });
    this.#marks.repaint(this.#colors);
    const bars = this.#content?.bars ?? [];
    this.#volume?.setData(bars.map((bar) => volumeOf(bar, this.#colors)));
    this.#benchmark?.series.applyOptions({ color: text3 });
    for (const { series, layer } of this.#layers.values()) {
      series.applyOptions(looksOf(layer, this.#colors));
      if (layer.style === 'histogram') {
        series.setData(bars.map((bar, place) => pointOf(layer, bar, place, this.#colors)));
      }
    }
  }
}

/** Whether the first values of both are the same. Computed anew for more bars, they mostly are. */
function isSameUpTo(end: number, one: ChartLayer['values'], other: ChartLayer['values']): boolean {
  if (one === other) return true;
  for (let place = 0; place < end; place++) if (one[place] !== other[place]) return false;
  return true;
}

function isHistogram({ series }: DrawnLayer): boolean {
  return series.seriesType() === 'Histogram';
}

/** Without ticks, prices are written as they were found, and the axis moves by the finest step it can show. */
function priceFormatOf(tickSize: number): PriceFormat {
  if (tickSize > 0) return { type: 'price', precision: tickDigits(tickSize), minMove: tickSize };
  return { type: 'custom', formatter: (value: number) => price(value, 0), minMove: 1e-8 };
}

function candleOf({ time, open, high, low, close }: ChartBar): CandlestickData {
  return { time: time as Time & number, open, high, low, close };
}

function volumeOf({ time, open, close, volume }: ChartBar, { up, down }: ChartColors): Point {
  if (volume === null) return { time: time as Time & number };
  return {
    time: time as Time & number,
    value: volume,
    color: close < open ? withOpacity(down, 0.69) : withOpacity(up, 0.33),
  };
}

function pointOf(layer: ChartLayer, { time }: ChartBar, place: number, { series }: ChartColors): Point {
  const value = layer.values[place] ?? null;
  if (value === null) return { time: time as Time & number };
  if (layer.style !== 'histogram') return { time: time as Time & number, value };
  // Below zero it is full, above it is light: the side is told without a second colour.
  return { time: time as Time & number, value, color: withOpacity(series[layer.color], value < 0 ? 0.9 : 0.5) };
}

function looksOf({ color, style }: ChartLayer, { series }: ChartColors) {
  const place = SERIES_COLORS.indexOf(color);
  const isBand = style === 'bands';
  return {
    color: series[color],
    lineWidth: isBand ? (1 as const) : (2 as const),
    lineStyle: place >= 6 ? LineStyle.Dotted : place >= 4 ? LineStyle.Dashed : LineStyle.Solid,
    ...(style === 'marks' ? { lineVisible: false, pointMarkersVisible: true, pointMarkersRadius: 2.5 } : {}),
  };
}

function factorFrom({ bars, benchmark }: PriceChartContent, first: number): number | undefined {
  for (let place = first; place < bars.length; place++) {
    const other = benchmark?.closes[place] ?? null;
    const bar = bars[place];
    if (other !== null && bar !== undefined) return bar.close / other;
  }
  return undefined;
}

function scaledOf({ bars, benchmark }: PriceChartContent, place: number, factor: number): Point {
  const time = bars[place]?.time as Time & number;
  const value = benchmark?.closes[place] ?? null;
  return value === null ? { time } : { time, value: value * factor };
}
