import { z } from 'zod';
import { defineOperation } from '../operation.ts';
import { RunId, UNKNOWN_RUN, unknownRun } from './run-problems.ts';

export const deleteBacktest = defineOperation({
  id: 'backtests.delete',
  summary: 'Delete a backtest. That it was tried stays counted: forgetting tries is how luck becomes skill.',
  input: z.object({ runId: RunId }),
  output: z.object({ runId: z.string(), deleted: z.literal(true) }),
  scope: 'backtests:write',
  needs: ['unitOfWork'],
  cli: {
    command: 'backtest delete',
    positionals: ['runId'],
    examples: [{ line: 'candor backtest delete 0198c7c2', shows: 'the list without it' }],
  },
  http: {
    method: 'DELETE',
    path: '/backtests/{runId}',
    examples: [{ summary: 'Delete a run', input: { runId: '0198c7c2' } }],
    problems: [UNKNOWN_RUN],
  },
  run: async ({ unitOfWork }, { runId }) => {
    if (!(await unitOfWork.run(({ runs }) => runs.delete(runId)))) throw unknownRun(runId);
    return { runId, deleted: true as const };
  },
});
