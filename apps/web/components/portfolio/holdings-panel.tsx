'use client';

import { type Column, DataTable, ExportMenu } from '@/components/parts/data-table';
import { Missing } from '@/components/parts/delta';
import { Panel } from '@/components/parts/panel';
import { Empty, Failed, LoadingRows } from '@/components/parts/states';
import { Link } from '@/components/ui/link';
import { useCurrent, useMarketTime } from '@/lib/current';
import type { HeldPosition } from '@/lib/equity/held-position';
import { counted, percent } from '@/lib/format';
import type { Session } from '@/lib/live/topics';
import { dayAndHour } from '@/lib/time';
import { PositionPhone, positionColumns } from './position-columns';
import { PositionTotals } from './position-totals';
import { useHeldPositions } from './use-held-positions';
import { useSleeves } from './use-sleeves';

/** What is held, in full: each position of each sleeve with its share of the equity. */
export function HoldingsPanel({ session }: { readonly session: Session }) {
  const { href } = useCurrent();
  const marketAt = useMarketTime();
  const { all, open, fault } = useHeldPositions(session);
  const sleeves = useSleeves(session);
  const equityUsd = session.account?.equityUsd ?? 0;
  const share = ({ marketValueUsd }: HeldPosition) =>
    marketValueUsd === null || equityUsd <= 0 ? null : marketValueUsd / equityUsd;
  const columns: readonly Column<HeldPosition>[] = positionColumns(sleeves).flatMap(
    (column): readonly Column<HeldPosition>[] => {
      if (column.id === 'symbol') {
        // The table below is the one that opens its rows; here the symbol is the way to the chart.
        const cell = (position: HeldPosition) => (
          <Link
            href={href('/chart', { symbol: position.symbol })}
            className="inline-block min-h-6 content-center hover:underline"
          >
            {column.cell(position)}
          </Link>
        );
        return [{ ...column, cell }];
      }
      if (column.id !== 'today') return [column];
      return [
        {
          id: 'share',
          header: 'Of equity',
          align: 'right',
          from: 'wide',
          cell: (position: HeldPosition) => {
            const of = share(position);
            return of === null ? <Missing /> : percent(of);
          },
          value: share,
        },
        column,
      ];
    },
  );
  return (
    <Panel
      title="Positions"
      count={all === undefined ? undefined : open.length === 0 ? 'none open' : `${open.length} open`}
      flush
      actions={<ExportMenu name={`positions-${session.id}`} columns={columns} rows={open} />}
      receipt={
        <>
          <span>{marketAt === undefined ? 'Not marked yet' : `Marked at the close of ${dayAndHour(marketAt)}`}</span>
          <span>today and unrealised are before commissions</span>
        </>
      }
    >
      {all === undefined && fault !== undefined ? (
        <Failed title="The positions cannot be shown" error={new Error(fault)} safe="They are kept as they are." />
      ) : all === undefined ? (
        <LoadingRows rows={3} />
      ) : open.length === 0 ? (
        <Empty title="Nothing is held" className="py-6">
          The account is all in cash. {counted(all.length, 'position')} {all.length === 1 ? 'was' : 'were'} held before;
          what they brought is below.
        </Empty>
      ) : (
        <div className="@container overflow-x-auto">
          <DataTable
            label="Positions"
            columns={columns}
            rows={open}
            rowKey={({ sleeveId, symbol }) => `${sleeveId} ${symbol}`}
            phone={(position) => (
              <Link href={href('/chart', { symbol: position.symbol })} className="block">
                <PositionPhone position={position} strategy={sleeves.get(position.sleeveId)?.strategy} />
              </Link>
            )}
            totals={<PositionTotals positions={open} columns={columns} />}
          />
        </div>
      )}
    </Panel>
  );
}
