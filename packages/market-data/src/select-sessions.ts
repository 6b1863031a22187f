import type { BarBatch, BarRequest, RawBarColumns } from '@candor/domain/ports/market-data-provider';
import { MS_PER_DAY } from '@candor/domain/time';

/**
 * Returns the rows of a batch whose opening instant lies in the requested sessions, in the order they have; a session of every calendar here
 * opens and closes on the UTC day of its date. Rows that could not be read stay listed, since nobody knows their day.
 */
export function selectSessions(batch: BarBatch, { from, to }: BarRequest): BarBatch {
  const { columns, origin } = batch;
  const first = from ?? Number.NEGATIVE_INFINITY;
  const last = to ?? Number.POSITIVE_INFINITY;
  const rows: number[] = [];
  for (let row = 0; row < columns.time.length; row++) {
    const day = Math.floor(columns.time[row]! / MS_PER_DAY);
    if (day >= first && day <= last) rows.push(row);
  }
  if (rows.length === columns.time.length) return batch;
  const take = (name: keyof RawBarColumns) => Float64Array.from(rows, (row) => columns[name][row]!);
  return {
    ...batch,
    columns: {
      time: take('time'),
      open: take('open'),
      high: take('high'),
      low: take('low'),
      close: take('close'),
      volume: take('volume'),
    },
    ...(origin && {
      origin: { lineOf: (row: number) => origin.lineOf(rows[row]!), rawOf: (row: number) => origin.rawOf(rows[row]!) },
    }),
  };
}
