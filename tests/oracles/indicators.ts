import { type BarSeries, createBarSeries } from '@candor/domain/bar';
import type { IndicatorDefinition } from '@candor/domain/ports/indicator';
import { createRng } from '@candor/domain/rng';
import { indicatorCatalog } from '@candor/indicators/catalog';
import { describeParams } from '@candor/indicators/describe-params';
import { atr } from '@candor/indicators/indicators/atr';
import { bollinger } from '@candor/indicators/indicators/bollinger';
import { ema } from '@candor/indicators/indicators/ema';
import { macd } from '@candor/indicators/indicators/macd';
import { rma } from '@candor/indicators/indicators/rma';
import { rsi } from '@candor/indicators/indicators/rsi';
import { sma } from '@candor/indicators/indicators/sma';
import { stdev } from '@candor/indicators/indicators/stdev';
import { trueRange } from '@candor/indicators/indicators/true-range';
import { zScore } from '@candor/indicators/indicators/z-score';
import { INDICATOR_LAWS } from '@candor/indicators/laws';
import type { Adapters, OracleInput } from './adapter.ts';
import { fieldsIn, numbersIn } from './read-input.ts';

/** Section 1: each function is the indicator of that name, computed over the case's columns. */
export const INDICATORS_ADAPTERS: Adapters = {
  'indicators.sma': seriesOf(sma),
  'indicators.ema': seriesOf(ema),
  'indicators.rma': seriesOf(rma),
  'indicators.stdev': seriesOf(stdev),
  'indicators.bollinger': seriesOf(bollinger, { mult: 'multiplier' }),
  'indicators.trueRange': seriesOf(trueRange),
  'indicators.atr': seriesOf(atr),
  'indicators.macd': seriesOf(macd),
  'indicators.rsi': seriesOf(rsi),
  'indicators.zscore': seriesOf(zScore),
  'indicators.property': (input) => {
    const bars = barsOf(input);
    const untied = withoutTies(bars);
    const broken = indicatorCatalog.flatMap((definition) =>
      PROPERTY_LAWS.flatMap((law) => law.check(definition, definition.parse({}), law.id === 'scale' ? untied : bars)),
    );
    return broken.length === 0 ? true : broken;
  },
};

// The three properties (stream, causal, scale) are these laws; each case runs them all.
const PROPERTY_LAWS = INDICATOR_LAWS.filter(({ id }) =>
  ['stream-is-batch', 'peek', 'snapshot', 'prefix', 'scale'].includes(id),
);

/**
 * Returns the bars with every price moved by a few millionths, and highs up and lows down by the most. Prices in whole cents tie (a high
 * that rose by what the low fell), a tie is decided by the rounding of a sum, and that is another one of prices ten times as large.
 */
export function withoutTies(bars: BarSeries): BarSeries {
  const rng = createRng(1);
  const moved = (column: Float64Array, least: number): Float64Array =>
    column.map((price) => price + Math.abs(price) * 1e-6 * (least + rng.next()));
  return createBarSeries(bars.instrument, bars.timeframe, {
    ...bars,
    open: moved(bars.open, -0.5),
    high: moved(bars.high, 1),
    low: moved(bars.low, -2),
    close: moved(bars.close, -0.5),
  });
}

/** Returns an adapter that computes the indicator over the columns of the case, with parameters by their names or as renamed. */
export function seriesOf(definition: IndicatorDefinition, renamed: Readonly<Record<string, string>> = {}) {
  return (input: OracleInput) => {
    const options = Object.entries(fieldsIn(input, 'opts'))
      .map(([name, value]) => [renamed[name] ?? name, value] as const)
      .filter(([name, value]) => !isTheOnlyConvention(definition, name, value));
    const columns = definition.compute(barsOf(input), definition.parse(Object.fromEntries(options)));
    return Object.fromEntries(
      definition.outputs.map(({ name }, slot) => [
        name,
        Array.from(columns[slot]!, (value) => (Number.isNaN(value) ? null : value)),
      ]),
    );
  };
}

// The default convention is called `talib` throughout; an indicator that knows no other one has no parameter for it.
function isTheOnlyConvention(definition: IndicatorDefinition, name: string, value: unknown): boolean {
  return (
    name === 'convention' &&
    value === 'talib' &&
    !describeParams(definition.params).some((parameter) => parameter.name === name)
  );
}

// A case gives a whole data block, the closes alone, or some of the columns; those that are not given, which it does not read, are copies
// of one that is.
export function barsOf(input: OracleInput): BarSeries {
  const source = 'data' in input ? fieldsIn(input, 'data') : input;
  const column = (name: string): Float64Array | undefined =>
    name in source ? Float64Array.from(numbersIn(source, name)) : undefined;
  const given = ['close', 'values', 'high', 'low', 'open', 'volume'].find((name) => name in source) ?? 'close';
  const close = Float64Array.from(numbersIn(source, given));
  return createBarSeries(INSTRUMENT, '1d', {
    time: close.map((_, bar) => bar * 86_400_000),
    open: column('open') ?? close,
    high: column('high') ?? close,
    low: column('low') ?? close,
    close,
    volume: column('volume') ?? new Float64Array(close.length),
    session: Int32Array.from(close.keys()),
  });
}

const INSTRUMENT = {
  symbol: 'ORACLE',
  name: 'Columns of a known-answer case',
  kind: 'synthetic',
  exchange: 'ALWAYS',
  currency: 'USD',
  tickSize: 0,
  lotSize: 1,
  fractional: true,
  tradable: true,
} as const;
