import { z } from 'zod';
import { defineOperation } from '../operation.ts';
import { findSession, SessionId, UNKNOWN_SESSION } from './session-problems.ts';
import { SessionShape, showSession } from './session-shape.ts';

export const getSession = defineOperation({
  id: 'sessions.get',
  summary: 'Show one session: what it replays, how far it is, what it holds back and why.',
  input: z.object({ sessionId: SessionId }),
  output: SessionShape,
  scope: 'sessions:read',
  needs: ['unitOfWork', 'tradingStatus'],
  cli: {
    command: 'session show',
    positionals: ['sessionId'],
    examples: [{ line: 'candor session show first-run', shows: 'how far it is' }],
  },
  http: {
    method: 'GET',
    path: '/sessions/{sessionId}',
    examples: [{ summary: 'One session', input: { sessionId: 'first-run' } }],
    problems: [UNKNOWN_SESSION],
  },
  run: ({ unitOfWork, tradingStatus }, { sessionId }) =>
    unitOfWork.run(async (repositories) => showSession(await findSession(repositories, sessionId), tradingStatus)),
});
