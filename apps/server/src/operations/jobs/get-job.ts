import { z } from 'zod';
import { WireJob, wireJob } from '../../resources/wire/wire-job.ts';
import { defineOperation } from '../operation.ts';
import { UNKNOWN_JOB, unknownJob } from './job-problems.ts';

export const getJob = defineOperation({
  id: 'jobs.get',
  summary: 'Show one background job: state, progress, result or error.',
  input: z.object({ jobId: z.string().min(1).max(80).describe('Which job.') }),
  output: WireJob,
  scope: 'jobs:read',
  needs: ['unitOfWork'],
  cli: {
    command: 'job show',
    positionals: ['jobId'],
    examples: [{ line: 'candor job show 0198c7c2', shows: 'how far it is' }],
  },
  http: {
    method: 'GET',
    path: '/jobs/{jobId}',
    examples: [{ summary: 'One job', input: { jobId: '0198c7c2' } }],
    problems: [UNKNOWN_JOB],
  },
  run: async ({ unitOfWork }, { jobId }) => {
    const row = await unitOfWork.run(({ jobs }) => jobs.find(jobId));
    if (row === undefined) throw unknownJob(jobId);
    return wireJob(row);
  },
});
