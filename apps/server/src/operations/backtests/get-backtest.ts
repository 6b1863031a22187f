import { isoFromInstant } from '@candor/domain/time';
import { z } from 'zod';
import { BacktestDocument } from '../../resources/backtests/document-schema.ts';
import { WireInstant } from '../../resources/wire/wire-values.ts';
import { defineOperation } from '../operation.ts';
import { findRun, RunId, UNKNOWN_RUN } from './run-problems.ts';

export const getBacktest = defineOperation({
  id: 'backtests.get',
  summary:
    'Show one finished backtest whole: verdict, figures, equity, trades, orders, decisions, and the manifest to run it again.',
  input: z.object({ runId: RunId }),
  output: z.object({
    runId: z.string(),
    tags: z.array(z.string()),
    note: z.string(),
    createdAt: WireInstant,
    document: BacktestDocument,
  }),
  scope: 'backtests:read',
  needs: ['unitOfWork'],
  http: {
    method: 'GET',
    path: '/backtests/{runId}',
    examples: [{ summary: 'One run', input: { runId: '0198c7c2' } }],
    problems: [UNKNOWN_RUN],
  },
  run: async ({ unitOfWork }, { runId }) => {
    const run = await unitOfWork.run((repositories) => findRun(repositories, runId));
    const { tags, note, createdAt, document } = run;
    return {
      runId,
      tags: [...tags],
      note,
      createdAt: isoFromInstant(createdAt),
      document: BacktestDocument.parse(document),
    };
  },
});
