import { z } from 'zod';
import { defineOperation } from '../operation.ts';
import { findSession, SessionId, UNKNOWN_SESSION } from './session-problems.ts';
import { SessionShape, showSession } from './session-shape.ts';

export const startSession = defineOperation({
  id: 'sessions.start',
  summary: 'Start a session: its replay begins and its strategies trade on paper.',
  input: z.object({ sessionId: SessionId }),
  output: SessionShape,
  scope: 'sessions:write',
  needs: ['unitOfWork', 'tradingManager'],
  cli: {
    command: 'session start',
    positionals: ['sessionId'],
    examples: [{ line: 'candor session start first-run', shows: 'the replay running' }],
  },
  http: {
    method: 'POST',
    path: '/sessions/{sessionId}/start',
    examples: [{ summary: 'Start trading', input: { sessionId: 'first-run' } }],
    problems: [
      UNKNOWN_SESSION,
      { code: 'trading.already-started', kind: 'conflict', when: 'it was started before' },
      { code: 'trading.cannot-open', kind: 'conflict', when: 'its data or strategy is not what it was' },
    ],
  },
  run: async ({ unitOfWork, tradingManager }, { sessionId }) => {
    await unitOfWork.run((repositories) => findSession(repositories, sessionId));
    await tradingManager.start(sessionId);
    return unitOfWork.run(async (repositories) =>
      showSession(await findSession(repositories, sessionId), tradingManager),
    );
  },
});
