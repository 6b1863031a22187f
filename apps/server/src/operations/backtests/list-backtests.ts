import { isoFromInstant } from '@candor/domain/time';
import { z } from 'zod';
import { Headline } from '../../resources/backtests/headline-of.ts';
import { WireInstant } from '../../resources/wire/wire-values.ts';
import { defineOperation } from '../operation.ts';
import { NextCursor, nextCursorOf, PageInput, pageOf } from '../paging.ts';

export const listBacktests = defineOperation({
  id: 'backtests.list',
  summary: 'List finished backtests, newest first, each with its verdict.',
  input: z.object({
    symbol: z.string().max(40).optional().describe('Only runs on this symbol.'),
    strategy: z.string().max(200).optional().describe('Only runs of this strategy.'),
    tag: z.string().max(40).optional().describe('Only runs with this tag.'),
    ...PageInput,
  }),
  output: z.object({
    runs: z.array(
      z.object({
        runId: z.string(),
        ...Headline.shape,
        fingerprint: z.string(),
        tags: z.array(z.string()),
        note: z.string(),
        createdAt: WireInstant,
      }),
    ),
    nextCursor: NextCursor,
  }),
  scope: 'backtests:read',
  needs: ['unitOfWork'],
  cli: {
    command: 'backtests',
    examples: [{ line: 'candor backtests --symbol AAPL', shows: 'what was tried on Apple' }],
  },
  http: {
    method: 'GET',
    path: '/backtests',
    examples: [{ summary: 'What was tried on Apple', input: { symbol: 'AAPL' } }],
  },
  run: ({ unitOfWork }, { symbol, strategy, tag, ...page }) =>
    unitOfWork.run(async ({ runs }) => {
      const found = await runs.list(pageOf(page), { symbol, strategy, tag });
      return {
        runs: found.rows.map(({ id, headline, fingerprint, tags, note, createdAt }) => ({
          runId: id,
          ...Headline.parse(headline),
          fingerprint,
          tags: [...tags],
          note,
          createdAt: isoFromInstant(createdAt),
        })),
        nextCursor: nextCursorOf(found),
      };
    }),
});
