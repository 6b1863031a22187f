import { z } from 'zod';
import { defineOperation } from '../operation.ts';
import { BEING_TAKEN, findSession, NOT_DRIVEN, SessionId, UNKNOWN_SESSION } from './session-problems.ts';
import { SessionShape, showSession } from './session-shape.ts';

export const setSessionSpeed = defineOperation({
  id: 'sessions.set-speed',
  summary: 'Change how fast a session replays.',
  input: z.object({
    sessionId: SessionId,
    barsPerSecond: z.number().min(0.2).max(1_000).describe('Bars handed out in a second.'),
  }),
  output: SessionShape,
  scope: 'sessions:write',
  needs: ['unitOfWork', 'tradingManager'],
  cli: {
    command: 'session speed',
    positionals: ['sessionId'],
    examples: [{ line: 'candor session speed first-run --bars-per-second 100', shows: 'a hundred bars a second' }],
  },
  http: {
    method: 'POST',
    path: '/sessions/{sessionId}/speed',
    examples: [{ summary: 'A hundred bars a second', input: { sessionId: 'first-run', barsPerSecond: 100 } }],
    problems: [UNKNOWN_SESSION, NOT_DRIVEN, BEING_TAKEN],
  },
  run: async ({ unitOfWork, tradingManager }, { sessionId, barsPerSecond }) => {
    await unitOfWork.run((repositories) => findSession(repositories, sessionId));
    await tradingManager.setSpeed(sessionId, barsPerSecond);
    return unitOfWork.run(async (repositories) =>
      showSession(await findSession(repositories, sessionId), tradingManager),
    );
  },
});
