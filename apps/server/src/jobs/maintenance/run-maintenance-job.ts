import { z } from 'zod';
import { defineJob } from '../define-job.ts';

const DAY_MS = 24 * 60 * 60_000;

/** Removes rows that nobody will ask for any more. What was traded, decided or tried is never among them. */
export const runMaintenanceJob = defineJob({
  id: 'maintenance.run',
  summary: 'Remove old rows of jobs that have ended and of answered requests.',
  input: z.strictObject({
    keepJobsDays: z.int().min(1).default(30),
    keepRequestsDays: z.int().min(1).default(2),
  }),
  output: z.object({ jobsRemoved: z.int(), requestsRemoved: z.int() }),
  concurrency: 1,
  attempts: 3,
  backoffMs: 60_000,
  timeoutMs: 10 * 60_000,
  schedule: { cron: '17 3 * * *', input: { keepJobsDays: 30, keepRequestsDays: 2 } },
  needs: ['clock', 'unitOfWork'],
  run: async ({ clock, unitOfWork }, { keepJobsDays, keepRequestsDays }) => {
    const now = clock.now();
    const jobsRemoved = await unitOfWork.run(({ jobs }) => jobs.prune(now - keepJobsDays * DAY_MS));
    const requestsRemoved = await unitOfWork.run(({ idempotency }) =>
      idempotency.prune(now - keepRequestsDays * DAY_MS),
    );
    return { jobsRemoved, requestsRemoved };
  },
});
