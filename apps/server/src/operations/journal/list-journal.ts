import { z } from 'zod';
import { WireEvent, wireEvent } from '../../resources/wire/wire-event.ts';
import { findAccount, Id } from '../accounts/account-shape.ts';
import { defineOperation } from '../operation.ts';
import { NextCursor, nextCursorOf, PageInput, pageOf } from '../paging.ts';

export const listJournal = defineOperation({
  id: 'journal.list',
  summary:
    'List the journal of an account: every event in the order it was written, each sealed by the hash of the one before.',
  input: z.object({ accountId: Id.describe('Whose journal.'), ...PageInput }),
  output: z.object({
    entries: z.array(z.object({ entry: z.int(), hash: z.string(), ...WireEvent.shape })),
    nextCursor: NextCursor,
  }),
  scope: 'journal:read',
  needs: ['unitOfWork'],
  cli: {
    command: 'journal',
    positionals: ['accountId'],
    examples: [{ line: 'candor journal first --limit 100', shows: 'the first hundred entries' }],
  },
  http: {
    method: 'GET',
    path: '/accounts/{accountId}/journal',
    examples: [{ summary: 'From the first entry', input: { accountId: 'first' } }],
    problems: [{ code: 'accounts.unknown', kind: 'not-found', when: 'there is no such account' }],
  },
  run: ({ unitOfWork }, { accountId, ...page }) =>
    unitOfWork.run(async (repositories) => {
      await findAccount(repositories, accountId);
      const found = await repositories.journal.list(pageOf(page), { accountId });
      return {
        entries: found.rows.map((row) => ({ entry: row.seq, hash: row.hash, ...wireEvent(row) })),
        nextCursor: nextCursorOf(found),
      };
    }),
});
