import { z } from 'zod';
import type { Operation } from '../operations/operation.ts';
import { renderTable } from './text/table.ts';
import type { Terminal } from './text/terminal.ts';
import type { View } from './view.ts';

const Fields = z.record(z.string(), z.json());
type Value = z.infer<ReturnType<typeof z.json>>;

const WIDEST_CELL = 48;
const MOST_COLUMNS = 7;

/** Returns the view of an operation that has none of its own: a list as a table, anything else as its fields. `--json` shows all of it. */
export function plainView(operation: Operation): View {
  return {
    operation,
    show: (output, terminal) => ({ text: showOutput(JSON.parse(JSON.stringify(output)), terminal), exitCode: 0 }),
  };
}

function showOutput(output: Value, terminal: Terminal): string {
  const fields = Fields.safeParse(output);
  if (!fields.success) return String(output);
  const blocks: string[] = [];
  const plain: [string, string][] = [];
  for (const [name, value] of Object.entries(fields.data)) {
    const rows = z.array(Fields).safeParse(value);
    if (rows.success && Array.isArray(value)) {
      blocks.push(rows.data.length === 0 ? `${wordsOf(name)}: none.` : showRows(rows.data, terminal));
    } else if (name !== 'nextCursor') plain.push([wordsOf(name), cellOf(value)]);
    else if (value !== null) blocks.push(`There is more: --cursor ${cellOf(value)}`);
  }
  if (plain.length > 0) blocks.unshift(renderTable(plain, [{}, { wraps: true }], terminal));
  return blocks.join('\n\n');
}

function showRows(rows: readonly Readonly<Record<string, Value>>[], terminal: Terminal): string {
  const isFlat = (name: string): boolean => rows.every((row) => row[name] == null || typeof row[name] !== 'object');
  const names = [...new Set(rows.flatMap(Object.keys))].filter(isFlat);
  const shown = names.slice(0, MOST_COLUMNS);
  const isNumeric = (name: string): boolean =>
    rows.every((row) => row[name] === null || row[name] === undefined || typeof row[name] === 'number');
  return renderTable(
    rows.map((row) => shown.map((name) => cellOf(row[name] ?? null))),
    shown.map((name) => ({ title: wordsOf(name), align: isNumeric(name) ? 'right' : 'left' })),
    terminal,
  );
}

function cellOf(value: Value): string {
  if (value === null) return '–';
  // What others wrote is shown, never obeyed: a terminal takes some characters for commands.
  const text = typeof value === 'string' ? value.replace(/\p{Cc}+/gu, ' ') : JSON.stringify(value);
  return text.length > WIDEST_CELL ? `${text.slice(0, WIDEST_CELL - 1)}…` : text;
}

function wordsOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
