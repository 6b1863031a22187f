import { z } from 'zod';
import { WireJob, wireJob } from '../../resources/wire/wire-job.ts';
import { defineOperation } from '../operation.ts';
import { NextCursor, nextCursorOf, PageInput, pageOf } from '../paging.ts';

export const listJobs = defineOperation({
  id: 'jobs.list',
  summary: 'List background jobs, newest first, with their progress.',
  input: z.object({
    job: z.string().max(80).optional().describe('Only jobs of this kind, such as backtests.run.'),
    state: z
      .enum(['queued', 'running', 'succeeded', 'failed', 'cancelled'])
      .optional()
      .describe('Only jobs in this state.'),
    ...PageInput,
  }),
  output: z.object({ jobs: z.array(WireJob), nextCursor: NextCursor }),
  scope: 'jobs:read',
  needs: ['unitOfWork'],
  cli: { command: 'jobs', examples: [{ line: 'candor jobs --state running', shows: 'what is being worked on' }] },
  http: {
    method: 'GET',
    path: '/jobs',
    examples: [{ summary: 'What is being worked on', input: { state: 'running' } }],
  },
  run: ({ unitOfWork }, { job, state, ...page }) =>
    unitOfWork.run(async ({ jobs }) => {
      const found = await jobs.list(pageOf(page), { job, ...(state === undefined ? {} : { states: [state] }) });
      return { jobs: found.rows.map(wireJob), nextCursor: nextCursorOf(found) };
    }),
});
