import type { Config } from '../../config.ts';
import { createStyle, type Style } from './style.ts';

/** Where text goes: a terminal, a pipe, or a test. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** What a view may know about where it is shown. */
export interface Terminal {
  readonly columns: number;
  readonly style: Style;
}

// Wide enough for tables, and what a pipe gets; lines of prose longer than this are hard to read anyway.
const DEFAULT_COLUMNS = 100;

/** Returns the terminal behind an output: coloured only when a person looks at it and has not refused. */
export function terminalOf(output: Output, config: Pick<Config, 'noColor' | 'columns'>): Terminal {
  const columns = output.columns ?? config.columns ?? DEFAULT_COLUMNS;
  return { columns, style: createStyle(output.isTTY === true && !config.noColor) };
}
