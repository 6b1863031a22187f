import { z } from 'zod';
import { defineOperation } from '../operation.ts';
import { BEING_TAKEN, findSession, NOT_DRIVEN, SessionId, UNKNOWN_SESSION } from './session-problems.ts';
import { SessionShape, showSession } from './session-shape.ts';

export const stepSession = defineOperation({
  id: 'sessions.step',
  summary: 'Let a paused replay hand out some more bars at once.',
  input: z.object({ sessionId: SessionId, bars: z.int().min(1).max(1_000).default(1).describe('How many instants.') }),
  output: SessionShape,
  scope: 'sessions:write',
  needs: ['unitOfWork', 'tradingManager'],
  cli: {
    command: 'session step',
    positionals: ['sessionId'],
    examples: [{ line: 'candor session step first-run --bars 5', shows: 'five bars later, still paused' }],
  },
  http: {
    method: 'POST',
    path: '/sessions/{sessionId}/step',
    takesIdempotencyKey: true,
    examples: [{ summary: 'Five bars', input: { sessionId: 'first-run', bars: 5 } }],
    problems: [
      UNKNOWN_SESSION,
      NOT_DRIVEN,
      BEING_TAKEN,
      { code: 'trading.not-paused', kind: 'conflict', when: 'the replay is not paused' },
    ],
  },
  run: async ({ unitOfWork, tradingManager }, { sessionId, bars }) => {
    await unitOfWork.run((repositories) => findSession(repositories, sessionId));
    await tradingManager.step(sessionId, bars);
    return unitOfWork.run(async (repositories) =>
      showSession(await findSession(repositories, sessionId), tradingManager),
    );
  },
});
