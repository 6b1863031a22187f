'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { DataTable, ExportMenu } from '@/components/parts/data-table';
import { Panel } from '@/components/parts/panel';
import { AgeChip, Empty, Failed, LoadingRows } from '@/components/parts/states';
import { useToast } from '@/components/parts/toast';
import { Button } from '@/components/ui/button';
import { Segmented } from '@/components/ui/segmented';
import { api, read } from '@/lib/api/client';
import { useCurrent } from '@/lib/current';
import { counted } from '@/lib/format';
import { useConnection, useTopic } from '@/lib/live/live-provider';
import type { Job } from '@/lib/live/topics';
import { useUrlState } from '@/lib/url-state';
import { useNow } from '@/lib/use-now';
import { CancelJob, JobCourse, JobName, JobState, jobColumns } from './job-columns';
import { allJobs, isAtWork, workText } from './jobs';

const PAGE = 50;

type Show = 'all' | 'at-work' | 'failed';

/** The work that runs beside the screens: how far it is, what became of it, and how to call it off. */
export function JobsPanel() {
  const { href } = useCurrent();
  const say = useToast();
  const connection = useConnection();
  const live = useTopic('jobs');
  const [show = 'all', setShow] = useUrlState('jobs');
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set());
  const canAct = connection.kind === 'open';
  const stored = useInfiniteQuery({
    queryKey: ['jobs', 'stored'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      read(
        api.GET('/api/jobs', {
          params: { query: { limit: PAGE, ...(pageParam === undefined ? {} : { cursor: pageParam }) } },
        }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const jobs = useMemo(
    () =>
      stored.data === undefined && live.items === undefined
        ? undefined
        : allJobs(stored.data?.pages.flatMap((page) => page.jobs) ?? [], live.items ?? []),
    [stored.data, live.items],
  );
  const shown = useMemo(
    () =>
      jobs?.filter((job) => (show === 'at-work' ? isAtWork(job) : show === 'failed' ? job.state === 'failed' : true)),
    [jobs, show],
  );
  // The clock only matters to what still runs.
  const now = useNow();
  const isMoving = jobs?.some(({ state }) => state === 'running') ?? false;
  const nowMs = isMoving ? now : 0;
  const columns = useMemo(() => {
    const cancel = (job: Job) => {
      setAsked((known) => new Set(known).add(job.id));
      read(api.POST('/api/jobs/{jobId}/cancel', { params: { path: { jobId: job.id } } })).catch((error: Error) => {
        setAsked((known) => new Set([...known].filter((id) => id !== job.id)));
        say(`The job goes on. ${error.message}`, { tone: 'failed' });
      });
    };
    return { cancel, list: jobColumns({ href, canAct, onCancel: cancel, nowMs }) };
  }, [href, canAct, nowMs, say]);
  const rows = useMemo(
    () =>
      shown?.map((job) =>
        asked.has(job.id) && job.cancelRequestedAt === null && isAtWork(job)
          ? { ...job, cancelRequestedAt: job.createdAt }
          : job,
      ),
    [shown, asked],
  );
  return (
    <Panel
      title="Jobs"
      flush
      count={jobs === undefined ? undefined : workText(jobs)}
      actions={
        <>
          <Segmented<Show>
            label="Which jobs"
            value={show as Show}
            options={[
              { value: 'at-work', label: 'At work' },
              { value: 'all', label: 'All' },
              { value: 'failed', label: 'Failed' },
            ]}
            onChange={(value) => setShow(value === 'all' ? undefined : value)}
          />
          <ExportMenu name="jobs" columns={columns.list} rows={rows ?? []} />
          {connection.kind === 'lost' && <AgeChip ms={Math.max(0, now - connection.sinceMs)} />}
        </>
      }
      receipt={
        <>
          <span>
            {rows === undefined
              ? 'Reading the jobs'
              : `${counted(rows.length, 'job')} shown, newest first; times are yours`}
          </span>
          <span className="max-phone:hidden">what runs is told by the live channel, progress comes from counts</span>
        </>
      }
    >
      {stored.error !== null && jobs === undefined ? (
        <Failed
          title="The jobs could not be read"
          error={stored.error}
          safe="What is at work goes on; only this view failed."
          onRetry={() => void stored.refetch()}
        />
      ) : rows === undefined ? (
        <LoadingRows rows={4} />
      ) : rows.length === 0 ? (
        <Empty title={show === 'at-work' ? 'Nothing is at work' : show === 'failed' ? 'Nothing failed' : 'No jobs yet'}>
          {show === 'all'
            ? 'A backtest is a job, and so are the checks that the server does on its own.'
            : 'All jobs are listed under All.'}
        </Empty>
      ) : (
        <DataTable
          label="Jobs"
          columns={columns.list}
          rows={rows}
          rowKey={({ id }) => id}
          rowHeight={51}
          phone={(job) => (
            <div className="flex flex-col gap-1.5">
              <div className="flex items-center justify-between gap-3">
                <JobName job={job} href={href} />
                <JobState job={job} isKnown={canAct} />
              </div>
              <JobCourse job={job} />
              {isAtWork(job) && <CancelJob job={job} canAct={canAct} onCancel={columns.cancel} />}
            </div>
          )}
        />
      )}
      {stored.hasNextPage && show !== 'at-work' && (
        <div className="flex justify-center p-2.5">
          <Button size="small" disabled={stored.isFetchingNextPage} onClick={() => void stored.fetchNextPage()}>
            {stored.isFetchingNextPage ? 'Loading' : 'Load older jobs'}
          </Button>
        </div>
      )}
    </Panel>
  );
}
