'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { type Column, DataTable, ExportMenu } from '@/components/parts/data-table';
import { Panel } from '@/components/parts/panel';
import { Empty, Failed, LoadingRows } from '@/components/parts/states';
import { Button } from '@/components/ui/button';
import { Dialog, DialogContent } from '@/components/ui/dialog';
import { api, read, type Schemas } from '@/lib/api/client';
import { count, counted } from '@/lib/format';
import { day, utc } from '@/lib/time';

type Row = Schemas['QuarantineListOutput']['rows'][number];

const PAGE = 50;

/** Every row of data that was turned down, with its reason; nothing is dropped without one. */
export function QuarantinePanel({
  symbol,
  onSymbol,
}: {
  /** Only rows of this symbol. */
  readonly symbol: string | undefined;
  readonly onSymbol: (symbol: string | undefined) => void;
}) {
  const [open, setOpen] = useState<Row | undefined>(undefined);
  const query = useInfiniteQuery({
    queryKey: ['quarantine', symbol],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      read(
        api.GET('/api/quarantine', {
          params: {
            query: {
              limit: PAGE,
              ...(symbol === undefined ? {} : { symbol }),
              ...(pageParam === undefined ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.rows), [query.data]);
  const of = symbol === undefined ? '' : ` of ${symbol}`;
  return (
    <Panel
      id="quarantine"
      title="Quarantine"
      flush
      count={rows === undefined ? undefined : `${count(rows.length)}${query.hasNextPage ? ' and more' : ''}${of}`}
      actions={
        <>
          {symbol !== undefined && (
            <Button size="small" onClick={() => onSymbol(undefined)}>
              <X aria-hidden /> Only {symbol}
            </Button>
          )}
          <ExportMenu name="quarantine" columns={exported} rows={rows ?? []} />
        </>
      }
      receipt={
        <>
          <span>
            {rows === undefined
              ? 'Reading the rows'
              : `${counted(rows.length, 'row')} shown, newest first; none of them reaches a strategy, a backtest or a chart`}
          </span>
          <span className="max-phone:hidden">j / k to move, Enter for the whole row</span>
        </>
      }
    >
      {query.error !== null && rows === undefined ? (
        <Failed
          title="The quarantine could not be read"
          error={query.error}
          safe="The rows are kept; only this view failed."
          onRetry={() => void query.refetch()}
        />
      ) : rows === undefined ? (
        <LoadingRows rows={3} />
      ) : rows.length === 0 ? (
        <Empty title={`Nothing${of} is in quarantine`}>
          A row of a file that breaks a rule is kept here with its reason: a high below the low, a price of 0, a day on
          which the exchange was closed, a bar that is there already.
        </Empty>
      ) : (
        <DataTable
          label="Rows in quarantine"
          columns={columns}
          rows={rows}
          rowKey={(row) => `${row.recordedAt} ${row.datasetId} ${row.unit} ${row.row} ${row.code}`}
          rowHeight={51}
          onOpen={setOpen}
          phone={(row) => (
            <span className="block">
              <span className="font-semibold">{row.symbol}</span>{' '}
              <span className="text-text-2">
                {row.unit} {count(row.row)}
              </span>
              <span className="block">{row.reason}</span>
              <span className="block break-all font-mono text-micro text-text-2">{row.raw}</span>
            </span>
          )}
        />
      )}
      {query.hasNextPage && (
        <div className="flex justify-center p-2.5">
          <Button size="small" disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {query.isFetchingNextPage ? 'Loading' : 'Load older rows'}
          </Button>
        </div>
      )}
      <RowDialog row={open} onClose={() => setOpen(undefined)} />
    </Panel>
  );
}

function RowDialog({ row, onClose }: { readonly row: Row | undefined; readonly onClose: () => void }) {
  return (
    <Dialog open={row !== undefined} onOpenChange={(isOpen) => !isOpen && onClose()}>
      {row !== undefined && (
        <DialogContent
          title={`${row.symbol}, ${row.unit} ${count(row.row)}`}
          description={`${row.reason} The row was turned down and is used nowhere. Correct it in the file and import the file again: what is stored already stays as it is.`}
        >
          <pre className="mb-3 overflow-x-auto whitespace-pre-wrap break-all rounded-control border border-line bg-inset p-2.5 font-mono text-small">
            {row.raw}
          </pre>
          <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-small">
            <dt className="text-text-2">Rule</dt>
            <dd className="font-mono">{row.code}</dd>
            <dt className="text-text-2">From</dt>
            <dd className="break-words">{row.source}</dd>
            <dt className="text-text-2">Dataset</dt>
            <dd className="break-all font-mono">{row.datasetId}</dd>
            <dt className="text-text-2">Turned down</dt>
            <dd>{utc(row.recordedAt)}</dd>
          </dl>
        </DialogContent>
      )}
    </Dialog>
  );
}

const columns: readonly Column<Row>[] = [
  {
    id: 'symbol',
    header: 'Symbol',
    value: ({ symbol }) => symbol,
    cell: ({ symbol, timeframe }) => (
      <span className="whitespace-nowrap">
        <span className="font-semibold">{symbol}</span>
        <span className="block text-small text-text-2">{timeframe}</span>
      </span>
    ),
  },
  {
    id: 'row',
    header: 'Where',
    align: 'right',
    value: ({ row }) => row,
    cell: ({ unit, row }) => (
      <span className="whitespace-nowrap">
        {unit} {count(row)}
      </span>
    ),
  },
  {
    id: 'reason',
    header: 'Why, and the row as it came',
    // Rows are of one height, because a long list is virtual; the whole sentence is a press of Enter away.
    className: 'w-full max-w-0',
    value: ({ reason }) => reason,
    cell: ({ reason, raw }) => (
      <>
        <span className="block truncate">{reason}</span>
        <span className="block truncate font-mono text-micro text-text-2">{raw}</span>
      </>
    ),
  },
  {
    id: 'code',
    header: 'Rule',
    from: 'wide',
    value: ({ code }) => code,
    cell: ({ code }) => <span className="font-mono text-micro text-text-2">{code}</span>,
  },
  {
    id: 'recordedAt',
    header: 'Turned down',
    from: 'wide',
    value: ({ recordedAt }) => recordedAt,
    cell: ({ recordedAt }) => (
      <time dateTime={recordedAt} title={utc(recordedAt)} className="whitespace-nowrap text-small text-text-2">
        {day(recordedAt, 'UTC')}
      </time>
    ),
  },
];

/** The file that a row is from is told when the row is opened, and in an export. */
const exported: readonly Column<Row>[] = [
  ...columns,
  { id: 'source', header: 'Source', value: ({ source }) => source, cell: ({ source }) => source },
  { id: 'raw', header: 'Row as it came', value: ({ raw }) => raw, cell: ({ raw }) => raw },
];
