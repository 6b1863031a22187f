import { areaPath } from '@/lib/charts/area-path';
import { linePath } from '@/lib/charts/line-path';
import { percent } from '@/lib/format';
import { day } from '@/lib/time';

/** Height of the pane in px. */
export const DRAWDOWN_HEIGHT = 40;
/** About the width of a letter of the axis, for the plate under a label. */
const LETTER = 6;

/** How far under its highest value so far something was, with the deepest in words. */
export function DrawdownPane({
  values,
  times,
  x,
  top,
  plotWidth,
}: {
  readonly values: readonly (number | null)[];
  readonly times: readonly number[];
  readonly x: (index: number) => number;
  readonly top: number;
  readonly plotWidth: number;
}) {
  let deepest = 0;
  for (let at = 0; at < values.length; at++) {
    if ((values[at] ?? 0) < (values[deepest] ?? 0)) deepest = at;
  }
  const low = values[deepest] ?? 0;
  const y = (share: number) => top + (low === 0 ? 0 : (share / low) * DRAWDOWN_HEIGHT);
  const isRight = x(deepest) > plotWidth / 2;
  const words = `deepest ${percent(low)}${plotWidth > 300 ? `, ${day(times[deepest] ?? 0)}` : ''}`;
  return (
    <g>
      <path d={areaPath(values, top, { x, y })} fill="var(--down)" fillOpacity="0.28" />
      <path d={linePath(values, x, y)} fill="none" stroke="var(--down)" strokeWidth="1.3" strokeLinejoin="round" />
      <text x={plotWidth + 8} y={top + 5} fill="var(--text-2)">
        0%
      </text>
      {low < 0 && (
        <>
          <text x={plotWidth + 8} y={top + DRAWDOWN_HEIGHT + 3} fill="var(--text-2)">
            {percent(low)}
          </text>
          <rect
            x={isRight ? x(deepest) - 10 - words.length * LETTER : x(deepest) + 6}
            y={top + DRAWDOWN_HEIGHT - 12}
            width={words.length * LETTER + 4}
            height="16"
            rx="3"
            fill="var(--panel)"
            fillOpacity="0.88"
          />
          <text
            x={x(deepest) + (isRight ? -8 : 8)}
            y={top + DRAWDOWN_HEIGHT}
            textAnchor={isRight ? 'end' : 'start'}
            fill="var(--text)"
          >
            {words}
          </text>
        </>
      )}
    </g>
  );
}
