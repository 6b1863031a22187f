import { type CheckedSeries, validateBars } from '../validation/validate-bars.ts';
import { type BarCsvOptions, readBarCsv } from './read-bar-csv.ts';

/** Returns the bars of a CSV that pass every check, with each line that does not and its reason. Errors are those of reading. */
export function checkBarCsv(bytes: Uint8Array, options: BarCsvOptions): CheckedSeries {
  const { timeframe, ...batch } = readBarCsv(bytes, options);
  return validateBars(options.instrument, timeframe, batch);
}
