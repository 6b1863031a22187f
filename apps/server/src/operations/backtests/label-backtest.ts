import { z } from 'zod';
import { defineOperation } from '../operation.ts';
import { RunId, UNKNOWN_RUN, unknownRun } from './run-problems.ts';

export const labelBacktest = defineOperation({
  id: 'backtests.label',
  summary: 'Put tags and a note on a backtest.',
  input: z.object({
    runId: RunId,
    tags: z
      .array(z.string().trim().min(1).max(40))
      .max(20)
      .optional()
      .describe('All its tags, in the place of the old.'),
    note: z.string().max(4_000).optional().describe('Its note, in the place of the old.'),
  }),
  output: z.object({ runId: z.string(), labelled: z.literal(true) }),
  scope: 'backtests:write',
  needs: ['unitOfWork'],
  cli: {
    command: 'backtest label',
    positionals: ['runId'],
    examples: [{ line: 'candor backtest label 0198c7c2 --tags slow,kept', shows: 'two tags on a run' }],
  },
  http: {
    method: 'PATCH',
    path: '/backtests/{runId}',
    examples: [{ summary: 'A note', input: { runId: '0198c7c2', note: 'Before the change of costs.' } }],
    problems: [UNKNOWN_RUN],
  },
  run: async ({ unitOfWork }, { runId, tags, note }) => {
    const change = { ...(tags === undefined ? {} : { tags }), ...(note === undefined ? {} : { note }) };
    if (!(await unitOfWork.run(({ runs }) => runs.label(runId, change)))) throw unknownRun(runId);
    return { runId, labelled: true as const };
  },
});
