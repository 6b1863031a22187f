import { stripVTControlCharacters } from 'node:util';

export interface PlotOptions {
  /** Columns for the curve alone. */
  readonly width: number;
  readonly height: number;
  /** `up` fills from the least value upwards and shows the latest of each column; `down` hangs from zero and shows the lowest. */
  readonly from: 'up' | 'down';
  /** How a value is written at the axis. */
  readonly label: (value: number) => string;
}

const RISING = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;

/** Returns a filled curve as lines of text, the scale at its right. */
export function renderPlot(values: readonly number[], { width, height, from, label }: PlotOptions): string[] {
  const shares = sharesOf(values, Math.min(width, values.length));
  const shown = shares.map((share) => (from === 'up' ? share.at(-1)! : Math.min(...share)));
  const least = Math.min(...shown);
  const greatest = from === 'up' ? Math.max(...shown) : 0;
  const span = greatest - least || 1;
  const rows = Array.from({ length: height }, (_, row) =>
    shown.map((value) => cell((value - least) / span, row, height, from)).join(''),
  );
  const labels = rows.map((_, row) => {
    const isTick = row === 0 || row === height - 1 || row === Math.floor((height - 1) / 2);
    return isTick ? label(greatest - (span * row) / (height - 1)) : '';
  });
  const widest = Math.max(...labels.map((text) => stripVTControlCharacters(text).length));
  return rows.map((row, i) => `${row} │ ${labels[i]!.padStart(widest)}`.trimEnd());
}

/** The part of one cell that is filled; `level` is where the value stands between least (0) and greatest (1). */
function cell(level: number, row: number, height: number, from: 'up' | 'down'): string {
  if (from === 'up') {
    // Half a step from the floor, so that the least value is seen too.
    const eighths = Math.round((level * (height - 0.5) + 0.5) * 8) - (height - 1 - row) * 8;
    return RISING[Math.max(0, Math.min(8, eighths))]!;
  }
  const halves = Math.round((1 - level) * height * 2) - row * 2;
  if (halves <= 0) return ' ';
  return halves === 1 ? '▀' : '█';
}

/** The series cut into as many parts as there are columns, none of them empty. */
function sharesOf(values: readonly number[], columns: number): number[][] {
  const start = (column: number): number => Math.floor((column * values.length) / columns);
  return Array.from({ length: columns }, (_, column) => values.slice(start(column), start(column + 1)));
}
