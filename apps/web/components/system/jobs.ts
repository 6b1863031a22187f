import { counted } from '@/lib/format';
import type { Job } from '@/lib/live/topics';
import { age } from '@/lib/time';

/** What each kind of job does, in words. */
const titles: Readonly<Record<string, string>> = {
  'backtests.run': 'Backtest',
  'data.refresh': 'Check of the data sources',
  'maintenance.run': 'Tidying up',
};

const askers: Readonly<Record<Job['requestedBy'], string>> = {
  cli: 'command line',
  http: 'dashboard or API',
  mcp: 'agent',
  schedule: 'schedule',
};

export const jobStates: Readonly<Record<Job['state'], string>> = {
  queued: 'Waits',
  running: 'Runs',
  succeeded: 'Done',
  failed: 'Failed',
  cancelled: 'Cancelled',
};

/** Returns what a job does; the name of its kind where that is all there is. */
export function jobTitle({ job }: Job): string {
  return titles[job] ?? job;
}

/** Returns who asked for it. */
export function askedBy({ requestedBy }: Job): string {
  return askers[requestedBy];
}

/** Returns whether a job can still be called off. */
export function isAtWork({ state }: Job): boolean {
  return state === 'queued' || state === 'running';
}

/** Returns how often it was tried: `2 of 3`. */
export function attemptsText({ attempts, maxAttempts, state }: Job): string {
  return attempts === 0 && state === 'queued' ? `none of ${maxAttempts}` : `${attempts} of ${maxAttempts}`;
}

/** Returns how long it took, or has taken so far; undefined before it began. `nowMs` is 0 before the page is alive. */
export function tookText({ startedAt, endedAt }: Job, nowMs: number): string | undefined {
  if (startedAt === null) return undefined;
  if (endedAt === null) return nowMs === 0 ? undefined : `${age(nowMs - Date.parse(startedAt))} so far`;
  return age(Date.parse(endedAt) - Date.parse(startedAt));
}

/** Returns all jobs there are, newest first: what is stored, and over it what the live channel says now. */
export function allJobs(stored: readonly Job[], live: readonly Job[]): readonly Job[] {
  const byId = new Map<string, Job>();
  for (const job of stored) byId.set(job.id, job);
  for (const job of live) byId.set(job.id, job);
  return [...byId.values()].sort(
    (one, other) => other.createdAt.localeCompare(one.createdAt) || other.id.localeCompare(one.id),
  );
}

/** Returns how many are at work, in a sentence. */
export function workText(jobs: readonly Job[]): string {
  const running = jobs.filter(({ state }) => state === 'running').length;
  const queued = jobs.filter(({ state }) => state === 'queued').length;
  if (running + queued === 0) return 'nothing is at work';
  return `${counted(running, 'job')} at work${queued === 0 ? '' : `, ${queued} waiting`}`;
}
