'use client';

import { useMemo } from 'react';
import { type Column, DataTable } from '@/components/parts/data-table';
import { Missing } from '@/components/parts/delta';
import { count } from '@/lib/format';
import { columnName, columnOfMonth, daysInWords, type Month } from './gap-grid';
import type { CoverageLine } from './use-coverages';

export interface GapTableRow {
  readonly symbol: string;
  readonly datasetId: string;
  readonly isSynthetic: boolean;
  readonly month: Month;
}

/** Returns every month of every series, or only those where something is not as it should be. */
export function gapTableRows(lines: readonly CoverageLine[], onlyFlawed: boolean): readonly GapTableRow[] {
  return lines.flatMap(({ series, datasetId, coverage }) =>
    (coverage?.months ?? [])
      .filter((month) => !onlyFlawed || isFlawed(month))
      .map((month) => ({ symbol: series.symbol, datasetId, isSynthetic: series.isSynthetic, month })),
  );
}

function isFlawed({ missing, thinSessions, quarantined, flagged }: Month): boolean {
  return missing.length > 0 || (thinSessions ?? 0) > 0 || quarantined > 0 || flagged > 0;
}

const zero = <Missing word="none" />;

export const gapColumns: readonly Column<GapTableRow>[] = [
  {
    id: 'symbol',
    header: 'Symbol',
    value: ({ symbol }) => symbol,
    cell: ({ symbol, isSynthetic }) => (
      <>
        <span className="font-semibold">{symbol}</span>
        {isSynthetic && <span className="text-small text-text-2"> synthetic</span>}
      </>
    ),
  },
  {
    id: 'month',
    header: 'Month',
    value: ({ month }) => month.month,
    cell: ({ month }) => columnName(columnOfMonth(month.month, 'month'), 'month'),
  },
  {
    id: 'expectedSessions',
    header: 'Sessions',
    align: 'right',
    value: ({ month }) => month.expectedSessions,
    cell: ({ month }) => count(month.expectedSessions),
  },
  {
    id: 'presentSessions',
    header: 'Held',
    align: 'right',
    value: ({ month }) => month.presentSessions,
    cell: ({ month }) => count(month.presentSessions),
  },
  {
    id: 'bars',
    header: 'Bars',
    align: 'right',
    value: ({ month }) => month.bars,
    cell: ({ month }) => count(month.bars),
  },
  {
    id: 'thinSessions',
    header: 'Gaps within',
    align: 'right',
    from: 'wide',
    value: ({ month }) => month.thinSessions,
    cell: ({ month }) =>
      month.thinSessions === null ? (
        <span className="text-text-3">one bar a day</span>
      ) : month.thinSessions === 0 ? (
        zero
      ) : (
        count(month.thinSessions)
      ),
  },
  {
    id: 'quarantined',
    header: 'Quarantined',
    align: 'right',
    value: ({ month }) => month.quarantined,
    cell: ({ month }) =>
      month.quarantined === 0 ? zero : <span className="text-halt">{count(month.quarantined)}</span>,
  },
  {
    id: 'flagged',
    header: 'To look at',
    align: 'right',
    value: ({ month }) => month.flagged,
    cell: ({ month }) => (month.flagged === 0 ? zero : count(month.flagged)),
  },
  {
    id: 'missing',
    header: 'Missing sessions',
    value: ({ month }) => (month.missing.length === 0 ? null : month.missing.join(' ')),
    cell: ({ month }) =>
      month.missing.length === 0 ? (
        zero
      ) : (
        <span className="text-warn">
          {month.presentSessions === 0 ? 'the whole month' : daysInWords(month.missing).replace(/ \w+ \d+$/, '')}
        </span>
      ),
  },
];

/** The gap map as a table. */
export function GapTable({
  lines,
  onlyFlawed,
  onOpen,
}: {
  readonly lines: readonly CoverageLine[];
  readonly onlyFlawed: boolean;
  readonly onOpen: (row: GapTableRow) => void;
}) {
  const rows = useMemo(() => gapTableRows(lines, onlyFlawed), [lines, onlyFlawed]);
  return (
    <DataTable
      label={onlyFlawed ? 'Months with gaps' : 'Months held'}
      columns={gapColumns}
      rows={rows}
      rowKey={({ datasetId, month }) => `${datasetId} ${month.month}`}
      onOpen={onOpen}
      phone={({ symbol, month }) => (
        <span className="flex justify-between gap-3">
          <span>
            <span className="font-semibold">{symbol}</span> {columnName(columnOfMonth(month.month, 'month'), 'month')}
            <span className="block text-small text-text-2">
              {count(month.presentSessions)} of {count(month.expectedSessions)} sessions
            </span>
          </span>
          <span className="text-right text-small">
            {month.missing.length > 0 && <span className="block text-warn">{count(month.missing.length)} missing</span>}
            {month.quarantined > 0 && <span className="block text-halt">{count(month.quarantined)} quarantined</span>}
            {month.flagged > 0 && <span className="block">{count(month.flagged)} to look at</span>}
          </span>
        </span>
      )}
    />
  );
}
