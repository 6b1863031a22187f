import { createBarSeries } from '@candor/domain/bar';
import { dayFromIso } from '@candor/domain/time';
import { accumulationDistribution } from '@candor/indicators/indicators/accumulation-distribution';
import { chaikinMoneyFlow } from '@candor/indicators/indicators/chaikin-money-flow';
import { chaikinOscillator } from '@candor/indicators/indicators/chaikin-oscillator';
import { easeOfMovement } from '@candor/indicators/indicators/ease-of-movement';
import { elderRay } from '@candor/indicators/indicators/elder-ray';
import { forceIndex } from '@candor/indicators/indicators/force-index';
import { klinger } from '@candor/indicators/indicators/klinger';
import { mfi } from '@candor/indicators/indicators/mfi';
import { negativeVolumeIndex } from '@candor/indicators/indicators/negative-volume-index';
import { obv } from '@candor/indicators/indicators/obv';
import { positiveVolumeIndex } from '@candor/indicators/indicators/positive-volume-index';
import { priceVolumeTrend } from '@candor/indicators/indicators/price-volume-trend';
import { pvo } from '@candor/indicators/indicators/pvo';
import { rollingMedian } from '@candor/indicators/indicators/rolling-median';
import { vwap } from '@candor/indicators/indicators/vwap';
import { computePair, type PairKernel } from '@candor/indicators/pair-kernel';
import { createBeta } from '@candor/indicators/pairs/beta';
import { createCorrelation } from '@candor/indicators/pairs/correlation';
import { PIVOT_LEVELS, type PivotConvention, pivotLevels } from '@candor/indicators/pivot-levels';
import type { Adapters, OracleInput } from './adapter.ts';
import { barsOf, seriesOf } from './indicators.ts';
import { fieldsIn, listIn, numberIn, numbersIn, stringIn } from './read-input.ts';

/** Sections 1.7 and 1.8: volume, statistics of two series, and levels. */
export const VOLUME_ADAPTERS: Adapters = {
  'indicators.obv': seriesOf(obv),
  'indicators.accumulationDistribution': seriesOf(accumulationDistribution),
  'indicators.chaikinOscillator': seriesOf(chaikinOscillator),
  'indicators.chaikinMoneyFlow': seriesOf(chaikinMoneyFlow),
  'indicators.mfi': seriesOf(mfi),
  'indicators.forceIndex': seriesOf(forceIndex),
  'indicators.pvo': seriesOf(pvo),
  'indicators.klinger': seriesOf(klinger),
  'indicators.priceVolumeTrend': seriesOf(priceVolumeTrend),
  'indicators.negativeVolumeIndex': seriesOf(negativeVolumeIndex),
  'indicators.positiveVolumeIndex': seriesOf(positiveVolumeIndex),
  'indicators.easeOfMovement': seriesOf(easeOfMovement),
  'indicators.elderRay': seriesOf(elderRay),
  'indicators.rollingMedian': seriesOf(rollingMedian),
  'indicators.correlation': (input) => pairSeries(createCorrelation, input, ['x', 'y']),
  'indicators.beta': (input) => pairSeries(createBeta, input, ['asset', 'market']),
  'indicators.pivotPoints': (input) => {
    const kind = stringIn(input, 'kind') as PivotConvention;
    const price = (name: string): number => numberIn({ price: input[name] ?? Number.NaN }, 'price');
    const levels = pivotLevels(kind, {
      open: price('open'),
      high: price('high'),
      low: price('low'),
      close: price('close'),
      nextOpen: price('nextOpen'),
    });
    return Object.fromEntries(PIVOT_LEVELS[kind].map((name, slot) => [name.toUpperCase(), levels[slot]]));
  },
  'indicators.vwap': (input) => {
    const bars = fieldsIn(input, 'bars');
    const series = barsOf(bars);
    // The bars of a real series carry the day of their session; a case gives instants and a zone instead.
    const dayIn = new Intl.DateTimeFormat('en-CA', { timeZone: stringIn(fieldsIn(input, 'opts'), 'session') });
    const session = Int32Array.from(listIn(bars, 'timestamp'), (at) =>
      dayFromIso(dayIn.format(new Date(at as string))),
    );
    const columns = vwap.compute(createBarSeries(series.instrument, series.timeframe, { ...series, session }), {});
    return {
      vwap: nullable(columns[0]!),
      stdev: nullable(columns[1]!),
      sessionStarts: Array.from(session.keys()).filter((bar) => session[bar] !== session[bar - 1]),
    };
  },
};

// Each side is the name of a column of the case's data, or a list of its own.
function pairSeries(create: (period: number) => PairKernel, input: OracleInput, sides: readonly [string, string]) {
  const asked = fieldsIn(input, 'opts')['period'];
  // Whatever is no number is handed on as one that the product must refuse.
  const period = typeof asked === 'number' ? asked : Number.NaN;
  const [x, y] = sides.map((side) => {
    const given = input[side];
    return Float64Array.from(
      typeof given === 'string' ? numbersIn(fieldsIn(input, 'data'), given) : numbersIn(input, side),
    );
  });
  return { value: nullable(computePair(create(period), x!, y!)) };
}

function nullable(column: Float64Array): (number | null)[] {
  return Array.from(column, (value) => (Number.isNaN(value) ? null : value));
}
