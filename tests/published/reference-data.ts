import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BarSeries } from '@candor/domain/bar';
import type { Instrument } from '@candor/domain/instrument';
import type { Json } from '@candor/domain/json';
import { checkBarCsv } from '@candor/market-data/csv/check-bar-csv';
import { isFields } from '../oracles/read-input.ts';

type Fields = { readonly [key: string]: Json };

const root = process.env['CANDOR_REFERENCE_DATA'] ?? join(import.meta.dirname, '../../../shared');
const data = join(root, 'data');

/** Whether the reference data is there; where it is not, the tests that need it are skipped by name. */
export const hasReferenceData = existsSync(data);

/** Returns a file of published results; its fields are read with `read-input.ts`. */
export function publishedResult(path: string): Fields {
  const content = JSON.parse(referenceText(join('expected', path))) as Json;
  if (!isFields(content)) throw new TypeError(`${path} is not an object.`);
  return content;
}

/** Returns a reference file as text. */
export function referenceText(path: string): string {
  return readFileSync(join(data, path), 'utf8');
}

/** Returns the bars of a reference file, every row of which must pass, those before the calendar begins left out. */
export function referenceBars(path: string, instrument: Instrument): BarSeries {
  const { series, quarantined } = checkBarCsv(readFileSync(join(data, path)), { instrument });
  const bad = quarantined.find(({ code }) => code !== 'BEFORE_CALENDAR');
  if (bad) throw new Error(`${path}: ${bad.reason}`);
  return series;
}
