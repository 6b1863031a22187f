import { isoFromInstant } from '@candor/domain/time';
import { CANCEL_CHANNEL } from '../resources/job-desk.ts';
import type { JobDefinition } from './define-job.ts';
import { claimJob, JobRun } from './job-run.ts';
import type { JobTiming, JobWorkerParts } from './job-worker-parts.ts';
import { sweepJobs } from './sweep-jobs.ts';

const TIMING: JobTiming = {
  heartbeatMs: 5_000,
  lostAfterMs: 60_000,
  sweepMs: 30_000,
  progressMs: 250,
  graceMs: 10_000,
};

export interface JobWorker {
  /** Resolves when the first sweep is done and jobs are taken. */
  readonly started: Promise<void>;
  /** Ids of the jobs that run here now. */
  running(): readonly string[];
  /** Takes no more jobs, ends those that run and puts them back to be run again. */
  close(): Promise<void>;
}

/** Starts to run jobs in this process. A job runs in one process at a time, however many there are. */
export function startJobWorker(parts: JobWorkerParts): JobWorker {
  const { catalog, queue, bus, clock, log, desk } = parts;
  const timing = { ...TIMING, ...parts.timing };
  const closing = new AbortController();
  const { signal } = closing;
  const runs = new Map<string, JobRun>();

  const take = async (job: JobDefinition, id: string): Promise<void> => {
    const row = await claimJob(parts, job, id);
    if (row === undefined) return;
    const run = new JobRun(parts, timing, job, row, signal);
    runs.set(id, run);
    try {
      await run.toEnd();
    } finally {
      runs.delete(id);
    }
  };

  const sweepUntilClosed = async (): Promise<void> => {
    for (let isFirst = true; !signal.aborted; ) {
      try {
        await sweepJobs({ ...parts, runsHere: (id) => runs.has(id) }, timing.lostAfterMs, isFirst);
        isFirst = false;
        firstSweep.resolve();
      } catch (error) {
        log.warn({ err: error }, 'jobs could not be swept');
      }
      await clock.until(clock.now() + timing.sweepMs, signal).catch(() => undefined);
    }
    firstSweep.resolve();
  };

  const runUntilClosed = async (job: JobDefinition): Promise<void> => {
    await firstSweep.promise;
    await queue.work(job.id, { concurrency: job.concurrency, signal }, (id) => take(job, id));
  };

  const scheduleUntilClosed = async (job: JobDefinition): Promise<void> => {
    const { schedule } = job;
    if (schedule === undefined) return;
    await firstSweep.promise;
    await queue.schedule(job.id, schedule.cron, signal, async () => {
      // Should two processes both be told, they mean the same row.
      const minute = isoFromInstant(clock.now()).slice(0, 16);
      await desk.request(job, schedule.input, 'schedule', { id: `${job.id}.${minute}` });
    });
  };

  const firstSweep = Promise.withResolvers<void>();
  // A message is a hint; what it says is looked up in the row.
  const leaveBus = bus.subscribe(CANCEL_CHANNEL, (id) => void (typeof id === 'string' && runs.get(id)?.look()));
  const all = [sweepUntilClosed(), ...catalog.flatMap((job) => [runUntilClosed(job), scheduleUntilClosed(job)])].map(
    (work) => work.catch((error: unknown) => log.error({ err: error }, 'a part of the job worker ended')),
  );

  return {
    started: firstSweep.promise,
    running: () => [...runs.keys()],
    close: async () => {
      closing.abort();
      leaveBus();
      await Promise.all(all);
    },
  };
}
