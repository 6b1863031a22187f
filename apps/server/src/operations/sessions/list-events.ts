import { z } from 'zod';
import { WireEvent, wireEvent } from '../../resources/wire/wire-event.ts';
import { EventTypes, listOrder } from '../journal/event-filter.ts';
import { defineOperation } from '../operation.ts';
import { NextCursor, nextCursorOf, PageInput, pageOf } from '../paging.ts';
import { findSession, SessionId, UNKNOWN_SESSION } from './session-problems.ts';

export const listEvents = defineOperation({
  id: 'events.list',
  summary:
    'List everything that happened in a session, or some types of it: decisions, refusals, orders, fills, halts.',
  input: z.object({ sessionId: SessionId, types: EventTypes, order: listOrder('newest'), ...PageInput }),
  output: z.object({ events: z.array(WireEvent), nextCursor: NextCursor }),
  scope: 'orders:read',
  needs: ['unitOfWork'],
  cli: {
    command: 'events',
    positionals: ['sessionId'],
    examples: [{ line: 'candor events first-run', shows: 'the latest happenings' }],
  },
  http: {
    method: 'GET',
    path: '/sessions/{sessionId}/events',
    examples: [
      { summary: 'The latest events', input: { sessionId: 'first-run' } },
      { summary: 'Why it did not trade', input: { sessionId: 'first-run', types: ['no-order', 'order-refused'] } },
    ],
    problems: [UNKNOWN_SESSION],
  },
  run: ({ unitOfWork }, { sessionId, types, order, ...page }) =>
    unitOfWork.run(async (repositories) => {
      const { accountId } = await findSession(repositories, sessionId);
      const found = await repositories.journal.list(
        { ...pageOf(page), newestFirst: order === 'newest' },
        { accountId, sessionId, types },
      );
      return { events: found.rows.map(wireEvent), nextCursor: nextCursorOf(found) };
    }),
});
