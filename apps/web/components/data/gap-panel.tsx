'use client';

import { useMemo, useState } from 'react';
import { ExportMenu } from '@/components/parts/data-table';
import { Panel } from '@/components/parts/panel';
import { Empty, Failed, LoadingRows } from '@/components/parts/states';
import { Button } from '@/components/ui/button';
import { Segmented } from '@/components/ui/segmented';
import { count, counted } from '@/lib/format';
import { useUrlState } from '@/lib/url-state';
import { GapDetails } from './gap-details';
import { type CellSpan, cellsOf, columnName, columnOfMonth } from './gap-grid';
import { GapMap, type Place } from './gap-map';
import { GapLegend, GapPatterns } from './gap-marks';
import { GapTable, gapColumns, gapTableRows } from './gap-table';
import { TIMEFRAMES } from './held-series';
import type { CoverageLine } from './use-coverages';
import type { HeldView } from './use-held-series';

/** Counting the gaps of a series is work for the server; more than these are asked for only when somebody wants them. */
export const MOST_LINES = 40;

type Show = 'map' | 'gaps' | 'months';

export interface GapPanelProps {
  readonly view: HeldView;
  readonly lines: readonly CoverageLine[];
  readonly timeframe: string;
  readonly onTimeframe: (timeframe: string) => void;
  /** How many series of this timeframe are not counted yet. */
  readonly rest: number;
  readonly onMore: () => void;
  readonly onQuarantine: (symbol: string) => void;
}

/** What is held and what is not, symbol by time: as a map, or as a table of the same. */
export function GapPanel({ view, lines, timeframe, onTimeframe, rest, onMore, onQuarantine }: GapPanelProps) {
  const [show = 'map', setShow] = useUrlState('show');
  const [cellText, setCell] = useUrlState('cell');
  const [span, setSpan] = useState<CellSpan>('month');
  const chosen = useMemo(() => placeOf(cellText), [cellText]);
  const choose = ({ datasetId, month }: Place) => setCell(`${datasetId}~${month}`);
  const counting = lines.filter(({ coverage, error }) => coverage === undefined && error === null).length;
  const from = least(lines.map(({ coverage, series }) => coverage?.from ?? series.from));
  const to = most(lines.map(({ coverage, series }) => coverage?.to ?? series.to));
  const line = lines.find(({ datasetId }) => datasetId === chosen?.datasetId);
  const isTable = show !== 'map';
  const failed = lines.find(({ error }) => error !== null);
  const offered = TIMEFRAMES.filter((one) =>
    view.held?.some(({ timeframes }) => timeframes.some((held) => held.timeframe === one)),
  );
  return (
    <Panel
      title="Gap map"
      flush
      count={
        from === undefined
          ? undefined
          : `${isTable ? '' : `a cell is a ${span}; `}${from.slice(0, 4)} to ${to?.slice(0, 4) ?? ''}`
      }
      actions={
        <>
          {offered.length > 1 && (
            <Segmented
              label="Timeframe"
              value={timeframe}
              options={offered.map((value) => ({ value, label: value }))}
              onChange={onTimeframe}
            />
          )}
          <Segmented<Show>
            label="Show as"
            value={show as Show}
            options={[
              { value: 'map', label: 'Map' },
              { value: 'gaps', label: 'Gaps' },
              { value: 'months', label: 'All months' },
            ]}
            onChange={(value) => setShow(value === 'map' ? undefined : value)}
          />
          {isTable && <ExportMenu name="gaps" columns={gapColumns} rows={gapTableRows(lines, show === 'gaps')} />}
        </>
      }
      receipt={
        <>
          <span>{summary(lines, counting)}</span>
          <span className="max-phone:hidden">
            {isTable ? 'j / k to move, Enter for the cell' : 'arrows to move, Enter for what is in a cell'}
          </span>
        </>
      }
    >
      <GapPatterns />
      {view.error !== null && view.held === undefined ? (
        <Failed
          title="The series could not be read"
          error={view.error}
          safe="The bars are untouched; only this view failed."
          onRetry={view.retry}
        />
      ) : view.held === undefined ? (
        <LoadingRows rows={6} />
      ) : lines.length === 0 || from === undefined || to === undefined ? (
        <Empty title={`No ${timeframe} bars are held`}>
          Choose another timeframe above, or import a CSV of your own at the right.
        </Empty>
      ) : failed !== undefined && lines.every(({ coverage }) => coverage === undefined) && counting === 0 ? (
        <Failed
          title="The gaps could not be counted"
          error={failed.error ?? new Error('The server gave no reason.')}
          safe="The bars are untouched; only this view failed."
          onRetry={() => {
            for (const one of lines) one.retry();
          }}
        />
      ) : isTable ? (
        show === 'gaps' && counting === 0 && gapTableRows(lines, true).length === 0 ? (
          <Empty title="No gaps">
            Every session of the exchange is there in each of these series, and no row was turned down.
          </Empty>
        ) : (
          <GapTable
            lines={lines}
            onlyFlawed={show === 'gaps'}
            onOpen={({ datasetId, month }) => choose({ datasetId, month: month.month })}
          />
        )
      ) : (
        <div className="flex flex-col gap-2 px-3.5 pb-2">
          <GapLegend />
          <GapMap lines={lines} from={from} to={to} chosen={chosen} onChoose={choose} onSpan={setSpan} />
        </div>
      )}
      {rest > 0 && (
        <div className="flex justify-center pb-2.5">
          <Button size="small" onClick={onMore}>
            Count {count(Math.min(rest, MOST_LINES))} more of {count(rest)}
          </Button>
        </div>
      )}
      {line !== undefined && chosen !== undefined && (
        <Details
          line={line}
          month={chosen.month}
          span={isTable ? 'month' : span}
          onQuarantine={() => onQuarantine(line.series.symbol)}
          onClose={() => setCell(undefined)}
        />
      )}
    </Panel>
  );
}

function Details({
  line,
  month,
  span,
  onQuarantine,
  onClose,
}: {
  readonly line: CoverageLine;
  readonly month: string;
  readonly span: CellSpan;
  readonly onQuarantine: () => void;
  readonly onClose: () => void;
}) {
  if (line.coverage === undefined) return null;
  const column = columnOfMonth(month, span);
  return (
    <GapDetails
      line={line}
      when={columnName(column, span)}
      cell={cellsOf(line.coverage.months, span).get(column)}
      onQuarantine={onQuarantine}
      onClose={onClose}
    />
  );
}

function summary(lines: readonly CoverageLine[], counting: number): string {
  if (counting > 0) return `Counting ${counted(counting, 'series', 'series')} against the calendar of the exchange`;
  const known = lines.flatMap(({ coverage }) => (coverage === undefined ? [] : [coverage.totals]));
  if (known.length === 0) return 'Nothing is counted';
  const sum = (name: 'bars' | 'quarantined' | 'flagged') => known.reduce((total, one) => total + one[name], 0);
  const missing = known.reduce((total, one) => total + one.expectedSessions - one.presentSessions, 0);
  const names = lines.filter(({ series }) => series.isSynthetic).map(({ series }) => series.symbol);
  const generated = names.length === 0 ? '' : `; ${names.length} generated, never mixed in`;
  return `${counted(known.length, 'series', 'series')}, ${count(sum('bars'))} bars: ${counted(missing, 'session')} missing, ${counted(sum('quarantined'), 'row')} quarantined, ${count(sum('flagged'))} to look at${generated}`;
}

function placeOf(text: string | undefined): Place | undefined {
  const [datasetId, month] = text?.split('~') ?? [];
  if (datasetId === undefined || month === undefined || !/^\d{4}-\d{2}$/.test(month)) return undefined;
  return { datasetId, month };
}

function least(days: readonly string[]): string | undefined {
  return days.length === 0 ? undefined : days.reduce((one, other) => (one < other ? one : other));
}

function most(days: readonly string[]): string | undefined {
  return days.length === 0 ? undefined : days.reduce((one, other) => (one > other ? one : other));
}
