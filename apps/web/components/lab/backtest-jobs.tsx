'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Check, RotateCw, X } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { JobProgress } from '@/components/parts/job-progress';
import { Panel } from '@/components/parts/panel';
import { useToast } from '@/components/parts/toast';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { api, read } from '@/lib/api/client';
import { cn } from '@/lib/cn';
import { useCurrent } from '@/lib/current';
import { counted } from '@/lib/format';
import { useConnection, useTopic } from '@/lib/live/live-provider';
import type { Job } from '@/lib/live/topics';
import { forgetStarted, type StartedBacktest, useStartedBacktests } from './started-backtests';
import { useStartBacktest } from './use-start-backtest';

const KEEPS =
  'Cancelling keeps what is finished; of this run nothing is kept. If it was tried already, the try stays counted.';
const MOST_SHOWN = 8;

/** Backtests that run or wait, and what became of those started from here. Nothing is shown while there are none. */
export function BacktestJobs() {
  const { items, fault } = useTopic('jobs');
  const started = useStartedBacktests();
  const jobs = useMemo(() => (items ?? []).filter(({ job }) => job === 'backtests.run'), [items]);
  useRefetchRuns(jobs);

  const byId = new Map(started.map((one) => [one.jobId, one]));
  const open = jobs.filter(({ state }) => state === 'running' || state === 'queued');
  const over = jobs.filter(({ id, state }) => state !== 'running' && state !== 'queued' && byId.has(id));
  const shown = [
    ...open.toSorted((a, b) => Number(b.state === 'running') - Number(a.state === 'running')),
    ...over.toReversed(),
  ];
  if (fault !== undefined) {
    return (
      <Panel title="At work">
        <p className="text-small text-text-2">
          Jobs cannot be followed: {fault} Finished runs still come into the list.
        </p>
      </Panel>
    );
  }
  if (shown.length === 0) return null;
  const running = open.filter(({ state }) => state === 'running').length;
  return (
    <Panel
      title="At work"
      count={open.length === 0 ? 'nothing now' : `${running} running, ${open.length - running} waiting`}
      receipt={<span>Progress is counted in bars, not guessed from time. No verdict before the end.</span>}
      flush
    >
      <ul>
        {shown.slice(0, MOST_SHOWN).map((job) => (
          <li key={job.id} className="border-line border-t px-3.5 py-2.5">
            <BacktestJob job={job} started={byId.get(job.id)} />
          </li>
        ))}
        {shown.length > MOST_SHOWN && (
          <li className="border-line border-t px-3.5 py-2 text-small text-text-2">
            and {counted(shown.length - MOST_SHOWN, 'more', 'more')}; the System screen lists all.
          </li>
        )}
      </ul>
    </Panel>
  );
}

function BacktestJob({ job, started }: { readonly job: Job; readonly started: StartedBacktest | undefined }) {
  const { href } = useCurrent();
  const say = useToast();
  const isLost = useConnection().kind === 'lost';
  const { start, isStarting, lockedBecause } = useStartBacktest();
  const title = started?.title ?? `Backtest ${job.id.slice(0, 8)}`;
  const isOpen = job.state === 'queued' || job.state === 'running';
  if (isOpen) {
    const cancel = async () => {
      try {
        await read(api.POST('/api/jobs/{jobId}/cancel', { params: { path: { jobId: job.id } } }));
      } catch (error) {
        say(`${title} was not cancelled. ${error instanceof Error ? error.message : ''}`, { tone: 'failed' });
      }
    };
    return <JobProgress job={job} title={title} keeps={KEEPS} {...(isLost ? {} : { onCancel: () => void cancel() })} />;
  }
  const again = () => {
    if (started === undefined) return;
    start({ terms: started.terms, title: started.title });
    forgetStarted(job.id);
  };
  return (
    <div className="flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1" data-job-state={job.state}>
      {job.state === 'succeeded' ? (
        <Check aria-hidden className="size-4 text-up" />
      ) : (
        <X aria-hidden className={cn('size-4', job.state === 'failed' ? 'text-halt' : 'text-text-2')} />
      )}
      <p className="min-w-0 flex-1">
        <span className="font-semibold">{title}</span> <span className="text-text-2">{wordsOf(job)}</span>
      </p>
      {job.state === 'succeeded' ? (
        <Button asChild size="small">
          <Link href={href('/backtests/report', { run: job.id })} onClick={() => forgetStarted(job.id)}>
            Read the report
          </Link>
        </Button>
      ) : (
        <Button size="small" onClick={again} disabled={isStarting || lockedBecause !== undefined} title={lockedBecause}>
          <RotateCw aria-hidden /> Try again
        </Button>
      )}
      <Button variant="ghost" size="icon-small" aria-label={`Dismiss ${title}`} onClick={() => forgetStarted(job.id)}>
        <X aria-hidden />
      </Button>
    </div>
  );
}

function wordsOf({ state, error }: Job): string {
  if (state === 'succeeded') return 'is done.';
  if (state === 'cancelled') return 'was cancelled. Nothing of it was kept.';
  return `failed. ${error?.message ?? 'The server gave no reason.'}`;
}

/** A run that is done belongs in the list at once. */
function useRefetchRuns(jobs: readonly Job[]): void {
  const client = useQueryClient();
  const done = jobs.filter(({ state }) => state === 'succeeded').length;
  useEffect(() => {
    if (done > 0) void client.invalidateQueries({ queryKey: ['backtests', 'list'] });
  }, [done, client]);
}
