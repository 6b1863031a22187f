import { z } from 'zod';
import { WireEvent, wireEvent } from '../../resources/wire/wire-event.ts';
import { findAccount, Id } from '../accounts/account-shape.ts';
import { defineOperation } from '../operation.ts';
import { NextCursor, nextCursorOf, PageInput, pageOf } from '../paging.ts';
import { EventTypes, listOrder } from './event-filter.ts';

export const listJournal = defineOperation({
  id: 'journal.list',
  summary:
    'List the journal of an account: every event in the order it was written, each sealed by the hash of the one before.',
  input: z.object({
    accountId: Id.describe('Whose journal.'),
    types: EventTypes,
    order: listOrder('oldest'),
    ...PageInput,
  }),
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
    examples: [
      { summary: 'From the first entry', input: { accountId: 'first' } },
      {
        summary: 'What was refused or halted, the latest first',
        input: { accountId: 'first', types: ['order-refused', 'halted', 'resumed'], order: 'newest' },
      },
    ],
    problems: [{ code: 'accounts.unknown', kind: 'not-found', when: 'there is no such account' }],
  },
  run: ({ unitOfWork }, { accountId, types, order, ...page }) =>
    unitOfWork.run(async (repositories) => {
      await findAccount(repositories, accountId);
      const found = await repositories.journal.list(
        { ...pageOf(page), newestFirst: order === 'newest' },
        { accountId, types },
      );
      return {
        entries: found.rows.map((row) => ({ entry: row.seq, hash: row.hash, ...wireEvent(row) })),
        nextCursor: nextCursorOf(found),
      };
    }),
});
