'use client';

import { Button } from '@/components/ui/button';
import { count } from '@/lib/format';
import type { Job } from '@/lib/live/topics';
import { age } from '@/lib/time';
import { useNow } from '@/lib/use-now';

/** How far a job is: from counts, never from time. */
export function JobProgress({
  job,
  title,
  onCancel,
  keeps,
}: {
  readonly job: Job;
  readonly title: string;
  readonly onCancel?: () => void;
  /** What cancelling keeps. */
  readonly keeps?: string;
}) {
  const now = useNow();
  const { progress, state } = job;
  const share = progress === null || progress.total === 0 ? 0 : progress.done / progress.total;
  const goneMs = job.startedAt === null || now === 0 ? 0 : now - Date.parse(job.startedAt);
  const isOver = state !== 'queued' && state !== 'running';
  return (
    <div data-slot="job" data-job-state={state} className="flex flex-col gap-1.5">
      <div className="flex items-baseline justify-between gap-3">
        <span className="min-w-0 truncate">
          <span className="font-semibold">{title}</span>{' '}
          <span className="text-text-2">
            {progress === null
              ? stateWords[state]
              : `${count(progress.done)} of ${count(progress.total)} ${progress.of}`}
            {share > 0.02 && !isOver && goneMs > 500 && `, about ${age((goneMs / share) * (1 - share))} left`}
          </span>
        </span>
        {onCancel !== undefined && !isOver && (
          <Button variant="link" size="small" onClick={onCancel} disabled={job.cancelRequestedAt !== null}>
            {job.cancelRequestedAt === null ? 'Cancel' : 'Cancelling'}
          </Button>
        )}
      </div>
      <div
        role="progressbar"
        aria-label={title}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
        className="hatched flex h-1.5 overflow-hidden rounded-mark"
      >
        <div className="h-full rounded-mark bg-accent" style={{ width: `${share * 100}%` }} />
      </div>
      {keeps !== undefined && !isOver && <p className="text-micro text-text-3">{keeps}</p>}
    </div>
  );
}

const stateWords: Record<Job['state'], string> = {
  queued: 'waits for its turn',
  running: 'runs',
  succeeded: 'is done',
  failed: 'failed',
  cancelled: 'was cancelled',
};
