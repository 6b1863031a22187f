import { z } from 'zod';
import { WireDecision, wireDecision } from '../../resources/wire/wire-decision.ts';
import { defineOperation } from '../operation.ts';
import { NextCursor, nextCursorOf, PageInput, pageOf } from '../paging.ts';
import { findSession, SessionId, UNKNOWN_SESSION } from './session-problems.ts';

export const listDecisions = defineOperation({
  id: 'decisions.list',
  summary: 'List what the strategies of a session decided and why, newest first, each with its vote sheet.',
  input: z.object({ sessionId: SessionId, ...PageInput }),
  output: z.object({ decisions: z.array(WireDecision), nextCursor: NextCursor }),
  scope: 'orders:read',
  needs: ['unitOfWork'],
  cli: {
    command: 'decisions',
    positionals: ['sessionId'],
    examples: [{ line: 'candor decisions first-run', shows: 'the latest opinions and their reasons' }],
  },
  http: {
    method: 'GET',
    path: '/sessions/{sessionId}/decisions',
    examples: [{ summary: 'The latest decisions', input: { sessionId: 'first-run', limit: 20 } }],
    problems: [UNKNOWN_SESSION],
  },
  run: ({ unitOfWork }, { sessionId, ...page }) =>
    unitOfWork.run(async (repositories) => {
      const { accountId } = await findSession(repositories, sessionId);
      const found = await repositories.journal.list(
        { ...pageOf(page), newestFirst: true },
        { accountId, sessionId, types: ['decision'] },
      );
      return { decisions: found.rows.flatMap((entry) => wireDecision(entry) ?? []), nextCursor: nextCursorOf(found) };
    }),
});
