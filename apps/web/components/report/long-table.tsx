'use client';

import { type ReactNode, useState } from 'react';
import { type Column, DataTable } from '@/components/parts/data-table';
import { Button } from '@/components/ui/button';
import { count } from '@/lib/format';
import { PrintedTable } from './printed-table';

const MOST_AT_FIRST = 100;

export interface LongTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  /** Oldest first. */
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly isPrinting: boolean;
  readonly phone: (row: Row) => ReactNode;
  readonly onOpen?: (row: Row) => void;
}

/** A table of what happened over a run, the newest first: the newest hundred until more are asked for, and all of it on paper. */
export function LongTable<Row>({ label, columns, rows, rowKey, isPrinting, phone, onOpen }: LongTableProps<Row>) {
  const [isWhole, setIsWhole] = useState(false);
  if (isPrinting) return <PrintedTable label={label} columns={columns} rows={rows} rowKey={rowKey} />;
  const isCut = !isWhole && rows.length > MOST_AT_FIRST;
  return (
    <>
      <DataTable
        label={label}
        columns={columns}
        rows={(isCut ? rows.slice(-MOST_AT_FIRST) : rows).toReversed()}
        rowKey={rowKey}
        {...(onOpen === undefined ? {} : { onOpen })}
        phone={phone}
      />
      {isCut && (
        <div className="flex flex-wrap items-center justify-center gap-3 border-line border-t p-2.5 text-small text-text-2">
          The newest {MOST_AT_FIRST} of {count(rows.length)}.
          <Button size="small" onClick={() => setIsWhole(true)}>
            Show all {count(rows.length)}
          </Button>
        </div>
      )}
    </>
  );
}
