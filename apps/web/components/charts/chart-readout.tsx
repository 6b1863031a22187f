import { LineKey } from './chart-legend';
import type { LineSeries, SeriesColor } from './line-chart-props';

/** The values at the cursor, beside it. */
export function ChartReadout({
  x,
  isRight,
  width,
  title,
  lines,
  top,
}: {
  readonly x: number;
  readonly isRight: boolean;
  readonly width: number;
  readonly title: string;
  readonly lines: readonly {
    readonly id: string;
    readonly name: string;
    readonly color: SeriesColor;
    readonly style: LineSeries['style'];
    readonly text: string;
  }[];
  readonly top: number;
}) {
  return (
    <div
      aria-hidden
      data-slot="chart-readout"
      className="pointer-events-none absolute z-10 whitespace-nowrap rounded-control border border-line-strong bg-raised px-2.5 py-1.5 text-small shadow-raised"
      style={isRight ? { right: width - x + 10, top } : { left: x + 10, top }}
    >
      <p className="mb-0.5 text-micro text-text-2">{title}</p>
      {lines.map(({ id, name, color, style, text }) => (
        <p key={id} className="flex items-center justify-between gap-4">
          <span className="flex items-center gap-1.5 text-text-2">
            <LineKey color={color} style={style} /> {name}
          </span>
          <span className="font-[550]">{text}</span>
        </p>
      ))}
    </div>
  );
}
