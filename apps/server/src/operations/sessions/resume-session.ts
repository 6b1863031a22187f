import { z } from 'zod';
import { defineOperation } from '../operation.ts';
import { BEING_TAKEN, findSession, NOT_DRIVEN, SessionId, UNKNOWN_SESSION } from './session-problems.ts';
import { SessionShape, showSession } from './session-shape.ts';

export const resumeSession = defineOperation({
  id: 'sessions.resume',
  summary: 'Let a paused replay go on.',
  input: z.object({ sessionId: SessionId }),
  output: SessionShape,
  scope: 'sessions:write',
  needs: ['unitOfWork', 'tradingManager'],
  cli: {
    command: 'session resume',
    positionals: ['sessionId'],
    examples: [{ line: 'candor session resume first-run', shows: 'the replay going on' }],
  },
  http: {
    method: 'POST',
    path: '/sessions/{sessionId}/resume',
    examples: [{ summary: 'Go on', input: { sessionId: 'first-run' } }],
    problems: [UNKNOWN_SESSION, NOT_DRIVEN, BEING_TAKEN],
  },
  run: async ({ unitOfWork, tradingManager }, { sessionId }) => {
    await unitOfWork.run((repositories) => findSession(repositories, sessionId));
    await tradingManager.resume(sessionId);
    return unitOfWork.run(async (repositories) =>
      showSession(await findSession(repositories, sessionId), tradingManager),
    );
  },
});
