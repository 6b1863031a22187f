import { CandorError } from '@candor/domain/candor-error';
import type { Page, PageRequest } from '@candor/domain/ports/repositories';
import { z } from 'zod';

/** Where a page begins. */
export const Cursor = z.string().max(40).optional().describe('Where to go on: the nextCursor of the page before.');

/** The fields of an input that asks for a page of a long list. */
export const PageInput = {
  limit: z.int().min(1).max(500).default(50).describe('Most entries of a page.'),
  cursor: Cursor,
};

/** The field of an output that leads to the next page: null at the end. */
export const NextCursor = z.string().nullable();

/** Returns the page an input asks for. Throws `operations.bad-cursor` (invalid) for a cursor that we did not make. */
export function pageOf({
  limit,
  cursor,
}: {
  readonly limit: number;
  readonly cursor?: string | undefined;
}): PageRequest {
  if (cursor === undefined) return { limit };
  const after = Number(Buffer.from(cursor, 'base64url').toString());
  if (Number.isSafeInteger(after) && cursorOf(after) === cursor) return { limit, after };
  throw new CandorError('operations.bad-cursor', {
    kind: 'invalid',
    message: '"cursor" must be the nextCursor of an earlier page, as it came.',
  });
}

/** Returns the cursor of the page after this one. */
export function nextCursorOf({ next }: Page<unknown>): string | null {
  return next === undefined ? null : cursorOf(next);
}

function cursorOf(after: number): string {
  return Buffer.from(String(after)).toString('base64url');
}
