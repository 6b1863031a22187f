import { memo, useMemo } from 'react';
import { type Coverage, cellsOf, type GapCell, type GapColumns } from './gap-grid';
import { CellMark } from './gap-marks';

export interface GapRowProps {
  readonly coverage: Coverage;
  readonly columns: GapColumns;
  readonly pitch: number;
  readonly height: number;
}

/** The cells of one symbol. What is plainly complete is one path, so that decades of many symbols stay light. */
export const GapRow = memo(function GapRow({ coverage, columns, pitch, height }: GapRowProps) {
  const { months, synthetic: isSynthetic } = coverage;
  const cells = useMemo(() => cellsOf(months, columns.span), [months, columns.span]);
  const width = cellWidth(pitch);
  const plain: string[] = [];
  const marked: { readonly column: number; readonly cell: GapCell }[] = [];
  for (const [column, cell] of cells) {
    const x = (column - columns.first) * pitch;
    if (cell.grade === 'complete' && cell.flagged === 0) {
      plain.push(
        isSynthetic
          ? `M${x + 0.5} .5h${width - 1}v${height - 1}h${1 - width}z`
          : `M${x} 0h${width}v${height}h${-width}z`,
      );
    } else marked.push({ column, cell });
  }
  return (
    <svg aria-hidden width={columns.count * pitch} height={height} className="block">
      <path
        d={plain.join('')}
        {...(isSynthetic
          ? { fill: 'none', stroke: 'var(--text-3)', strokeDasharray: '2 1.6' }
          : { fill: 'var(--line-strong)' })}
      />
      {marked.map(({ column, cell }) => (
        <CellMark
          key={column}
          x={(column - columns.first) * pitch}
          width={width}
          height={height}
          grade={cell.grade}
          isSynthetic={isSynthetic}
          isFlagged={cell.flagged > 0}
        />
      ))}
    </svg>
  );
});

/** Returns how wide a cell is drawn in its column. */
export function cellWidth(pitch: number): number {
  return pitch - (pitch < 9 ? 1 : 1.5);
}
