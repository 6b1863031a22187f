'use client';

import { useQuery } from '@tanstack/react-query';
import { FlaskConical } from 'lucide-react';
import { Panel } from '@/components/parts/panel';
import { Empty, Failed, LoadingChart, LoadingRows } from '@/components/parts/states';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { api, ProblemError, read } from '@/lib/api/client';
import { useCurrent } from '@/lib/current';
import { useUrlState } from '@/lib/url-state';
import { Report } from './report';

/** One finished run: whether to believe it, then everything behind that. */
export function ReportScreen() {
  const { href } = useCurrent();
  const [runId] = useUrlState('run');
  const query = useQuery({
    queryKey: ['backtests', 'run', runId],
    queryFn: () => read(api.GET('/api/backtests/{runId}', { params: { path: { runId: runId ?? '' } } })),
    enabled: runId !== undefined,
    // What a run found never changes; its labels do, and say so themselves.
    staleTime: Number.POSITIVE_INFINITY,
    retry: (failures, error) => failures < 2 && !(error instanceof ProblemError),
  });
  if (query.data !== undefined) return <Report key={query.data.runId} run={query.data} />;
  const isUnknown = query.error instanceof ProblemError && query.error.problem.code === 'backtests.unknown';
  const toLab = (
    <Button asChild variant="default">
      <Link href={href('/backtests')}>
        <FlaskConical aria-hidden /> Open the lab
      </Link>
    </Button>
  );
  return (
    <>
      <h1 className="sr-only">Run report</h1>
      {isUnknown || (runId === undefined && !query.isFetching) ? (
        <Panel title="Run report" bare className="flex-1">
          <Empty title={isUnknown ? 'There is no such run' : 'No run is chosen'} actions={toLab}>
            {isUnknown
              ? 'It was never finished, or it was deleted. The lab lists every run that is kept.'
              : 'The lab lists every run that is kept; each opens here.'}
          </Empty>
        </Panel>
      ) : query.error !== null ? (
        <Panel title="Run report" bare className="flex-1">
          <Failed
            title="The run could not be read"
            error={query.error}
            safe="The run itself is kept as it was."
            onRetry={() => void query.refetch()}
          />
        </Panel>
      ) : (
        <>
          <Panel title="Verdict, loading" bare className="min-h-64">
            <LoadingRows rows={5} />
          </Panel>
          <Panel title="Equity, loading" bare className="min-h-96">
            <LoadingChart />
          </Panel>
        </>
      )}
    </>
  );
}
