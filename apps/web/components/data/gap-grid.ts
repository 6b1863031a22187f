import type { Schemas } from '@/lib/api/client';

export type Coverage = Schemas['DatasetsCoverageOutput'];
export type Month = Coverage['months'][number];
/** What a cell of the gap map stands for. */
export type CellSpan = 'month' | 'quarter' | 'year';
/** The gravest thing about a cell: a row turned down, a session that lacks bars, or nothing. */
export type Grade = 'quarantined' | 'missing' | 'complete';

export interface GapCell {
  readonly grade: Grade;
  readonly months: readonly Month[];
  readonly expected: number;
  readonly present: number;
  /** Sessions that lack bars within; null for daily bars. */
  readonly thin: number | null;
  readonly bars: number;
  readonly missing: readonly string[];
  readonly quarantined: number;
  readonly flagged: number;
}

export interface GapColumns {
  readonly span: CellSpan;
  /** The first column, counted from the year 0 in the unit of the span. */
  readonly first: number;
  readonly count: number;
}

const MONTHS: Readonly<Record<CellSpan, number>> = { month: 1, quarter: 3, year: 12 };
/** Narrower cells cannot be told apart. */
const LEAST_PITCH = 7;
const NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Returns the finest columns from one month to another that fit into a width. */
export function columnsThatFit(from: string, to: string, widthPx: number): GapColumns {
  const fits = (span: CellSpan) => columnsOf(from, to, span).count * LEAST_PITCH <= widthPx;
  return columnsOf(from, to, fits('month') ? 'month' : fits('quarter') ? 'quarter' : 'year');
}

/** Returns the columns from one month to another, both included. */
function columnsOf(from: string, to: string, span: CellSpan): GapColumns {
  const first = columnOfMonth(from, span);
  return { span, first, count: columnOfMonth(to, span) - first + 1 };
}

/** Returns in which column of a span a month (or a day of it) stands, counted from the year 0. */
export function columnOfMonth(month: string, span: CellSpan): number {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return Math.floor((year * 12 + number - 1) / MONTHS[span]);
}

/** Returns the first month of a column: `2014-06`. */
export function firstMonthOf(column: number, span: CellSpan): string {
  const month = column * MONTHS[span];
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/** Returns what a column is called: `Jun 2014`, `Apr to Jun 2014`, `2014`. */
export function columnName(column: number, span: CellSpan): string {
  const month = column * MONTHS[span];
  const year = Math.floor(month / 12);
  if (span === 'year') return String(year);
  const name = NAMES[month % 12] ?? '';
  return span === 'month' ? `${name} ${year}` : `${name} to ${NAMES[(month % 12) + 2] ?? ''} ${year}`;
}

/** Returns what is held in each column, by its number; a column without a month of the series has no entry. */
export function cellsOf(months: readonly Month[], span: CellSpan): ReadonlyMap<number, GapCell> {
  const grouped = new Map<number, Month[]>();
  for (const month of months) {
    const column = columnOfMonth(month.month, span);
    const group = grouped.get(column);
    if (group === undefined) grouped.set(column, [month]);
    else group.push(month);
  }
  return new Map([...grouped].map(([column, group]) => [column, cellOf(group)]));
}

function cellOf(months: readonly Month[]): GapCell {
  const total = (name: 'expectedSessions' | 'presentSessions' | 'bars' | 'quarantined' | 'flagged') =>
    months.reduce((sum, month) => sum + month[name], 0);
  const thin = months.some(({ thinSessions }) => thinSessions === null)
    ? null
    : months.reduce((sum, { thinSessions }) => sum + (thinSessions ?? 0), 0);
  const missing = months.flatMap((month) => month.missing);
  const quarantined = total('quarantined');
  return {
    grade: quarantined > 0 ? 'quarantined' : missing.length > 0 || (thin ?? 0) > 0 ? 'missing' : 'complete',
    months,
    expected: total('expectedSessions'),
    present: total('presentSessions'),
    thin,
    bars: total('bars'),
    missing,
    quarantined,
    flagged: total('flagged'),
  };
}

/** Returns missing sessions as one reads them out: `5, 6, 7 Aug 2019; 17 Mar 2020`. */
export function daysInWords(days: readonly string[]): string {
  const byMonth = new Map<string, number[]>();
  for (const day of days) {
    const month = columnName(columnOfMonth(day, 'month'), 'month');
    byMonth.set(month, [...(byMonth.get(month) ?? []), Number(day.slice(8))]);
  }
  return [...byMonth].map(([month, numbers]) => `${numbers.join(', ')} ${month}`).join('; ');
}

/** Returns a cell in one sentence, for those who cannot see it. */
export function cellInWords(cell: GapCell | undefined): string {
  if (cell === undefined) return 'outside of what is held';
  const parts = [`${cell.present} of ${cell.expected} sessions`];
  if (cell.thin !== null && cell.thin > 0) parts.push(`${cell.thin} with bars missing within`);
  if (cell.quarantined > 0) parts.push(`${cell.quarantined} quarantined`);
  if (cell.flagged > 0) parts.push(`${cell.flagged} to look at`);
  if (cell.grade === 'complete') parts.push('complete');
  return parts.join(', ');
}
