import { z } from 'zod';
import { WireJob, wireJob } from '../../resources/wire/wire-job.ts';
import { defineOperation } from '../operation.ts';
import { UNKNOWN_JOB, unknownJob } from './job-problems.ts';

export const cancelJob = defineOperation({
  id: 'jobs.cancel',
  summary: 'Stop a job: one that waits is taken back, one that runs is ended. It is over when its state says so.',
  input: z.object({ jobId: z.string().min(1).max(80).describe('Which job.') }),
  output: WireJob,
  scope: 'jobs:write',
  needs: ['jobDesk'],
  cli: {
    command: 'job cancel',
    positionals: ['jobId'],
    examples: [{ line: 'candor job cancel 0198c7c2', shows: 'the work ended' }],
  },
  http: {
    method: 'POST',
    path: '/jobs/{jobId}/cancel',
    status: 202,
    examples: [{ summary: 'Stop the work', input: { jobId: '0198c7c2' } }],
    problems: [UNKNOWN_JOB, { code: 'jobs.over', kind: 'conflict', when: 'the job has ended already' }],
  },
  run: async ({ jobDesk }, { jobId }) => {
    await jobDesk.cancel(jobId);
    const row = await jobDesk.find(jobId);
    if (row === undefined) throw unknownJob(jobId);
    return wireJob(row);
  },
});
