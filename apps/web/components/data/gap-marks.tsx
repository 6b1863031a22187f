import type { Grade } from './gap-grid';

/** The patterns that the map and its legend share. They stand once on the page. */
export function GapPatterns() {
  return (
    <svg aria-hidden className="absolute size-0">
      <defs>
        <pattern id="gap-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="5" height="5" fill="var(--panel)" />
          <rect width="2" height="5" fill="var(--warn-fill)" />
        </pattern>
      </defs>
    </svg>
  );
}

export interface CellMarkProps {
  readonly x: number;
  readonly width: number;
  readonly height: number;
  readonly grade: Grade;
  readonly isSynthetic: boolean;
  readonly isFlagged: boolean;
}

/** One cell that is not plainly complete: hatched, crossed, dashed or dotted. */
export function CellMark({ x, width, height, grade, isSynthetic, isFlagged }: CellMarkProps) {
  return (
    <>
      {grade === 'missing' && <rect x={x} y={0} width={width} height={height} rx={1.5} fill="url(#gap-hatch)" />}
      {grade === 'quarantined' && (
        <path
          d={`M${x + 0.75} .75h${width - 1.5}v${height - 1.5}h${1.5 - width}zl${width - 1.5} ${height - 1.5}m0 ${1.5 - height}l${1.5 - width} ${height - 1.5}`}
          fill="none"
          stroke="var(--halt)"
          strokeWidth="1.5"
        />
      )}
      {grade === 'complete' && !isSynthetic && (
        <rect x={x} y={0} width={width} height={height} rx={1.5} fill="var(--line-strong)" />
      )}
      {isSynthetic && grade !== 'quarantined' && (
        <rect
          x={x + 0.5}
          y={0.5}
          width={width - 1}
          height={height - 1}
          rx={1.5}
          fill="none"
          stroke="var(--text-3)"
          strokeDasharray="2 1.6"
        />
      )}
      {isFlagged && <circle cx={x + width / 2} cy={height / 2} r={Math.min(2, width / 2 - 1)} fill="var(--text)" />}
    </>
  );
}

const meanings = [
  { word: 'complete', grade: 'complete', isSynthetic: false, isFlagged: false },
  { word: 'sessions or bars missing', grade: 'missing', isSynthetic: false, isFlagged: false },
  { word: 'rows quarantined', grade: 'quarantined', isSynthetic: false, isFlagged: false },
  { word: 'to look at', grade: 'complete', isSynthetic: false, isFlagged: true },
  { word: 'synthetic', grade: 'complete', isSynthetic: true, isFlagged: false },
] as const;

/** What the marks of the gap map mean. */
export function GapLegend() {
  return (
    <ul aria-label="Legend" className="flex flex-wrap gap-x-4 gap-y-1 text-micro text-text-2">
      {meanings.map(({ word, ...mark }) => (
        <li key={word} className="flex items-center gap-1.5">
          <svg aria-hidden viewBox="0 0 14 12" className="h-3 w-3.5">
            <CellMark x={0} width={14} height={12} {...mark} />
          </svg>
          {word}
        </li>
      ))}
    </ul>
  );
}
