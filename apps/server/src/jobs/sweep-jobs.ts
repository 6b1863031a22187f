import type { JobRow, JobState } from '@candor/domain/ports/repositories';
import { publishJob } from '../resources/publish-job.ts';
import type { JobWorkerParts } from './job-worker-parts.ts';

type SweepParts = Pick<JobWorkerParts, 'catalog' | 'unitOfWork' | 'queue' | 'bus' | 'clock' | 'log' | 'isAlone'> & {
  readonly runsHere: (id: string) => boolean;
};

const PAGE = 500;

/**
 * Puts right what a crash left: rows whose worker gives no sign of life are queued again or fail, and waiting rows that the queue does not
 * know are handed to it. At the start of a process that is alone every running row is a dead one's.
 */
export async function sweepJobs(parts: SweepParts, lostAfterMs: number, isStart: boolean): Promise<void> {
  for (const row of await rowsIn(parts, 'running')) {
    if (!parts.runsHere(row.id)) await sweepRunning(parts, row, lostAfterMs, isStart);
  }
  await refillQueue(parts);
}

async function sweepRunning(parts: SweepParts, seen: JobRow, lostAfterMs: number, isStart: boolean): Promise<void> {
  const { unitOfWork, bus, clock, log, isAlone } = parts;
  const isDead = ({ heartbeatAt, startedAt }: JobRow): boolean =>
    (isStart && isAlone) || clock.now() - (heartbeatAt ?? startedAt ?? 0) > lostAfterMs;
  if (!isDead(seen)) return;
  const row = await unitOfWork.run(async ({ jobs }) => {
    const now = await jobs.find(seen.id);
    if (now?.state !== 'running' || !isDead(now)) return undefined;
    return (await jobs.change(now.id, ['running'], afterDeath(now, clock.now()))) ? jobs.find(now.id) : undefined;
  });
  if (row === undefined) return;
  log.warn({ jobId: row.id, job: row.job, state: row.state }, 'job lost its worker');
  publishJob(bus, clock, row);
}

function afterDeath(row: JobRow, now: number): Partial<Omit<JobRow, 'seq' | 'id' | 'job'>> {
  const { requestedBy, attempts, maxAttempts, cancelRequestedAt } = row;
  if (cancelRequestedAt !== undefined) return { state: 'cancelled', endedAt: now };
  const failed = (code: string, message: string) =>
    ({ state: 'failed', error: { code, kind: 'retry', message }, endedAt: now }) as const;
  if (requestedBy === 'cli') {
    return failed('jobs.interrupted', 'The command that ran this job ended before it was done. Run it again.');
  }
  if (attempts >= maxAttempts) {
    return failed('jobs.worker-lost', `The process that ran this job ended before it was done, ${attempts} times.`);
  }
  return { state: 'queued', startedAt: undefined, heartbeatAt: undefined, progress: undefined };
}

async function refillQueue(parts: SweepParts): Promise<void> {
  const { catalog, queue } = parts;
  const waiting = Map.groupBy(await rowsIn(parts, 'queued'), ({ job }) => job);
  for (const { id: job } of catalog) {
    const rows = waiting.get(job) ?? [];
    if (rows.length === 0) continue;
    // Counting is cheap and adding is not. What is counted too often was begun since, and comes to nothing.
    const depth = await queue.depth(job);
    if (depth.waiting >= rows.length) continue;
    // The oldest is the last of the list. One that still runs here is about to be handed over, at its own time.
    for (const { id } of rows.toReversed()) if (!parts.runsHere(id)) await queue.add(job, id);
  }
}

async function rowsIn({ unitOfWork }: SweepParts, state: JobState): Promise<readonly JobRow[]> {
  const rows: JobRow[] = [];
  for (let after: number | undefined; ; ) {
    const page = await unitOfWork.run(({ jobs }) => jobs.list({ after, limit: PAGE }, { states: [state] }));
    rows.push(...page.rows);
    if (page.next === undefined) return rows;
    after = page.next;
  }
}
