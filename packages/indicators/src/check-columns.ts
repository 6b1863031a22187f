import type { BarSeries } from '@candor/domain/bar';
import { CandorError } from '@candor/domain/candor-error';

export type InputName = 'open' | 'high' | 'low' | 'close' | 'volume';

/**
 * Throws `indicators.length-mismatch` or `indicators.bad-input` unless every named column is whole, finite and has high ≥ low, and those of
 * which a logarithm is taken are above zero.
 */
export function checkColumns(
  series: BarSeries,
  inputs: readonly InputName[],
  logarithmOf: readonly InputName[] = [],
): void {
  for (const name of inputs) {
    if (series[name].length !== series.length) {
      throw new CandorError('indicators.length-mismatch', {
        kind: 'invalid',
        message: `Column "${name}" has ${series[name].length} rows, the series has ${series.length}.`,
      });
    }
  }
  const ranged = inputs.includes('high') && inputs.includes('low');
  if (ranged && !allRanges(series.high, series.low)) throw badInput(series, inputs);
  for (const name of inputs) {
    if (ranged && (name === 'high' || name === 'low')) continue;
    if (!allFinite(series[name])) throw badInput(series, inputs);
  }
  for (const name of logarithmOf) requirePositive(series, name);
}

function requirePositive(series: BarSeries, name: InputName): void {
  const column = series[name];
  for (let i = 0; i < column.length; i++) {
    if (column[i]! > 0) continue;
    throw inputError(
      `Column "${name}" of ${series.instrument.symbol} is ${column[i]} at bar ${i}; a logarithm needs a price above 0.`,
    );
  }
}

// Zero times a finite number is a zero, times anything else NaN: sums without a branch, four apart so that they need not wait for each
// other. Ends at a multiple of four known beforehand, without which the bounds checks cost four times the sums.
function allFinite(column: Float64Array): boolean {
  const end = column.length & ~3;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let i = 0; i < end; i += 4) {
    a += column[i]! * 0;
    b += column[i + 1]! * 0;
    c += column[i + 2]! * 0;
    d += column[i + 3]! * 0;
  }
  for (let i = end; i < column.length; i++) a += column[i]! * 0;
  return a + b + c + d === 0;
}

// |range| - range is zero for a range ≥ 0, positive below, and NaN when either end is not finite.
function allRanges(high: Float64Array, low: Float64Array): boolean {
  const end = high.length & ~3;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let i = 0; i < end; i += 4) {
    a += shortfall(high[i]! - low[i]!);
    b += shortfall(high[i + 1]! - low[i + 1]!);
    c += shortfall(high[i + 2]! - low[i + 2]!);
    d += shortfall(high[i + 3]! - low[i + 3]!);
  }
  for (let i = end; i < high.length; i++) a += shortfall(high[i]! - low[i]!);
  return a + b + c + d === 0;
}

function shortfall(range: number): number {
  return Math.abs(range) - range;
}

function badInput(series: BarSeries, inputs: readonly InputName[]): CandorError {
  const of = `of ${series.instrument.symbol}`;
  for (let i = 0; i < series.length; i++) {
    for (const name of inputs) {
      const value = series[name][i]!;
      if (!Number.isFinite(value)) {
        return inputError(`Column "${name}" ${of} holds ${value} at bar ${i}; an indicator needs finite numbers.`);
      }
    }
    if (inputs.includes('high') && inputs.includes('low') && series.high[i]! < series.low[i]!) {
      return inputError(`Column "high" ${of} is ${series.high[i]} at bar ${i}, below its low of ${series.low[i]}.`);
    }
  }
  return inputError(`The columns ${inputs.join(', ')} ${of} hold ranges beyond the reach of a double.`);
}

function inputError(message: string): CandorError {
  return new CandorError('indicators.bad-input', { kind: 'invalid', message });
}
