import { isoFromInstant } from '@candor/domain/time';
import { z } from 'zod';
import { WireInstant } from '../../resources/wire/wire-values.ts';
import { defineOperation } from '../operation.ts';
import { NextCursor, nextCursorOf, PageInput, pageOf } from '../paging.ts';

export const listQuarantine = defineOperation({
  id: 'quarantine.list',
  summary: 'List the rows of data that were turned down, newest first, each with its reason.',
  input: z.object({ symbol: z.string().max(40).optional().describe('Only rows of this symbol.'), ...PageInput }),
  output: z.object({
    rows: z.array(
      z.object({
        symbol: z.string(),
        row: z.int(),
        unit: z.enum(['line', 'row']),
        code: z.string(),
        reason: z.string(),
        raw: z.string(),
        timeframe: z.string(),
        source: z.string(),
        datasetId: z.string(),
        recordedAt: WireInstant,
      }),
    ),
    nextCursor: NextCursor,
  }),
  scope: 'market-data:read',
  needs: ['unitOfWork'],
  cli: {
    command: 'quarantine',
    examples: [{ line: 'candor quarantine --symbol ACME', shows: 'what was wrong with a file' }],
  },
  http: { method: 'GET', path: '/quarantine', examples: [{ summary: 'The latest rows', input: { limit: 20 } }] },
  run: ({ unitOfWork }, { symbol, ...page }) =>
    unitOfWork.run(async ({ quarantine }) => {
      const found = await quarantine.list(pageOf(page), { symbol });
      return {
        rows: found.rows.map(({ seq: _, recordedAt, ...row }) => ({ ...row, recordedAt: isoFromInstant(recordedAt) })),
        nextCursor: nextCursorOf(found),
      };
    }),
});
