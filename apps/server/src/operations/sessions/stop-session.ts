import { z } from 'zod';
import { defineOperation } from '../operation.ts';
import { BEING_TAKEN, findSession, NOT_DRIVEN, SessionId, UNKNOWN_SESSION } from './session-problems.ts';
import { SessionShape, showSession } from './session-shape.ts';

export const stopSession = defineOperation({
  id: 'sessions.stop',
  summary: 'End a session for good: working orders are cancelled, and everything it did is kept.',
  input: z.object({
    sessionId: SessionId,
    flatten: z
      .boolean()
      .default(false)
      .describe('Close every position first, at the prices of the next bar; otherwise they stay as they are.'),
  }),
  output: SessionShape,
  scope: 'sessions:write',
  needs: ['unitOfWork', 'tradingManager'],
  cli: {
    command: 'session stop',
    positionals: ['sessionId'],
    examples: [{ line: 'candor session stop first-run', shows: 'the session over' }],
  },
  http: {
    method: 'POST',
    path: '/sessions/{sessionId}/stop',
    examples: [{ summary: 'Stop and keep the positions', input: { sessionId: 'first-run' } }],
    problems: [UNKNOWN_SESSION, { ...NOT_DRIVEN, when: 'the session is over' }, BEING_TAKEN],
  },
  run: async ({ unitOfWork, tradingManager }, { sessionId, flatten }) => {
    await unitOfWork.run((repositories) => findSession(repositories, sessionId));
    await tradingManager.stop(sessionId, { flatten });
    return unitOfWork.run(async (repositories) =>
      showSession(await findSession(repositories, sessionId), tradingManager),
    );
  },
});
