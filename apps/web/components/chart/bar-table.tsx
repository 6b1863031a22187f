'use client';

import { useMemo } from 'react';
import type { ChartBar } from '@/components/charts/price-chart/chart-bar';
import type { ChartLayer } from '@/components/charts/price-chart/chart-content';
import { type Column, DataTable, ExportMenu } from '@/components/parts/data-table';
import { Missing } from '@/components/parts/delta';
import { Panel } from '@/components/parts/panel';
import { compact, count, decimal, price } from '@/lib/format';
import { day, hour } from '@/lib/time';
import type { Provenance } from './use-chart-bars';

export interface BarTableProps {
  readonly symbol: string;
  readonly timeframe: string;
  readonly bars: readonly ChartBar[];
  readonly layers: readonly ChartLayer[];
  readonly isIntraday: boolean;
  readonly tickSize: number;
  readonly provenance: Provenance | undefined;
  readonly isPhone: boolean;
}

const MOST_ON_A_PHONE = 250;

interface Row {
  readonly bar: ChartBar;
  readonly place: number;
}

/** The same data as the chart, figure by figure, newest first. */
export function BarTable({
  symbol,
  timeframe,
  bars,
  layers,
  isIntraday,
  tickSize,
  provenance,
  isPhone,
}: BarTableProps) {
  const rows = useMemo(() => bars.map((bar, place): Row => ({ bar, place })).reverse(), [bars]);
  const columns = useMemo(
    () => columnsOf(layers, isIntraday, tickSize, provenance),
    [layers, isIntraday, tickSize, provenance],
  );
  return (
    <Panel
      title="Bars as a table"
      count={count(bars.length)}
      flush
      className="m-3.5 max-phone:m-0"
      actions={<ExportMenu name={`${symbol}-${timeframe}`} columns={columns} rows={rows} />}
      receipt={provenance === undefined ? undefined : `${provenance.provider}: ${provenance.source}`}
    >
      <DataTable
        label={`Bars of ${symbol}`}
        columns={columns}
        rows={isPhone ? rows.slice(0, MOST_ON_A_PHONE) : rows}
        rowKey={({ bar }) => String(bar.time)}
        // Rows of a phone are all in the page, so there they are few, and elsewhere none.
        {...(isPhone
          ? {
              phone: ({ bar }: Row) => <PhoneRow bar={bar} isIntraday={isIntraday} tickSize={tickSize} />,
            }
          : {})}
      />
    </Panel>
  );
}

function columnsOf(
  layers: readonly ChartLayer[],
  isIntraday: boolean,
  tickSize: number,
  provenance: Provenance | undefined,
): Column<Row>[] {
  const money = (id: 'open' | 'high' | 'low' | 'close', header: string): Column<Row> => ({
    id,
    header,
    align: 'right',
    cell: ({ bar }) => price(bar[id], tickSize),
    value: ({ bar }) => bar[id],
  });
  return [
    {
      id: 'openedAt',
      header: 'Opened',
      cell: ({ bar }) => <span className="whitespace-nowrap">{whenWords(bar, isIntraday)}</span>,
      value: ({ bar }) => new Date(bar.time * 1000).toISOString(),
    },
    money('open', 'Open'),
    money('high', 'High'),
    money('low', 'Low'),
    money('close', 'Close'),
    {
      id: 'volume',
      header: 'Volume',
      align: 'right',
      cell: ({ bar }) => (bar.volume === null ? <Missing because="The source reports none." /> : compact(bar.volume)),
      value: ({ bar }) => bar.volume,
    },
    ...layers.map(
      (layer): Column<Row> => ({
        id: `${layer.pane === 'price' ? '' : `${layer.pane} `}${layer.title}`,
        header: layer.title,
        align: 'right',
        cell: ({ place }) => {
          const value = layer.values[place] ?? null;
          return value === null ? <Missing word="none yet" because="It is still warming up." /> : decimal(value, 4);
        },
        value: ({ place }) => layer.values[place] ?? null,
      }),
    ),
    {
      id: 'checks',
      header: 'Checks',
      cell: ({ bar }) =>
        bar.flag === undefined ? (
          <span className="text-text-2">passed</span>
        ) : (
          <span className="text-warn">flagged: {bar.flag.reason}</span>
        ),
      value: ({ bar }) => (bar.flag === undefined ? 'passed' : `${bar.flag.code}: ${bar.flag.reason}`),
    },
    {
      id: 'source',
      header: 'Source',
      from: 'wide',
      cell: () => <span className="text-text-2">{provenance?.provider ?? 'unknown'}</span>,
      value: () => (provenance === undefined ? null : `${provenance.provider}: ${provenance.source}`),
    },
  ];
}

function whenWords({ time, session, through }: ChartBar, isIntraday: boolean): string {
  const from = isIntraday ? `${day(time * 1000)}, ${hour(time * 1000)}` : day(time * 1000);
  return through === undefined || through === session ? from : `${from} to ${day(`${through}T12:00:00Z`)}`;
}

function PhoneRow({
  bar,
  isIntraday,
  tickSize,
}: {
  readonly bar: ChartBar;
  readonly isIntraday: boolean;
  readonly tickSize: number;
}) {
  return (
    <div className="flex justify-between gap-3">
      <div>
        <p className="font-semibold">{whenWords(bar, isIntraday)}</p>
        <p className="text-small text-text-2">
          {price(bar.low, tickSize)} to {price(bar.high, tickSize)}
          {bar.flag !== undefined && ', flagged'}
        </p>
      </div>
      <div className="text-right">
        <p className="font-semibold">{price(bar.close, tickSize)}</p>
        <p className="text-small text-text-2">{bar.volume === null ? 'no volume' : compact(bar.volume)}</p>
      </div>
    </div>
  );
}
