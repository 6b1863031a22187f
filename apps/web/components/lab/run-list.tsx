'use client';

import { GitCompare } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useMemo, useState } from 'react';
import { DataTable, ExportMenu } from '@/components/parts/data-table';
import { PercentDelta } from '@/components/parts/delta';
import { Panel } from '@/components/parts/panel';
import { Empty, Failed, LoadingRows } from '@/components/parts/states';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { useCurrent } from '@/lib/current';
import { counted, ratio } from '@/lib/format';
import { changeSearch, useUrlState } from '@/lib/url-state';
import { useIsPhone } from '@/lib/use-is-phone';
import { paramsInBrief } from '../report/run-document';
import { VerdictChip } from '../report/verdict-chip';
import { DeleteRunDialog } from './delete-run-dialog';
import { LabelRunDialog } from './label-run-dialog';
import { RunActions } from './run-actions';
import { ChooseRun, runColumns, Trades } from './run-columns';
import { RunFilters } from './run-filters';
import { type Run, useRuns } from './use-runs';

const MOST_COMPARED = 6;

/** Every finished run that is kept, the verdict first. */
export function RunList() {
  const { href } = useCurrent();
  const router = useRouter();
  const isPhone = useIsPhone();
  const [onSymbol] = useUrlState('onSymbol');
  const [onStrategy] = useUrlState('onStrategy');
  const [tag] = useUrlState('tag');
  const [verdict] = useUrlState('verdict');
  const [compared, setCompared] = useUrlState('compare');
  const [labelled, setLabelled] = useState<Run>();
  const [deleted, setDeleted] = useState<Run>();
  const list = useRuns({ symbol: onSymbol, strategy: onStrategy, tag: tag?.trim() });
  const { runs, hasNextPage, isFetchingNextPage } = list;

  const chosen = useMemo(() => compared?.split(',').filter((id) => id !== '') ?? [], [compared]);
  const shown = useMemo(
    () => (verdict === undefined ? runs : runs?.filter((run) => run.verdict === verdict)) ?? [],
    [runs, verdict],
  );
  const columns = useMemo(
    () =>
      runColumns({
        chosen,
        onChoose: (runId, isChosen) =>
          setCompared((isChosen ? [...chosen, runId] : chosen.filter((id) => id !== runId)).join(',')),
        reportOf: (run) => href('/backtests/report', { run }),
        onLabel: setLabelled,
        onDelete: setDeleted,
      }),
    [chosen, setCompared, href],
  );
  const isFiltered = [onSymbol, onStrategy, tag, verdict].some((value) => value !== undefined);

  return (
    <Panel
      title="Runs"
      count={runs === undefined ? undefined : countOf(shown.length, runs.length, hasNextPage)}
      flush
      className="min-h-[420px]"
      actions={
        <>
          {chosen.length > 0 && (
            <Button variant="ghost" size="small" onClick={() => setCompared(undefined)}>
              {chosen.length} selected, clear
            </Button>
          )}
          <CompareButton chosen={chosen} />
          <ExportMenu name="candor-runs" columns={columns} rows={shown} />
        </>
      }
      receipt={
        <>
          <span>
            Dashed underline: fewer than 30 trades. Runs are kept until you delete them; tries are kept for good.
          </span>
          <span>{runs === undefined ? '' : `${counted(runs.length, 'run')} loaded`}</span>
        </>
      }
    >
      <RunFilters
        filters={{ onSymbol, onStrategy, tag, verdict }}
        onChange={(part) => changeSearch(part)}
        symbols={[...new Set((runs ?? []).map(({ symbol }) => symbol))].sort()}
        strategies={[...new Set((runs ?? []).map(({ strategy }) => strategy))].sort()}
      />
      {list.error !== null && runs === undefined ? (
        <Failed title="The runs could not be read" error={list.error} onRetry={() => void list.refetch()} />
      ) : runs === undefined ? (
        <LoadingRows />
      ) : shown.length === 0 ? (
        <Nothing
          isFiltered={isFiltered}
          hasMore={hasNextPage}
          onClear={() =>
            changeSearch({ onSymbol: undefined, onStrategy: undefined, tag: undefined, verdict: undefined })
          }
        />
      ) : isPhone ? (
        <ul aria-label="Runs">
          {shown.map((run) => (
            <li key={run.runId} className="flex items-start gap-3.5 border-line border-t px-3.5 py-3">
              <span className="flex size-11 shrink-0 items-center justify-center">
                <ChooseRun
                  run={run}
                  isChosen={chosen.includes(run.runId)}
                  onChoose={(runId, isChosen) =>
                    setCompared((isChosen ? [...chosen, runId] : chosen.filter((id) => id !== runId)).join(','))
                  }
                />
              </span>
              <Link href={href('/backtests/report', { run: run.runId })} className="min-w-0 flex-1">
                <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                  <VerdictChip of={run.verdict} />
                  <span className="min-w-0 truncate">
                    <span className="font-semibold">{run.symbol}</span> {run.strategy}{' '}
                    <span className="text-text-2">{paramsInBrief(run.params ?? {})}</span>
                  </span>
                </span>
                <span className="mt-1 flex flex-wrap gap-x-3 text-small text-text-2">
                  {run.totalReturn !== null && <PercentDelta fraction={run.totalReturn} />}
                  <span>{run.sharpe === null ? 'Sharpe missing' : `Sharpe ${ratio(run.sharpe)}`}</span>
                  <span>
                    <Trades count={run.trades} /> trades
                  </span>
                </span>
              </Link>
              <RunActions run={run} onLabel={setLabelled} onDelete={setDeleted} />
            </li>
          ))}
        </ul>
      ) : (
        <DataTable
          label="Runs"
          columns={columns}
          rows={shown}
          rowKey={({ runId }) => runId}
          onOpen={({ runId }) => router.push(href('/backtests/report', { run: runId }))}
        />
      )}
      {hasNextPage && (
        <div className="flex justify-center border-line border-t p-2.5">
          <Button onClick={() => void list.fetchNextPage()} disabled={isFetchingNextPage}>
            {isFetchingNextPage ? 'Loading' : 'Load more'}
          </Button>
        </div>
      )}
      <LabelRunDialog
        run={
          labelled && {
            ...labelled,
            title: `${labelled.strategy} on ${labelled.symbol}, ${labelled.from} to ${labelled.to}`,
          }
        }
        onClose={() => setLabelled(undefined)}
      />
      <DeleteRunDialog run={deleted} onClose={() => setDeleted(undefined)} />
    </Panel>
  );
}

function CompareButton({ chosen }: { readonly chosen: readonly string[] }) {
  const { href } = useCurrent();
  const isPossible = chosen.length >= 2 && chosen.length <= MOST_COMPARED;
  const words = (
    <>
      <GitCompare aria-hidden /> Compare{chosen.length > 0 && ` ${chosen.length}`}
    </>
  );
  return isPossible ? (
    <Button asChild size="small">
      <Link href={href('/backtests/compare', { runs: chosen.join(',') })}>{words}</Link>
    </Button>
  ) : (
    <Button
      size="small"
      disabled
      title={chosen.length < 2 ? 'Select two to six runs.' : `At most ${MOST_COMPARED} runs can be compared.`}
    >
      {words}
    </Button>
  );
}

function Nothing({
  isFiltered,
  hasMore,
  onClear,
}: {
  readonly isFiltered: boolean;
  readonly hasMore: boolean;
  readonly onClear: () => void;
}) {
  if (!isFiltered) {
    return (
      <Empty title="No run yet">
        Choose a strategy and a symbol at the left and press Run backtest. The report begins with whether to believe it.
      </Empty>
    );
  }
  return (
    <Empty title="No run fits" actions={<Button onClick={onClear}>Show all runs</Button>}>
      {hasMore
        ? 'Of the runs loaded so far none fits the filters; older ones may.'
        : 'None of the runs fits the filters above.'}
    </Empty>
  );
}

function countOf(shown: number, loaded: number, hasMore: boolean): string {
  const all = `${loaded}${hasMore ? ' newest' : ''}`;
  return shown === loaded ? all : `${shown} of ${all}`;
}
