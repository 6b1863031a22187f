import { CandorError } from '@candor/domain/candor-error';
import type { Clock } from '@candor/domain/ports/clock';
import { z } from 'zod';
import type { Caller } from '../operation.ts';
import { cancelJob } from './cancel-job.ts';
import { getJob } from './get-job.ts';

const LOOK_MS = 100;
/** For a job to be called off by one who is leaving. */
const LEAVE_MS = 5_000;

const Kind = z.enum(['invalid', 'not-found', 'denied', 'conflict', 'retry', 'halt']).catch('conflict');

/**
 * Waits for a job and passes its progress on. Throws the error that the job failed with, and `jobs.cancelled` (conflict) when somebody
 * called it off. Who no longer waits calls it off.
 */
export async function followJob(jobId: string, caller: Caller, clock: Clock): Promise<void> {
  try {
    while (!(await isDone(jobId, caller))) await clock.until(clock.now() + LOOK_MS, caller.signal);
  } catch (error) {
    // One that has ended meanwhile needs no cancelling, and a server that is gone cannot be told.
    if (caller.signal.aborted) await caller.call(cancelJob, { jobId }, AbortSignal.timeout(LEAVE_MS)).catch(() => {});
    throw error;
  }
}

async function isDone(jobId: string, caller: Caller): Promise<boolean> {
  const { state, progress, error } = await caller.call(getJob, { jobId });
  if (progress !== null) caller.progress(progress);
  if (state === 'failed') {
    throw new CandorError(error?.code ?? 'jobs.failed', {
      kind: Kind.parse(error?.kind),
      message: error?.message ?? `Job "${jobId}" failed.`,
    });
  }
  if (state === 'cancelled')
    throw new CandorError('jobs.cancelled', { kind: 'conflict', message: `Job "${jobId}" was cancelled.` });
  return state === 'succeeded';
}
