import { z } from 'zod';
import { WireEquityPoint, wireEquityPoint } from '../../resources/wire/wire-equity-point.ts';
import { defineOperation } from '../operation.ts';
import { NextCursor, nextCursorOf, PageInput, pageOf } from '../paging.ts';
import { findSession, SessionId, UNKNOWN_SESSION } from './session-problems.ts';

export const listEquity = defineOperation({
  id: 'equity.list',
  summary: 'List the equity curve of a session, oldest first.',
  input: z.object({ sessionId: SessionId, ...PageInput }),
  output: z.object({ points: z.array(WireEquityPoint), nextCursor: NextCursor }),
  scope: 'orders:read',
  needs: ['unitOfWork'],
  cli: {
    command: 'equity',
    positionals: ['sessionId'],
    examples: [{ line: 'candor equity first-run --limit 500', shows: 'what the account was worth at each close' }],
  },
  http: {
    method: 'GET',
    path: '/sessions/{sessionId}/equity',
    examples: [{ summary: 'The first points', input: { sessionId: 'first-run' } }],
    problems: [UNKNOWN_SESSION],
  },
  run: ({ unitOfWork }, { sessionId, ...page }) =>
    unitOfWork.run(async (repositories) => {
      await findSession(repositories, sessionId);
      const found = await repositories.equity.list(sessionId, pageOf(page));
      return { points: found.rows.map(wireEquityPoint), nextCursor: nextCursorOf(found) };
    }),
});
