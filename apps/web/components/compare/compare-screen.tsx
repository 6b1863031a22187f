'use client';

import { ChevronLeft, Info } from 'lucide-react';
import { useMemo } from 'react';
import { Panel } from '@/components/parts/panel';
import { Empty, Failed, LoadingChart, LoadingRows } from '@/components/parts/states';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { useCurrent } from '@/lib/current';
import { counted } from '@/lib/format';
import { useUrlState } from '@/lib/url-state';
import { CompareChart } from './compare-chart';
import { ComparisonTable } from './comparison-table';
import { useComparison } from './use-comparison';
import { VerdictsPanel } from './verdicts-panel';

const MOST_COMPARED = 6;

/** Two to six runs side by side. */
export function CompareScreen() {
  const { href } = useCurrent();
  const [asked, setAsked] = useUrlState('runs');
  const runIds = useMemo(() => [...new Set(asked?.split(',').filter((id) => id !== '') ?? [])], [asked]);
  const isTooMany = runIds.length > MOST_COMPARED;
  const query = useComparison(isTooMany ? [] : runIds);
  const comparison = query.data;
  const lab = href('/backtests', { compare: runIds.join(',') });
  return (
    <>
      <header className="flex items-center gap-3">
        <Button asChild variant="ghost" size="icon">
          <Link href={lab} aria-label="Back to the lab">
            <ChevronLeft aria-hidden />
          </Link>
        </Button>
        <h1 className="font-semibold text-page">
          {comparison === undefined ? 'Compare runs' : `Compare ${counted(comparison.runs.length, 'run')}`}
        </h1>
      </header>
      {runIds.length < 2 || isTooMany ? (
        <Panel title="Compare runs" bare className="flex-1">
          <Empty
            title={isTooMany ? `At most ${MOST_COMPARED} runs can be compared` : 'Choose two to six runs'}
            actions={
              <Button asChild variant="default">
                <Link href={lab}>Choose in the lab</Link>
              </Button>
            }
          >
            {isTooMany ? `The address names ${runIds.length}.` : 'Mark them in the list of the lab and press Compare.'}
          </Empty>
        </Panel>
      ) : query.error !== null ? (
        <Panel title="Compare runs" bare className="flex-1">
          <Failed
            title="The runs could not be compared"
            error={query.error}
            safe="The runs themselves are kept as they were."
            onRetry={() => void query.refetch()}
          />
        </Panel>
      ) : comparison === undefined ? (
        <>
          <Panel title="Verdicts, loading" bare>
            <LoadingRows rows={4} />
          </Panel>
          <Panel title="Equity, loading" bare className="min-h-80">
            <LoadingChart />
          </Panel>
        </>
      ) : (
        <>
          <VerdictsPanel runs={comparison.runs} />
          {comparison.differences.length > 0 && (
            <section
              aria-label="Differences"
              className="rounded-panel border border-warn-fill/60 bg-panel px-3.5 py-2.5"
            >
              <h2 className="sr-only">What makes them hard to compare</h2>
              <ul className="flex flex-col gap-1">
                {comparison.differences.map((difference) => (
                  <li key={difference} className="flex gap-2 text-small">
                    <Info aria-hidden className="mt-0.5 size-3.5 shrink-0 text-warn" /> {difference}
                  </li>
                ))}
              </ul>
            </section>
          )}
          <CompareChart comparison={comparison} />
          <ComparisonTable
            comparison={comparison}
            onDrop={(runId) => setAsked(runIds.filter((id) => id !== runId).join(','), true)}
          />
        </>
      )}
    </>
  );
}
