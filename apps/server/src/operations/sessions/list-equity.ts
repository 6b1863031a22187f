import { z } from 'zod';
import { WireEquityPoint, wireEquityPoint } from '../../resources/wire/wire-equity-point.ts';
import { defineOperation } from '../operation.ts';
import { NextCursor, nextCursorOf, PageInput, pageOf } from '../paging.ts';
import { findSession, SessionId, UNKNOWN_SESSION } from './session-problems.ts';

export const listEquity = defineOperation({
  id: 'equity.list',
  summary: 'List the equity curve of a session, oldest first: page by page, or all of it thinned for a chart.',
  input: z.object({
    sessionId: SessionId,
    atMost: z
      .int()
      .min(4)
      .max(5_000)
      .optional()
      .describe(
        'Instead of a page the whole curve in at most so many points: its ends, and the lows and highs between.',
      ),
    ...PageInput,
  }),
  output: z.object({
    points: z.array(WireEquityPoint),
    /** How many points a thinned curve stands for; null on a page, which has all of its own. */
    thinnedFrom: z.int().nullable(),
    nextCursor: NextCursor,
  }),
  scope: 'orders:read',
  needs: ['unitOfWork'],
  cli: {
    command: 'equity',
    positionals: ['sessionId'],
    examples: [{ line: 'candor equity first-run --limit 500', shows: 'what the account was worth at each close' }],
  },
  http: {
    method: 'GET',
    path: '/sessions/{sessionId}/equity',
    examples: [
      { summary: 'The first points', input: { sessionId: 'first-run' } },
      { summary: 'The whole curve for a chart', input: { sessionId: 'first-run', atMost: 1000 } },
    ],
    problems: [UNKNOWN_SESSION],
  },
  run: ({ unitOfWork }, { sessionId, atMost, ...page }) =>
    unitOfWork.run(async (repositories) => {
      await findSession(repositories, sessionId);
      // A cursor that is none of ours is refused whether it is needed or not.
      const wanted = pageOf(page);
      if (atMost !== undefined) {
        const { points, of } = await repositories.equity.thinned(sessionId, atMost);
        return { points: points.map(wireEquityPoint), thinnedFrom: of, nextCursor: null };
      }
      const found = await repositories.equity.list(sessionId, wanted);
      return { points: found.rows.map(wireEquityPoint), thinnedFrom: null, nextCursor: nextCursorOf(found) };
    }),
});
