'use client';

import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useState } from 'react';
import { useWidth } from '@/components/charts/use-width';
import { Skeleton } from '@/components/ui/skeleton';
import { cn } from '@/lib/cn';
import {
  type CellSpan,
  cellInWords,
  cellsOf,
  columnName,
  columnOfMonth,
  columnsThatFit,
  firstMonthOf,
  type GapColumns,
} from './gap-grid';
import { cellWidth, GapRow } from './gap-row';
import type { CoverageLine } from './use-coverages';

const MOST_PITCH = 14;
const LEAST_NAME_PX = 68;
/** A letter of the names, about. */
const LETTER_PX = 8;

/** A place on the map: a series, and a month that the cell holds. */
export interface Place {
  readonly datasetId: string;
  readonly month: string;
}

export interface GapMapProps {
  readonly lines: readonly CoverageLine[];
  readonly from: string;
  readonly to: string;
  readonly chosen: Place | undefined;
  readonly onChoose: (place: Place) => void;
  /** Told how long a cell is, which depends on the room there is. */
  readonly onSpan: (span: CellSpan) => void;
}

/**
 * Symbol by time: what is held and what is not. One stop of the Tab key; arrows walk the cells, Enter chooses. The cells are drawn, and a
 * row stands for the one at the cursor, which is what a reader is told about.
 */
export function GapMap({ lines, from, to, chosen, onChoose, onSpan }: GapMapProps) {
  const [measure, width] = useWidth();
  const longest = Math.max(...lines.map(({ series }) => series.symbol.length));
  // Long names may take a quarter of the room, the rest is for what the map is about.
  const namePx = Math.max(LEAST_NAME_PX, Math.min(longest * LETTER_PX + 8, Math.floor(width / 4)));
  const room = width - namePx;
  const columns = useMemo(() => columnsThatFit(from, to, room), [from, to, room]);
  const pitch = Math.min(MOST_PITCH, room / columns.count);
  const height = 16;
  useEffect(() => {
    if (room > 0) onSpan(columns.span);
  }, [room, columns.span, onSpan]);
  const cellAt = (row: number, column: number) => cellsOf(lines[row]?.coverage?.months ?? [], columns.span).get(column);
  const [cursor, setCursor] = useState<{ readonly row: number; readonly month: string } | undefined>(undefined);
  const [hasFocus, setHasFocus] = useState(false);
  const chosenRow = lines.findIndex(({ datasetId }) => datasetId === chosen?.datasetId);
  const start = chosen !== undefined && chosenRow >= 0 ? { row: chosenRow, month: chosen.month } : undefined;
  const at = cursor ?? start ?? { row: 0, month: firstMonthOf(columns.first + columns.count - 1, columns.span) };
  const atRow = Math.min(at.row, lines.length - 1);
  const atColumn = clamp(columnOfMonth(at.month, columns.span), columns.first, columns.first + columns.count - 1);
  const atCell = cellAt(atRow, atColumn);
  // A row has one element for all its cells, named after the one at the cursor, so that readers hear of every move.
  const id = (row: number) => (row === atRow ? `gap-${row}-${atColumn}` : `gap-${row}`);

  const go = (row: number, column: number) => {
    const next = clamp(column, columns.first, columns.first + columns.count - 1);
    setCursor({ row: clamp(row, 0, lines.length - 1), month: firstMonthOf(next, columns.span) });
  };
  const choose = (row: number, column: number) => {
    const line = lines[row];
    if (line === undefined) return;
    const cell = cellAt(row, column);
    // The month that the cell begins with may lie before the series; the first that is held always stands for the cell.
    onChoose({ datasetId: line.datasetId, month: cell?.months[0]?.month ?? firstMonthOf(column, columns.span) });
  };
  const press = (event: KeyboardEvent) => {
    const year = columnOfMonth('0001-01', columns.span);
    const steps: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => go(atRow, atColumn - 1),
      ArrowRight: () => go(atRow, atColumn + 1),
      ArrowUp: () => go(atRow - 1, atColumn),
      ArrowDown: () => go(atRow + 1, atColumn),
      PageUp: () => go(atRow, atColumn - year),
      PageDown: () => go(atRow, atColumn + year),
      Home: () => go(atRow, columns.first),
      End: () => go(atRow, columns.first + columns.count - 1),
      Enter: () => choose(atRow, atColumn),
      ' ': () => choose(atRow, atColumn),
    };
    const step = event.ctrlKey || event.metaKey || event.altKey ? undefined : steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    step();
  };
  const point = (event: PointerEvent) => {
    const strip = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-strip]') : null;
    if (strip === null) return;
    const row = Number(strip.dataset['strip']);
    const column = columns.first + Math.floor((event.clientX - strip.getBoundingClientRect().left) / pitch);
    if (column < columns.first || column >= columns.first + columns.count) return;
    go(row, column);
    choose(row, column);
  };

  return (
    <div ref={measure} className="min-w-0">
      {width > 0 && (
        <>
          <YearScale columns={columns} pitch={pitch} leftPx={namePx} />
          <table
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are walked is what a grid is
            role="grid"
            tabIndex={0}
            aria-label={`Gap map, a cell is a ${columns.span}. Arrow keys move, Enter shows what is in a cell.`}
            aria-rowcount={lines.length}
            aria-colcount={columns.count + 1}
            aria-activedescendant={id(atRow)}
            onKeyDown={press}
            onPointerUp={point}
            onFocus={() => setHasFocus(true)}
            onBlur={() => setHasFocus(false)}
            className="w-full table-fixed border-collapse rounded-mark"
          >
            <tbody>
              {lines.map((line, row) => (
                <tr key={line.datasetId} aria-rowindex={row + 1} className="h-[19px]">
                  <th
                    scope="row"
                    aria-colindex={1}
                    style={{ width: namePx }}
                    className="truncate p-0 pr-2 text-left font-semibold text-micro"
                  >
                    {line.series.symbol}
                  </th>
                  <td
                    id={id(row)}
                    aria-colindex={row === atRow ? atColumn - columns.first + 2 : 2}
                    aria-label={
                      row === atRow
                        ? `${line.series.symbol}, ${columnName(atColumn, columns.span)}: ${cellInWords(atCell)}`
                        : `${line.series.symbol}, ${line.coverage?.from ?? line.series.from} to ${line.coverage?.to ?? line.series.to}`
                    }
                    className="p-0"
                  >
                    <div data-strip={row} className="relative cursor-pointer">
                      <Strip line={line} {...{ columns, pitch, height }} />
                      {row === chosenRow && chosen !== undefined && (
                        <CellFrame
                          column={columnOfMonth(chosen.month, columns.span)}
                          {...{ columns, pitch, height }}
                          className="outline-2 outline-accent"
                        />
                      )}
                      {row === atRow && hasFocus && (
                        <CellFrame
                          column={atColumn}
                          {...{ columns, pitch, height }}
                          className="outline-2 outline-focus"
                        />
                      )}
                    </div>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="mt-2 min-h-[18px] text-small text-text-2 max-phone:hidden">
            {hasFocus && (
              <>
                {lines[atRow]?.series.symbol}, {columnName(atColumn, columns.span)}: {cellInWords(atCell)}
              </>
            )}
          </p>
        </>
      )}
    </div>
  );
}

function Strip({
  line: { coverage, error },
  ...shape
}: {
  readonly line: CoverageLine;
  readonly columns: GapColumns;
  readonly pitch: number;
  readonly height: number;
}) {
  if (coverage !== undefined) return <GapRow coverage={coverage} {...shape} />;
  if (error !== null) return <span className="text-halt text-micro">could not be counted: {error.message}</span>;
  return <Skeleton className="h-4 w-64" />;
}

/** Frames one cell: the chosen one, or that at the cursor. */
function CellFrame({
  column,
  columns,
  pitch,
  height,
  className,
}: {
  readonly column: number;
  readonly columns: GapColumns;
  readonly pitch: number;
  readonly height: number;
  readonly className: string;
}) {
  return (
    <div
      aria-hidden
      style={{ left: (column - columns.first) * pitch, width: cellWidth(pitch), height }}
      className={cn('pointer-events-none absolute top-0 rounded-mark outline-offset-1', className)}
    />
  );
}

function YearScale({
  columns,
  pitch,
  leftPx,
}: {
  readonly columns: GapColumns;
  readonly pitch: number;
  readonly leftPx: number;
}) {
  const perYear = columnOfMonth('0001-01', columns.span);
  const every = [1, 2, 5, 10].find((years) => years * perYear * pitch >= 40) ?? 20;
  const years: number[] = [];
  for (let year = Math.ceil(columns.first / perYear); year * perYear < columns.first + columns.count; year++) {
    if (year % every === 0) years.push(year);
  }
  return (
    <div aria-hidden className="relative mb-1 h-4 text-micro text-text-2" style={{ marginLeft: leftPx }}>
      {years.map((year) => (
        <span key={year} className="absolute" style={{ left: (year * perYear - columns.first) * pitch }}>
          {year}
        </span>
      ))}
    </div>
  );
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
