import { z } from 'zod';
import { WireFill, wireFill } from '../../resources/wire/wire-fill.ts';
import { defineOperation } from '../operation.ts';
import { NextCursor, nextCursorOf, PageInput, pageOf } from '../paging.ts';

export const listFills = defineOperation({
  id: 'fills.list',
  summary: 'List fills, newest first.',
  input: z.object({
    accountId: z.string().max(60).optional().describe('Only fills of this account.'),
    sessionId: z.string().max(60).optional().describe('Only fills of this session.'),
    ...PageInput,
  }),
  output: z.object({ fills: z.array(WireFill), nextCursor: NextCursor }),
  scope: 'orders:read',
  needs: ['unitOfWork'],
  cli: {
    command: 'fills',
    examples: [{ line: 'candor fills --session-id first-run', shows: 'what was bought and sold' }],
  },
  http: {
    method: 'GET',
    path: '/fills',
    examples: [{ summary: 'Fills of a session', input: { sessionId: 'first-run' } }],
  },
  run: ({ unitOfWork }, { accountId, sessionId, ...page }) =>
    unitOfWork.run(async ({ fills }) => {
      const found = await fills.list(pageOf(page), { accountId, sessionId });
      return { fills: found.rows.map(wireFill), nextCursor: nextCursorOf(found) };
    }),
});
