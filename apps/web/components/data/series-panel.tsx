'use client';

import { useMemo } from 'react';
import { Chip } from '@/components/parts/chip';
import { type Column, DataTable, ExportMenu } from '@/components/parts/data-table';
import { Missing } from '@/components/parts/delta';
import { Panel } from '@/components/parts/panel';
import { Failed, LoadingRows } from '@/components/parts/states';
import { Link } from '@/components/ui/link';
import { type Current, useCurrent } from '@/lib/current';
import { count } from '@/lib/format';
import { day } from '@/lib/time';
import { adjustmentWords, type HeldSeries, providerWords } from './held-series';
import type { CoverageLine } from './use-coverages';
import type { HeldView } from './use-held-series';

interface Row extends HeldSeries {
  /** Of the timeframe that the map shows; null where there is none or it is not counted yet. */
  readonly bars: number | null;
}

/** Every series that is held: real or made up, where it is from, how it is adjusted. */
export function SeriesPanel({
  view,
  lines,
  timeframe,
}: {
  readonly view: HeldView;
  readonly lines: readonly CoverageLine[];
  readonly timeframe: string;
}) {
  const { href } = useCurrent();
  const barsByKey = new Map(lines.map(({ series, coverage }) => [series.key, coverage?.totals.bars ?? null]));
  const rows = view.held?.map((series) => ({ ...series, bars: barsByKey.get(series.key) ?? null }));
  const columns = useMemo(() => seriesColumns(timeframe, href), [timeframe, href]);
  return (
    <Panel
      title="Series held"
      flush
      count={rows === undefined ? undefined : count(rows.length)}
      actions={rows !== undefined && <ExportMenu name="series" columns={columns} rows={rows} />}
      receipt={
        <>
          <span>Every series has one source and keeps its name; sources are never averaged.</span>
          <span>Splits and dividends as events drive nothing yet.</span>
        </>
      }
    >
      {view.error !== null && rows === undefined ? (
        <Failed
          title="The series could not be read"
          error={view.error}
          safe="The bars are untouched; only this view failed."
          onRetry={view.retry}
        />
      ) : rows === undefined ? (
        <LoadingRows rows={6} />
      ) : (
        <DataTable
          label="Series held"
          columns={columns}
          rows={rows}
          rowKey={({ key }) => key}
          rowHeight={51}
          groupOf={({ provider }) => providerWords[provider] ?? provider}
          phone={(row) => (
            <div className="flex flex-col gap-1">
              <div className="flex items-center justify-between gap-3">
                <span>
                  <SymbolLink row={row} timeframe={timeframe} href={href} />{' '}
                  <span className="text-text-2">{row.name === row.symbol ? '' : row.name}</span>
                </span>
                <Realness row={row} />
              </div>
              <span className="text-small text-text-2">
                {day(row.from, 'UTC')} to {day(row.to, 'UTC')}, {timeframesText(row)}
              </span>
              <Source row={row} />
            </div>
          )}
        />
      )}
    </Panel>
  );
}

function seriesColumns(timeframe: string, href: Current['href']): readonly Column<Row>[] {
  return [
    {
      id: 'symbol',
      header: 'Symbol',
      value: ({ symbol }) => symbol,
      cell: (row) => (
        <>
          <SymbolLink row={row} timeframe={timeframe} href={href} />
          {row.name !== row.symbol && (
            <span className="block whitespace-nowrap text-small text-text-2">{row.name}</span>
          )}
        </>
      ),
    },
    {
      id: 'kind',
      header: 'Prices',
      value: realness,
      cell: (row) => <Realness row={row} />,
    },
    {
      id: 'from',
      header: 'From, to',
      value: ({ from }) => from,
      cell: ({ from, to }) => (
        <span className="whitespace-nowrap">
          {day(from, 'UTC')}
          <span className="block text-text-2">{day(to, 'UTC')}</span>
        </span>
      ),
    },
    {
      id: 'bars',
      header: `Bars, ${timeframe}`,
      className: 'whitespace-nowrap',
      align: 'right',
      value: ({ bars }) => bars,
      cell: ({ bars, timeframes }) =>
        bars !== null ? (
          count(bars)
        ) : (
          <Missing word={timeframes.some((one) => one.timeframe === timeframe) ? 'not counted' : 'none'} />
        ),
    },
    {
      id: 'source',
      header: 'Source',
      className: 'w-[42%]',
      value: ({ source }) => source,
      cell: (row) => <Source row={row} />,
    },
    {
      id: 'adjustment',
      header: 'Adjusted',
      from: 'wide',
      value: ({ adjustment }) => adjustment,
      cell: ({ adjustment }) => (
        <span className="whitespace-nowrap text-small text-text-2">{adjustmentWords[adjustment] ?? adjustment}</span>
      ),
    },
    {
      id: 'timeframes',
      header: 'Timeframes',
      value: timeframesText,
      cell: (row) => <span className="whitespace-nowrap text-small text-text-2">{timeframesText(row)}</span>,
    },
  ];
}

function timeframesText({ timeframes }: HeldSeries): string {
  const [first, last] = [timeframes[0], timeframes.at(-1)];
  if (first === undefined || last === undefined) return 'none';
  return first === last ? first.timeframe : `${first.timeframe} to ${last.timeframe}`;
}

function Source({ row: { source, note, isSynthetic } }: { readonly row: HeldSeries }) {
  return (
    <span className="block break-words py-1 text-small">
      {source}
      {/* What is generated is said above the rows. */}
      {note !== null && !isSynthetic && <span className="block text-micro text-text-2">{note}</span>}
    </span>
  );
}

function SymbolLink({
  row,
  timeframe,
  href,
}: {
  readonly row: HeldSeries;
  readonly timeframe: string;
  readonly href: Current['href'];
}) {
  const held = row.timeframes.some((one) => one.timeframe === timeframe) ? timeframe : row.timeframes.at(-1)?.timeframe;
  return (
    <Link
      href={href('/chart', { symbol: row.symbol, tf: held })}
      aria-label={`Chart of ${row.symbol}`}
      className="inline-flex min-h-6 items-center font-semibold text-accent underline-offset-4 hover:underline max-phone:min-h-11"
    >
      {row.symbol}
    </Link>
  );
}

/** Whether a market had these prices: of a file that a person brought nobody can say. */
function realness({ isSynthetic, provider }: HeldSeries): string {
  if (isSynthetic) return 'synthetic';
  return provider === 'csv-file' ? 'unverified' : 'real';
}

function Realness({ row }: { readonly row: HeldSeries }) {
  return (
    <span className="inline-flex flex-col items-start gap-0.5 whitespace-nowrap max-phone:flex-row max-phone:items-center max-phone:gap-2">
      <Chip tone="plain" className={row.isSynthetic ? 'border-dashed' : undefined}>
        {realness(row)}
      </Chip>
      {!row.isTradable && <span className="text-small text-text-2">not traded</span>}
    </span>
  );
}
