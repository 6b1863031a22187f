import { z } from 'zod';
import { WireDecision, wireDecision } from '../../resources/wire/wire-decision.ts';
import { IsoInstant } from '../iso-instant.ts';
import { defineOperation } from '../operation.ts';
import { NextCursor, nextCursorOf, PageInput, pageOf } from '../paging.ts';
import { findSession, SessionId, UNKNOWN_SESSION } from './session-problems.ts';

export const listDecisions = defineOperation({
  id: 'decisions.list',
  summary: 'List what the strategies of a session decided and why, newest first, each with its vote sheet.',
  input: z.object({
    sessionId: SessionId,
    sleeveId: z.string().max(60).optional().describe('Only decisions of this sleeve.'),
    symbol: z.string().max(40).optional().describe('Only decisions on this symbol.'),
    from: IsoInstant.optional().describe('Only decisions at this market time or later.'),
    to: IsoInstant.optional().describe('Only decisions at this market time or earlier: the first is what stood then.'),
    ...PageInput,
  }),
  output: z.object({ decisions: z.array(WireDecision), nextCursor: NextCursor }),
  scope: 'orders:read',
  needs: ['unitOfWork'],
  cli: {
    command: 'decisions',
    positionals: ['sessionId'],
    examples: [{ line: 'candor decisions first-run', shows: 'the latest opinions and their reasons' }],
  },
  http: {
    method: 'GET',
    path: '/sessions/{sessionId}/decisions',
    examples: [
      { summary: 'The latest decisions', input: { sessionId: 'first-run', limit: 20 } },
      {
        summary: 'The opinion that stood at the close of a bar',
        input: { sessionId: 'first-run', symbol: 'AAPL', to: '2014-03-31T20:00:00.000Z', limit: 1 },
      },
    ],
    problems: [UNKNOWN_SESSION],
  },
  run: ({ unitOfWork }, { sessionId, sleeveId, symbol, from, to, ...page }) =>
    unitOfWork.run(async (repositories) => {
      const { accountId } = await findSession(repositories, sessionId);
      const found = await repositories.journal.list(
        { ...pageOf(page), newestFirst: true },
        {
          accountId,
          sessionId,
          types: ['decision'],
          sleeveId,
          symbol,
          from: from === undefined ? undefined : Date.parse(from),
          to: to === undefined ? undefined : Date.parse(to),
        },
      );
      return { decisions: found.rows.flatMap((entry) => wireDecision(entry) ?? []), nextCursor: nextCursorOf(found) };
    }),
});
