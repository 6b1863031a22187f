import { CandorError } from '@candor/domain/candor-error';
import type { Clock } from '@candor/domain/ports/clock';
import { z } from 'zod';
import type { Caller } from '../operation.ts';
import { cancelJob } from './cancel-job.ts';
import { getJob } from './get-job.ts';

const LOOK_MS = 100;

const Kind = z.enum(['invalid', 'not-found', 'denied', 'conflict', 'retry', 'halt']).catch('conflict');

/**
 * Waits for a job and passes its progress on. Throws the error that the job failed with, and `jobs.cancelled` (conflict) when somebody
 * called it off. Who no longer waits calls it off.
 */
export async function followJob(jobId: string, caller: Caller, clock: Clock): Promise<void> {
  for (;;) {
    const { state, progress, error } = await caller.call(getJob, { jobId });
    if (progress !== null) caller.progress(progress);
    if (state === 'succeeded') return;
    if (state === 'failed') {
      throw new CandorError(error?.code ?? 'jobs.failed', {
        kind: Kind.parse(error?.kind),
        message: error?.message ?? `Job "${jobId}" failed.`,
      });
    }
    if (state === 'cancelled')
      throw new CandorError('jobs.cancelled', { kind: 'conflict', message: `Job "${jobId}" was cancelled.` });
    await clock.until(clock.now() + LOOK_MS, caller.signal).catch(async (reason: unknown) => {
      await caller.call(cancelJob, { jobId });
      throw reason;
    });
  }
}
