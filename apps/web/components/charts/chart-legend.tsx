import type { LineBand, LineSeries, SeriesColor } from './line-chart-props';

/** How the styles of lines are dashed. */
export const LINE_DASH = { solid: undefined, dashed: '7 3', dotted: '1.5 3' } as const;

/** The names of the lines with their keys. */
export function ChartLegend({
  series,
  bands = [],
}: {
  readonly series: readonly Pick<LineSeries, 'id' | 'label' | 'color' | 'style'>[];
  readonly bands?: readonly Pick<LineBand, 'id' | 'label'>[];
}) {
  return (
    <ul className="flex flex-wrap items-center gap-x-4 gap-y-1 text-small text-text-2">
      {series.map(({ id, label, color, style }) => (
        <li key={id} className="flex items-center gap-1.5">
          <LineKey color={color} style={style} /> {label}
        </li>
      ))}
      {bands.map(({ id, label }) => (
        <li key={id} className="flex items-center gap-1.5">
          <span aria-hidden className="h-2.5 w-4 border border-accent border-dashed bg-accent/15" /> {label}
        </li>
      ))}
    </ul>
  );
}

/** A short piece of the line, as it is drawn. */
export function LineKey({
  color,
  style = 'solid',
}: {
  readonly color: SeriesColor;
  readonly style?: LineSeries['style'];
}) {
  return (
    <svg aria-hidden width="18" height="4" className="shrink-0">
      <path d="M0 2H18" stroke={`var(--${color})`} strokeWidth="2" strokeDasharray={LINE_DASH[style]} />
    </svg>
  );
}
