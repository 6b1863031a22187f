import { z } from 'zod';
import { defineOperation } from '../operation.ts';
import { BEING_TAKEN, findSession, NOT_DRIVEN, SessionId, UNKNOWN_SESSION } from './session-problems.ts';
import { SessionShape, showSession } from './session-shape.ts';

export const pauseSession = defineOperation({
  id: 'sessions.pause',
  summary: 'Pause the replay of a session; working orders stay where they are.',
  input: z.object({ sessionId: SessionId }),
  output: SessionShape,
  scope: 'sessions:write',
  needs: ['unitOfWork', 'tradingManager'],
  cli: {
    command: 'session pause',
    positionals: ['sessionId'],
    examples: [{ line: 'candor session pause first-run', shows: 'the replay held' }],
  },
  http: {
    method: 'POST',
    path: '/sessions/{sessionId}/pause',
    examples: [{ summary: 'Hold the replay', input: { sessionId: 'first-run' } }],
    problems: [UNKNOWN_SESSION, NOT_DRIVEN, BEING_TAKEN],
  },
  run: async ({ unitOfWork, tradingManager }, { sessionId }) => {
    await unitOfWork.run((repositories) => findSession(repositories, sessionId));
    await tradingManager.pause(sessionId);
    return unitOfWork.run(async (repositories) =>
      showSession(await findSession(repositories, sessionId), tradingManager),
    );
  },
});
