import { z } from 'zod';
import { defineOperation } from '../operation.ts';
import { BEING_TAKEN, findSession, NOT_DRIVEN, UNKNOWN_SESSION } from '../sessions/session-problems.ts';

export const haltTrading = defineOperation({
  id: 'risk.halt',
  summary: 'Halt trading now: of one session, or of all of them. It holds until a person resumes in two steps.',
  input: z.object({
    sessionId: z.string().min(1).max(60).optional().describe('Which session; all that run otherwise.'),
    level: z
      .enum(['entries', 'all'])
      .default('all')
      .describe('entries: nothing new is opened, exits pass. all: only what flattens passes.'),
    reason: z.string().trim().min(1).max(500).default('Halted by hand').describe('Why, for the journal.'),
  }),
  output: z.object({ halted: z.array(z.string()).describe('Sessions that are halted now.') }),
  scope: 'risk:write',
  needs: ['unitOfWork', 'tradingManager'],
  cli: {
    command: 'halt',
    examples: [
      { line: 'candor halt', shows: 'every session halted' },
      { line: 'candor halt --session-id first-run --level entries', shows: 'one that only closes from now on' },
    ],
  },
  http: {
    method: 'POST',
    path: '/risk/halts',
    examples: [
      { summary: 'Everything, now', input: {} },
      { summary: 'No new positions in one session', input: { sessionId: 'first-run', level: 'entries' } },
    ],
    problems: [UNKNOWN_SESSION, NOT_DRIVEN, BEING_TAKEN],
  },
  run: async ({ unitOfWork, tradingManager }, { sessionId, level, reason }, caller) => {
    if (sessionId !== undefined) await unitOfWork.run((repositories) => findSession(repositories, sessionId));
    const halted = await tradingManager.halt(sessionId ?? 'all', { level, code: 'BY_HAND', reason, by: caller.userId });
    return { halted: [...halted] };
  },
});
