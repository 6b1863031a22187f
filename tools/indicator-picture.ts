import { type BarSeries, sliceBarSeries } from '@candor/domain/bar';
import type { IndicatorDefinition, IndicatorOutput } from '@candor/domain/ports/indicator';

const WIDTH = 480;
const PRICE_HEIGHT = 140;
const OWN_HEIGHT = 84;
const GAP = 10;
const MARGIN = 4;
const LEGEND_HEIGHT = 13;
const LEGEND_LETTERS = 80;
const BARS = 90;
// A pattern is looked at closely, with a little of what came of it.
const PATTERN_BARS = 24;
const PATTERN_AFTER = 5;

// All of them stand out by 3 to 1 from white paper and from a dark page, whichever the reader has.
const INK = '#7d8590';
const UP = '#0b8a72';
const DOWN = '#d4570f';
const LINES = ['#2f7de1', '#c2571a', '#0b8a72', '#b453c4', '#a87c07', '#d03a5e', '#5b7f95', '#7a6ff0', '#7c8a2e'];

/** Returns the picture of an indicator with its default parameters over the last bars of a series, as SVG without a background. */
export function indicatorPicture(definition: IndicatorDefinition, series: BarSeries): string {
  return definition.group === 'candlestick' ? patternPicture(definition, series) : linePicture(definition, series);
}

/** Index of the last bar at which a pattern is there; -1 when it never is. */
export function lastOccurrence(definition: IndicatorDefinition, series: BarSeries): number {
  const [value] = definition.compute(series, definition.parse({}));
  return value!.findLastIndex((told) => !Number.isNaN(told) && told !== 0);
}

interface DrawnLine {
  readonly output: IndicatorOutput;
  readonly values: Float64Array;
  readonly color: string;
}

function linePicture(definition: IndicatorDefinition, whole: BarSeries): string {
  const from = whole.length - BARS;
  const series = sliceBarSeries(whole, from, whole.length);
  const columns = definition.compute(whole, definition.parse({}));
  const lines = definition.outputs.map((output, i): DrawnLine => {
    const values = columns[i]!.subarray(from);
    return { output, values, color: LINES[i % LINES.length]! };
  });
  const over = lines.filter(({ output }) => output.pane === 'price');
  const below = lines.filter(({ output }) => output.pane === 'own');
  const price = new Pane(0, PRICE_HEIGHT, BARS, [series.high, series.low, ...over.map(({ values }) => values)]);
  const parts = [barsOf(series, price), ...over.map((line) => drawn(line, price)), legend(over, 0)];
  let height = PRICE_HEIGHT;
  if (below.length > 0) {
    const top = PRICE_HEIGHT + GAP;
    height = top + OWN_HEIGHT;
    parts.push(`<path d="M0 ${top - GAP / 2}h${WIDTH}" stroke="${INK}" stroke-opacity=".35"/>`);
    for (const line of below) {
      // Lines of one unit share a scale; those of others have their own.
      const alike = below.filter(({ output }) => output.unit === line.output.unit).map(({ values }) => values);
      parts.push(drawn(line, new Pane(top, OWN_HEIGHT, BARS, alike)));
    }
    parts.push(legend(below, top));
  }
  return svg(definition.title, height, parts);
}

function patternPicture(definition: IndicatorDefinition, whole: BarSeries): string {
  const at = lastOccurrence(definition, whole);
  const to = Math.min(whole.length, at + 1 + PATTERN_AFTER);
  const from = Math.max(0, to - PATTERN_BARS);
  const series = sliceBarSeries(whole, from, to);
  const [value] = definition.compute(whole, definition.parse({}));
  const pane = new Pane(2, PRICE_HEIGHT - 16, series.length, [series.high, series.low]);
  const candles: string[] = [];
  const marks: string[] = [];
  for (let i = 0; i < series.length; i++) {
    const x = pane.x(i);
    const [open, close] = [pane.y(series.open[i]!), pane.y(series.close[i]!)];
    const [top, foot] = [Math.min(open, close), Math.max(open, close)];
    candles.push(`M${x} ${pane.y(series.high[i]!)}V${top}M${x} ${foot}V${pane.y(series.low[i]!)}`);
    candles.push(`M${x - 6} ${top}h12v${Math.max(1, foot - top)}h-12z`);
    if (series.close[i]! < series.open[i]!)
      marks.push(`<path d="M${x - 6} ${top}h12v${foot - top}h-12z" fill="${INK}"/>`);
    const told = value![from + i]!;
    if (told > 0) marks.push(`<path d="M${x} ${pane.y(series.low[i]!) + 4}l5 9h-10z" stroke="${UP}" fill="none"/>`);
    if (told < 0) marks.push(`<path d="M${x} ${pane.y(series.high[i]!) - 4}l5-9h-10z" fill="${DOWN}"/>`);
  }
  return svg(definition.title, PRICE_HEIGHT, [`<path d="${candles.join('')}" stroke="${INK}" fill="none"/>`, ...marks]);
}

/** A part of the picture with a scale of its own. */
class Pane {
  readonly #top: number;
  readonly #height: number;
  readonly #step: number;
  readonly #low: number;
  readonly #span: number;

  constructor(top: number, height: number, bars: number, columns: readonly Float64Array[]) {
    this.#top = top + MARGIN + LEGEND_HEIGHT;
    this.#height = height - 2 * MARGIN - LEGEND_HEIGHT;
    this.#step = WIDTH / bars;
    const values = columns.flatMap((column) => [...column].filter((value) => !Number.isNaN(value)));
    this.#low = Math.min(...values);
    this.#span = Math.max(...values) - this.#low || 1;
  }

  x(bar: number): number {
    return Math.round((bar + 0.5) * this.#step);
  }

  y(value: number): number {
    return Math.round(this.#top + this.#height * (1 - (value - this.#low) / this.#span));
  }
}

function barsOf({ high, low, length }: BarSeries, pane: Pane): string {
  let path = '';
  for (let i = 0; i < length; i++) {
    const top = pane.y(high[i]!);
    path += `M${pane.x(i)} ${top}v${Math.max(1, pane.y(low[i]!) - top)}`;
  }
  return `<path d="${path}" stroke="${INK}" stroke-opacity=".8"/>`;
}

function drawn({ output, values, color }: DrawnLine, pane: Pane): string {
  if (output.event) {
    const dots = [...values].map((value, i) => (Number.isNaN(value) ? '' : `M${pane.x(i)} ${pane.y(value)}h0`));
    return `<path d="${dots.join('')}" stroke="${color}" stroke-width="6" stroke-linecap="round"/>`;
  }
  let path = '';
  let before: readonly [x: number, y: number] | undefined;
  values.forEach((value, i) => {
    if (Number.isNaN(value)) {
      before = undefined;
      return;
    }
    const here = [pane.x(i), pane.y(value)] as const;
    path += before ? `l${here[0] - before[0]} ${here[1] - before[1]}` : `M${here[0]} ${here[1]}`;
    before = here;
  });
  return `<path d="${path.replaceAll(' -', '-')}" stroke="${color}" stroke-width="1.5" fill="none" stroke-linejoin="round"/>`;
}

function legend(lines: readonly DrawnLine[], top: number): string {
  const isLong = lines.reduce((letters, { output }) => letters + output.title.length + 1, 0) > LEGEND_LETTERS;
  const words = lines.map(
    ({ output, color }) => `<tspan fill="${color}">${escaped(isLong ? output.name : output.title)}</tspan>`,
  );
  if (words.length === 0) return '';
  return `<text x="2" y="${top + 11}" font-family="sans-serif" font-size="10">${words.join(' ')}</text>`;
}

function svg(title: string, height: number, parts: readonly string[]): string {
  const size = `width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img"><title>${escaped(title)}</title>\n${parts.filter(Boolean).join('\n')}\n</svg>\n`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
