import { Ban, Check, CircleDashed, type LucideIcon, TriangleAlert, X } from 'lucide-react';
import type { Column } from '@/components/parts/data-table';
import { Missing } from '@/components/parts/delta';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { cn } from '@/lib/cn';
import type { Current } from '@/lib/current';
import { count } from '@/lib/format';
import type { Job } from '@/lib/live/topics';
import { clock, day, utc } from '@/lib/time';
import { askedBy, attemptsText, isAtWork, jobStates, jobTitle, tookText } from './jobs';

const marks: Readonly<Record<Job['state'], { readonly icon: LucideIcon; readonly color: string }>> = {
  queued: { icon: CircleDashed, color: 'text-text-2' },
  running: { icon: CircleDashed, color: 'text-accent' },
  succeeded: { icon: Check, color: 'text-text' },
  failed: { icon: TriangleAlert, color: 'text-halt' },
  cancelled: { icon: X, color: 'text-text-2' },
};

export interface JobColumnsOptions {
  readonly href: Current['href'];
  readonly canAct: boolean;
  readonly onCancel: (job: Job) => void;
  readonly nowMs: number;
}

/** Returns the columns of the list of jobs. */
export function jobColumns({ href, canAct, onCancel, nowMs }: JobColumnsOptions): readonly Column<Job>[] {
  return [
    {
      id: 'createdAt',
      header: 'Asked for',
      value: ({ createdAt }) => createdAt,
      cell: ({ createdAt }) => (
        <time dateTime={createdAt} title={utc(createdAt)} className="whitespace-nowrap">
          {clock(createdAt, zone())}
          <span className="block text-small text-text-2">{day(createdAt, zone())}</span>
        </time>
      ),
    },
    {
      id: 'job',
      header: 'Job',
      value: ({ job }) => job,
      cell: (job) => (
        <>
          <JobName job={job} href={href} />
          <span className="block whitespace-nowrap text-small text-text-2">by {askedBy(job)}</span>
        </>
      ),
    },
    {
      id: 'state',
      header: 'State',
      value: ({ state }) => jobStates[state],
      cell: (job) => <JobState job={job} isKnown={canAct} />,
    },
    {
      id: 'progress',
      header: 'Progress, or what went wrong',
      value: ({ progress, error }) =>
        error?.message ?? (progress === null ? null : `${progress.done} of ${progress.total}`),
      cell: (job) => <JobCourse job={job} />,
    },
    {
      id: 'attempts',
      header: 'Attempts',
      align: 'right',
      value: ({ attempts }) => attempts,
      cell: (job) => <span className="whitespace-nowrap">{attemptsText(job)}</span>,
    },
    {
      id: 'took',
      header: 'Took',
      align: 'right',
      from: 'wide',
      value: ({ startedAt, endedAt }) =>
        startedAt === null || endedAt === null ? null : Date.parse(endedAt) - Date.parse(startedAt),
      cell: (job) => <span className="whitespace-nowrap">{tookText(job, nowMs) ?? <Missing word="not begun" />}</span>,
    },
    {
      id: 'cancel',
      header: 'Commands',
      align: 'right',
      cell: (job) => <CancelJob job={job} canAct={canAct} onCancel={onCancel} />,
    },
  ];
}

export function JobName({ job, href }: { readonly job: Job; readonly href: Current['href'] }) {
  const runId = runOf(job);
  if (runId === undefined) return <span className="whitespace-nowrap font-semibold">{jobTitle(job)}</span>;
  return (
    <Link
      href={href('/backtests/report', { run: runId })}
      className="inline-flex min-h-6 items-center font-semibold text-accent underline-offset-4 hover:underline max-phone:min-h-11"
    >
      {jobTitle(job)}
    </Link>
  );
}

export function JobState({
  job: { state, cancelRequestedAt },
  isKnown,
}: {
  readonly job: Job;
  readonly isKnown: boolean;
}) {
  const { icon: Icon, color } = marks[state];
  const isOpen = state === 'queued' || state === 'running';
  return (
    <span className={cn('inline-flex items-center gap-1.5 whitespace-nowrap', color)}>
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {isOpen && cancelRequestedAt !== null ? 'Cancelling' : jobStates[state]}
      {isOpen && !isKnown && '?'}
    </span>
  );
}

/** How far it is, from counts; or why it failed, in words. */
export function JobCourse({ job: { state, progress, error } }: { readonly job: Job }) {
  if (error !== null) {
    return (
      <span className="block py-1 text-small">
        {error.message} <span className="font-mono text-micro text-text-2">{error.code}</span>
      </span>
    );
  }
  if (progress === null)
    return (
      <Missing
        word={state === 'queued' ? 'not begun' : state === 'running' ? 'nothing counted yet' : 'nothing counted'}
      />
    );
  const share = progress.total === 0 ? 0 : Math.min(1, progress.done / progress.total);
  return (
    <span className="flex items-center gap-2.5 text-small">
      <span aria-hidden className="hatched flex h-1.5 w-16 shrink-0 overflow-hidden rounded-mark">
        <span
          className={cn('h-full rounded-mark', state === 'running' ? 'bg-accent' : 'bg-text-2')}
          style={{ width: `${share * 100}%` }}
        />
      </span>
      <span>
        {count(progress.done)} of {count(progress.total)} <span className="text-text-2">{progress.of}</span>
      </span>
    </span>
  );
}

export function CancelJob({
  job,
  canAct,
  onCancel,
}: Pick<JobColumnsOptions, 'canAct' | 'onCancel'> & { readonly job: Job }) {
  if (!isAtWork(job)) return <span className="text-small text-text-3">over</span>;
  return (
    <Button
      size="small"
      disabled={!canAct || job.cancelRequestedAt !== null}
      title={canAct ? undefined : 'The server cannot be asked now.'}
      aria-label={`Cancel ${jobTitle(job)}`}
      onClick={() => onCancel(job)}
    >
      <Ban aria-hidden /> Cancel
    </Button>
  );
}

function runOf({ job, state, result }: Job): string | undefined {
  if (job !== 'backtests.run' || state !== 'succeeded' || typeof result !== 'object' || result === null)
    return undefined;
  const { runId } = result as { readonly runId?: unknown };
  return typeof runId === 'string' ? runId : undefined;
}

function zone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
