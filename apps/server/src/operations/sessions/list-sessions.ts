import { z } from 'zod';
import { defineOperation } from '../operation.ts';
import { SessionShape, showSession } from './session-shape.ts';

export const listSessions = defineOperation({
  id: 'sessions.list',
  summary: 'List the trading sessions, newest first.',
  input: z.object({
    accountId: z.string().max(60).optional().describe('Only sessions of this account.'),
    state: z
      .enum(['created', 'running', 'paused', 'finished', 'stopped', 'interrupted'])
      .optional()
      .describe('Only sessions in this state.'),
  }),
  output: z.object({ sessions: z.array(SessionShape) }),
  scope: 'sessions:read',
  needs: ['unitOfWork', 'tradingStatus'],
  cli: { command: 'sessions', examples: [{ line: 'candor sessions', shows: 'what runs and what ran' }] },
  http: {
    method: 'GET',
    path: '/sessions',
    examples: [
      { summary: 'All of them', input: {} },
      { summary: 'What runs now', input: { state: 'running' } },
    ],
  },
  run: ({ unitOfWork, tradingStatus }, { accountId, state }) =>
    unitOfWork.run(async ({ sessions }) => {
      const rows = await sessions.list({ accountId, ...(state === undefined ? {} : { states: [state] }) });
      return { sessions: rows.map((row) => showSession(row, tradingStatus)) };
    }),
});
