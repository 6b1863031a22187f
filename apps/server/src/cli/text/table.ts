import { stripVTControlCharacters } from 'node:util';
import type { Terminal } from './terminal.ts';

export interface TableColumn {
  readonly title?: string;
  readonly align?: 'left' | 'right';
  /** Gives way when the table is wider than the terminal: its text is broken between words. */
  readonly wraps?: boolean;
}

const INDENT = '  ';
const GAP = '  ';
// A column narrower than this is no longer read as text.
const NARROWEST = 16;

/** Returns rows of text as a table, with a title line when any column has a title. Cells may be coloured; widths count what is seen. */
export function renderTable(
  rows: readonly (readonly string[])[],
  columns: readonly TableColumn[],
  terminal: Terminal,
): string {
  const hasTitles = columns.some(({ title }) => title !== undefined);
  const titles = columns.map(({ title = '' }) => terminal.style.bold(title));
  const all = hasTitles ? [titles, ...rows] : rows;
  const widths = fit(columns, all, terminal.columns);
  return all.flatMap((row) => renderRow(row, columns, widths)).join('\n');
}

function fit(columns: readonly TableColumn[], rows: readonly (readonly string[])[], available: number): number[] {
  const widths = columns.map((_, i) => Math.max(0, ...rows.map((row) => widthOf(row[i] ?? ''))));
  const total = INDENT.length + widths.reduce((sum, width) => sum + width, 0) + GAP.length * (columns.length - 1);
  const surplus = total - available;
  const giving = columns.findIndex(({ wraps }) => wraps);
  if (surplus > 0 && giving >= 0) widths[giving] = Math.max(NARROWEST, widths[giving]! - surplus);
  return widths;
}

function renderRow(row: readonly string[], columns: readonly TableColumn[], widths: readonly number[]): string[] {
  const cells = columns.map(({ wraps }, i) => (wraps ? wrap(row[i] ?? '', widths[i]!) : [row[i] ?? '']));
  const height = Math.max(1, ...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    (INDENT + cells.map((lines, i) => pad(lines[line] ?? '', widths[i]!, columns[i]?.align)).join(GAP)).trimEnd(),
  );
}

/** Returns text broken between words into lines no wider than `width`; a longer word keeps a line of its own. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer) <= width || line === '') line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

function pad(text: string, width: number, align: TableColumn['align']): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)));
  return align === 'right' ? space + text : text + space;
}

function widthOf(text: string): number {
  return [...stripVTControlCharacters(text)].length;
}
