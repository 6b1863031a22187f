import { CandorError } from '@candor/domain/candor-error';
import type { Page, PageRequest } from '@candor/domain/ports/repositories';

const MOST_ROWS = 1_000;

/** Returns how many rows to ask the database for: one more than the page shows, to know whether there is a next. Throws `storage.bad-page` (invalid). */
export function rowsToRead({ limit }: PageRequest): number {
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= MOST_ROWS)) {
    throw new CandorError('storage.bad-page', {
      kind: 'invalid',
      message: `"limit" is ${limit}; a page has 1 to ${MOST_ROWS} rows.`,
    });
  }
  return limit + 1;
}

/** Returns the page of the rows that were read for it. */
export function pageOf<Row>(rows: readonly Row[], { limit }: PageRequest, numberOf: (row: Row) => number): Page<Row> {
  const last = rows[limit - 1];
  return {
    rows: rows.slice(0, limit),
    next: rows.length > limit && last !== undefined ? numberOf(last) : undefined,
  };
}
