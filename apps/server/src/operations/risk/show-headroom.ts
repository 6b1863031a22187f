import { z } from 'zod';
import { WireHalt, wireHalt } from '../../resources/wire/wire-halt.ts';
import { defineOperation } from '../operation.ts';
import { BEING_TAKEN, findSession, NOT_DRIVEN, SessionId, UNKNOWN_SESSION } from '../sessions/session-problems.ts';

export const showHeadroom = defineOperation({
  id: 'risk.headroom',
  summary: 'Show how far each risk limit of a running session is used up before any new order.',
  input: z.object({ sessionId: SessionId }),
  output: z.object({
    limits: z.array(
      z.object({
        id: z.string(),
        code: z.string(),
        title: z.string(),
        unit: z.string(),
        value: z.number(),
        limit: z.number(),
        headroom: z.number(),
      }),
    ),
    halts: z.array(WireHalt),
  }),
  scope: 'risk:read',
  needs: ['unitOfWork', 'tradingManager'],
  cli: {
    command: 'headroom',
    positionals: ['sessionId'],
    examples: [{ line: 'candor headroom first-run', shows: 'what risk would still let pass' }],
  },
  http: {
    method: 'GET',
    path: '/sessions/{sessionId}/headroom',
    examples: [{ summary: 'Limits and their use', input: { sessionId: 'first-run' } }],
    problems: [UNKNOWN_SESSION, NOT_DRIVEN, BEING_TAKEN],
  },
  run: async ({ unitOfWork, tradingManager }, { sessionId }) => {
    await unitOfWork.run((repositories) => findSession(repositories, sessionId));
    const { headroom, halts } = tradingManager.status(sessionId);
    return { limits: headroom.map((limit) => ({ ...limit })), halts: halts.map(wireHalt) };
  },
});
