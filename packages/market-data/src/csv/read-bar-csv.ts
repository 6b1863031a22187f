import { calendarOf } from '@candor/domain/calendar/calendar-catalog';
import type { Instrument } from '@candor/domain/instrument';
import type { RawBarColumns, RowOrigin } from '@candor/domain/ports/market-data-provider';
import type { Quarantined } from '@candor/domain/quarantine';
import type { Timeframe } from '@candor/domain/timeframe';
import { scanBarCsv } from './scan-bar-csv.ts';
import { type CsvZone, settleTimes } from './settle-times.ts';

export interface BarCsvOptions {
  readonly instrument: Instrument;
  /** Told from the spacing of the bars when it is not stated. */
  readonly timeframe?: Timeframe | undefined;
  /** The zone of times that name none; the exchange's by default. */
  readonly zone?: CsvZone | undefined;
}

export interface BarCsv {
  readonly timeframe: Timeframe;
  readonly columns: RawBarColumns;
  readonly origin: RowOrigin;
  readonly unreadable: readonly Quarantined[];
  readonly notices: readonly string[];
}

/**
 * Returns the bars of a CSV, oldest first, `time` being each bar's opening instant; nothing is validated yet. Throws
 * `market-data.bad-header`, `market-data.not-text` and `market-data.unsupported-timeframe`; a bad row never throws.
 */
export function readBarCsv(bytes: Uint8Array, { instrument, timeframe, zone = 'exchange' }: BarCsvOptions): BarCsv {
  const rows = scanBarCsv(bytes);
  const settled = settleTimes(rows.columns.time, rows.kind, calendarOf(instrument.exchange), zone, timeframe);
  return {
    timeframe: settled.timeframe,
    columns: rows.columns,
    origin: rows.origin,
    unreadable: rows.unreadable,
    notices: [...rows.notices, ...settled.notices],
  };
}
