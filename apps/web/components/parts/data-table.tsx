'use client';

import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp, Download } from 'lucide-react';
import { Fragment, type KeyboardEvent, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/components/ui/menu';
import { cn } from '@/lib/cn';
import { download, toCsv } from '@/lib/download';
import { useIsPhone } from '@/lib/use-is-phone';
import { useTableKeys } from './table-keys';

export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** The value as exported and sorted by; null where it is missing. A column without one cannot be sorted. */
  readonly value?: (row: Row) => string | number | null;
  /** Numbers stand at the right. */
  readonly align?: 'left' | 'right';
  /** Left out below this width of the page. */
  readonly from?: 'wide';
  readonly className?: string;
}

export interface DataTableProps<Row> {
  /** What the rows are, for those who cannot see the table, and for the name of an export. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Enter or a click on a row. */
  readonly onOpen?: (row: Row) => void;
  /** Pressing x on a row. */
  readonly onCancel?: (row: Row) => void;
  /** Key of the row that is open beside the table. */
  readonly openKey?: string | undefined;
  /** The row on a phone: two lines instead of columns. */
  readonly phone?: (row: Row) => ReactNode;
  readonly totals?: ReactNode;
  /** A row that explains itself across the columns after the first `cells` ones. */
  readonly explains?: (row: Row) => ReactNode | undefined;
  readonly sort?: { readonly column: string; readonly descending: boolean };
  readonly rowHeight?: number;
  /** Heading above the rows that follow each other and share it; sorted rows have none. */
  readonly groupOf?: (row: Row) => string;
}

const VIRTUAL_FROM = 100;
/** Two lines and the room around them; each is measured once it is drawn. */
const PHONE_ROW_PX = 64;
const ARROWS: Readonly<Record<string, string>> = { ArrowDown: 'j', ArrowUp: 'k' };

/** A table that sorts, is walked with j and k, opens with Enter, and is virtual when long. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rowKey, onOpen, onCancel, openKey, phone, totals, explains, rowHeight = 34, groupOf } = props;
  const [sort, setSort] = useState(props.sort);
  const rows = useSorted(props.rows, columns, sort);
  const [cursor, setCursor] = useState<number | undefined>(undefined);
  const root = useRef<HTMLDivElement>(null);
  const hasLines = useIsPhone() && phone !== undefined;
  const isVirtual = rows.length > VIRTUAL_FROM;
  const [offset, setOffset] = useState(0);
  useEffect(() => {
    const first = root.current?.querySelector(hasLines ? 'ul' : 'tbody');
    if (isVirtual) setOffset((first?.getBoundingClientRect().top ?? 0) + scrollY);
  }, [isVirtual, hasLines]);
  const virtual = useWindowVirtualizer({
    count: isVirtual ? rows.length : 0,
    estimateSize: () => (hasLines ? PHONE_ROW_PX : rowHeight),
    overscan: 20,
    scrollMargin: offset,
  });
  // A line of a phone is of another height than a row of a desk.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the form is not used, but what was measured is of the last one.
  useEffect(() => virtual.measure(), [virtual, hasLines]);
  const drawn = virtual.getVirtualItems();
  const shown = isVirtual ? drawn.map(({ index }) => index) : [...rows.keys()];
  const before = Math.max(0, (drawn[0]?.start ?? offset) - offset);
  const after = Math.max(0, virtual.getTotalSize() - ((drawn.at(-1)?.end ?? offset) - offset));

  const go = useCallback(
    (index: number) => {
      if (rows.length === 0) return;
      const next = Math.max(0, Math.min(rows.length - 1, index));
      setCursor(next);
      if (isVirtual) virtual.scrollToIndex(next);
      // The row may have to be drawn first.
      requestAnimationFrame(() =>
        root.current?.querySelector<HTMLElement>(`tr[data-index="${next}"], [data-index="${next}"] button`)?.focus(),
      );
    },
    [rows.length, isVirtual, virtual],
  );
  const at = cursor === undefined ? undefined : rows[cursor];
  const deeds: Readonly<Record<string, (() => void) | undefined>> = {
    j: () => go(cursor === undefined ? 0 : cursor + 1),
    k: () => go(cursor === undefined ? 0 : cursor - 1),
    Enter: onOpen === undefined ? undefined : () => at !== undefined && onOpen(at),
    x: onCancel === undefined ? undefined : () => at !== undefined && onCancel(at),
  };
  useTableKeys(root, deeds);
  const ownKey = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    const isRow = event.target instanceof HTMLTableRowElement;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const deed = isRow && isPlain ? deeds[ARROWS[event.key] ?? event.key] : undefined;
    if (deed === undefined) return;
    event.preventDefault();
    deed();
  };

  const headingOf = (index: number): string | undefined => {
    const [row, last] = [rows[index], rows[index - 1]];
    if (groupOf === undefined || sort !== undefined || isVirtual || row === undefined) return undefined;
    const heading = groupOf(row);
    return last === undefined || groupOf(last) !== heading ? heading : undefined;
  };
  const right = (column: Column<Row>) =>
    cn(column.align === 'right' && 'text-right', column.from === 'wide' && 'max-wide:hidden', column.className);
  if (hasLines) {
    return (
      <div ref={root} className="min-w-0">
        <ul aria-label={label} style={{ paddingTop: before, paddingBottom: after }}>
          {shown.map((index) => {
            const row = rows[index];
            if (row === undefined) return null;
            const heading = headingOf(index);
            return (
              <li
                key={rowKey(row)}
                ref={isVirtual ? virtual.measureElement : undefined}
                data-index={index}
                aria-setsize={rows.length}
                aria-posinset={index + 1}
                className="border-line border-t"
              >
                {heading !== undefined && <p className="px-3.5 pt-2.5 text-micro text-text-2">{heading}</p>}
                {onOpen === undefined ? (
                  <div className="px-3.5 py-2.5">{phone(row)}</div>
                ) : (
                  <button
                    type="button"
                    onClick={() => onOpen(row)}
                    onFocus={() => setCursor(index)}
                    className="min-h-11 w-full px-3.5 py-2.5 text-left"
                  >
                    {phone(row)}
                  </button>
                )}
              </li>
            );
          })}
        </ul>
      </div>
    );
  }
  return (
    <div ref={root} className="relative min-w-0">
      <table
        data-slot="table"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        // As the server drew it, a phone does not show it before the page knows that it is one.
        className={cn('w-full border-collapse', phone !== undefined && 'max-phone:hidden')}
      >
        <thead>
          <tr className="h-7 border-line border-b text-micro text-text-2">
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                aria-sort={sort?.column === column.id ? (sort.descending ? 'descending' : 'ascending') : undefined}
                className={cn(
                  'px-2 font-[550] first:pl-3.5 last:pr-3.5',
                  column.align !== 'right' && 'text-left',
                  right(column),
                )}
              >
                {column.value === undefined ? (
                  column.header
                ) : (
                  <button
                    type="button"
                    className="inline-flex min-h-6 items-center gap-1 hover:text-text"
                    onClick={() => setSort(nextSort(sort, column.id))}
                  >
                    {column.header}
                    {sort?.column === column.id &&
                      (sort.descending ? (
                        <ArrowDown aria-hidden className="size-3" />
                      ) : (
                        <ArrowUp aria-hidden className="size-3" />
                      ))}
                  </button>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={ownKey}>
          {before > 0 && <tr aria-hidden style={{ height: before }} />}
          {shown.map((index) => {
            const row = rows[index];
            if (row === undefined) return null;
            const key = rowKey(row);
            const words = explains?.(row);
            const heading = headingOf(index);
            const line = (
              <tr
                key={key}
                data-index={index}
                aria-rowindex={index + 2}
                aria-selected={onOpen === undefined ? undefined : key === openKey}
                tabIndex={onOpen === undefined && onCancel === undefined ? undefined : index === (cursor ?? 0) ? 0 : -1}
                onClick={() => {
                  setCursor(index);
                  onOpen?.(row);
                }}
                onFocus={(event) => event.target === event.currentTarget && setCursor(index)}
                style={{ height: rowHeight }}
                className={cn(
                  'border-line border-b last:border-b-0 focus-visible:outline-offset-[-2px]',
                  onOpen !== undefined && 'cursor-pointer hover:bg-inset',
                  (key === openKey || index === cursor) && 'bg-inset shadow-[inset_2px_0_0_var(--accent)]',
                )}
              >
                {columns.map((column, place) => {
                  if (words !== undefined && place > 1) return null;
                  if (words !== undefined && place === 1) {
                    return (
                      <td key={column.id} colSpan={columns.length - 1} className="px-2 text-text-2">
                        {words}
                      </td>
                    );
                  }
                  return (
                    <td key={column.id} className={cn('px-2 first:pl-3.5 last:pr-3.5', right(column))}>
                      {column.cell(row)}
                    </td>
                  );
                })}
              </tr>
            );
            if (heading === undefined) return line;
            return (
              <Fragment key={key}>
                <tr className="h-7 border-line border-b">
                  <th
                    scope="colgroup"
                    colSpan={columns.length}
                    className="px-3.5 text-left font-[550] text-micro text-text-2"
                  >
                    {heading}
                  </th>
                </tr>
                {line}
              </Fragment>
            );
          })}
          {after > 0 && <tr aria-hidden style={{ height: after }} />}
        </tbody>
        {totals !== undefined && <tfoot className="border-line border-t font-semibold">{totals}</tfoot>}
      </table>
    </div>
  );
}

/** What hands the rows to the person as a file. */
export function ExportMenu<Row>({
  name,
  columns,
  rows,
}: {
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
}) {
  const valued = columns.filter((column) => column.value !== undefined);
  const records = () => rows.map((row) => valued.map((column) => column.value?.(row) ?? null));
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button variant="ghost" size="small" disabled={rows.length === 0}>
          <Download aria-hidden /> Export
        </Button>
      </MenuTrigger>
      <MenuContent align="end">
        <MenuItem
          onSelect={() =>
            download(
              `${name}.csv`,
              toCsv(
                valued.map(({ header }) => header),
                records(),
              ),
              'text/csv',
            )
          }
        >
          CSV
        </MenuItem>
        <MenuItem
          onSelect={() => {
            const objects = records().map((record) =>
              Object.fromEntries(valued.map(({ id }, place) => [id, record[place]])),
            );
            download(`${name}.json`, `${JSON.stringify(objects, null, 2)}\n`, 'application/json');
          }}
        >
          JSON
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}

type Sort = { readonly column: string; readonly descending: boolean } | undefined;

function nextSort(sort: Sort, column: string): Sort {
  if (sort?.column !== column) return { column, descending: true };
  return sort.descending ? { column, descending: false } : undefined;
}

function useSorted<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sort: Sort): readonly Row[] {
  return useMemo(() => {
    const value = columns.find(({ id }) => id === sort?.column)?.value;
    if (sort === undefined || value === undefined) return rows;
    const sign = sort.descending ? -1 : 1;
    return rows.toSorted((one, other) => {
      const [first, second] = [value(one), value(other)];
      // What is missing stands at the end, whichever way is sorted.
      if (first === null || second === null) return Number(first === null) - Number(second === null);
      if (typeof first === 'number' && typeof second === 'number') return sign * (first - second);
      return sign * String(first).localeCompare(String(second), undefined, { numeric: true });
    });
  }, [rows, columns, sort]);
}
