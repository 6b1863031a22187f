import { memo, useId } from 'react';
import { areaPath } from '@/lib/charts/area-path';
import { linePath } from '@/lib/charts/line-path';
import type { LineScale } from '@/lib/charts/line-scale';
import { gapsOf } from '@/lib/charts/runs';
import { type TimeTick, timeTicks } from '@/lib/charts/time-ticks';
import { valueTicks } from '@/lib/charts/value-ticks';
import { LINE_DASH } from './chart-legend';
import { DrawdownPane } from './drawdown-pane';
import type { LineChartProps } from './line-chart-props';

interface LinePlotProps extends LineChartProps {
  readonly scale: LineScale;
  readonly width: number;
  readonly plotWidth: number;
  readonly top: number;
  readonly bottom: number;
}

/** One grid label in so many px. */
const LABEL_EVERY = 40;
/** What a label of the time axis takes, in px. */
const TICK_WIDTH = 48;

/** What of a chart does not follow the pointer: grid, bands, lines, marks, tags and the drawdown. */
export const LinePlot = memo(function LinePlot(props: LinePlotProps) {
  const {
    times,
    series,
    bands = [],
    markers = [],
    baseline,
    drawdown,
    height,
    isLog = false,
    width,
    plotWidth,
  } = props;
  const { scale, format, formatAxis = format, top, bottom } = props;
  const id = useId();
  const tags = spread(
    series.flatMap(({ id: name, values, color }, place) => {
      const value = values.findLast((each) => each !== null);
      return value === undefined || value === null
        ? []
        : [{ id: name, y: scale.y(value), text: formatAxis(value), color, place }];
    }),
    top + 2,
    bottom,
  );
  const grid = valueTicks(scale.low, scale.high, Math.max(2, Math.floor(bottom / LABEL_EVERY)), isLog);
  const ticks = apart(timeTicks(times, Math.max(2, Math.floor(plotWidth / 72))), scale.x);
  return (
    <g className="text-micro">
      <defs>
        <pattern id={`${id}hatch`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0V5" stroke="var(--text-3)" strokeWidth="1.5" />
        </pattern>
      </defs>
      {grid.map((value) => (
        <g key={value}>
          <path d={`M0 ${scale.y(value).toFixed(1)}H${plotWidth}`} stroke="var(--line)" strokeDasharray="1.5 3" />
          {tags.every(({ y }) => Math.abs(y - scale.y(value)) > 16) && (
            <text x={plotWidth + 8} y={scale.y(value) + 4} fill="var(--text-2)">
              {formatAxis(value)}
            </text>
          )}
        </g>
      ))}
      {bands.map(({ id: name, low, high }) => (
        <path
          key={name}
          d={areaPath(high, low, scale)}
          fill="var(--accent)"
          fillOpacity="0.13"
          stroke="var(--accent)"
          strokeOpacity="0.6"
          strokeDasharray="2 3"
        />
      ))}
      {gapsOf(series[0]?.values ?? []).map(([from, to]) => (
        <rect
          key={from}
          x={scale.x(from)}
          y={top}
          width={Math.max(2, scale.x(to) - scale.x(from))}
          height={bottom - top}
          fill={`url(#${id}hatch)`}
        />
      ))}
      {baseline !== undefined && (
        <path d={`M0 ${scale.y(baseline).toFixed(1)}H${plotWidth}`} stroke="var(--line-strong)" strokeOpacity="0.8" />
      )}
      {markers.map(({ index, label }) => {
        const isRight = scale.x(index) > plotWidth - 140;
        return (
          <g key={`${index} ${label}`}>
            <path d={`M${scale.x(index).toFixed(1)} ${top}V${bottom}`} stroke="var(--text-2)" strokeDasharray="4 3" />
            <text
              x={scale.x(index) + (isRight ? -6 : 6)}
              y={top + 10}
              textAnchor={isRight ? 'end' : 'start'}
              fill="var(--text-2)"
              stroke="var(--panel)"
              strokeWidth="3"
              paintOrder="stroke"
            >
              {label}
            </text>
          </g>
        );
      })}
      {series.toReversed().map(({ id: name, values, color, style = 'solid', isFilled = false }) => (
        <g key={name}>
          {isFilled && (
            <path
              d={areaPath(values, scale.y(baseline ?? scale.low), scale)}
              fill={`var(--${color})`}
              fillOpacity="0.08"
            />
          )}
          <path
            d={linePath(values, scale.x, scale.y)}
            fill="none"
            stroke={`var(--${color})`}
            strokeWidth={name === series[0]?.id ? 1.8 : 1.4}
            strokeLinejoin="round"
            strokeDasharray={LINE_DASH[style]}
          />
        </g>
      ))}
      {ticks.map(({ index, label }) => (
        <text
          key={index}
          x={Math.max(16, Math.min(plotWidth - 16, scale.x(index)))}
          y={height - 8}
          textAnchor="middle"
          fill="var(--text-2)"
        >
          {label}
        </text>
      ))}
      {tags.map(({ id: name, y, text, color, place }) => (
        <g key={name}>
          <rect
            x={plotWidth + 4}
            y={y - 9}
            width={Math.max(10, width - plotWidth - 4)}
            height="18"
            rx="3"
            fill={place === 0 ? `var(--${color})` : 'var(--raised)'}
          />
          <text
            x={plotWidth + 8}
            y={y + 4}
            fontWeight={place === 0 ? 650 : 450}
            fill={place === 0 ? 'var(--panel)' : 'var(--text)'}
          >
            {text}
          </text>
        </g>
      ))}
      {drawdown !== undefined && (
        <DrawdownPane values={drawdown} times={times} x={scale.x} top={height + 2} plotWidth={plotWidth} />
      )}
    </g>
  );
});

/** Moves tags apart that would cover each other, the first staying nearest to its place. */
function spread<Tag extends { readonly y: number; readonly place: number }>(
  tags: readonly Tag[],
  top: number,
  bottom: number,
): readonly Tag[] {
  const placed: Tag[] = [];
  for (const tag of tags) {
    const isFree = (y: number) => y >= top && y <= bottom && placed.every((other) => Math.abs(other.y - y) >= 20);
    let y = tag.y;
    for (let away = 1; !isFree(y) && away < 400; away++) y = tag.y + (away % 2 === 0 ? 1 : -1) * Math.ceil(away / 2);
    if (isFree(y)) placed.push({ ...tag, y });
  }
  return placed;
}

/** Drops labels of the time axis that would cover the one before. */
function apart(ticks: readonly TimeTick[], x: (index: number) => number): readonly TimeTick[] {
  const kept: TimeTick[] = [];
  for (const tick of ticks) {
    const before = kept.at(-1);
    if (before === undefined || x(tick.index) - x(before.index) >= TICK_WIDTH) kept.push(tick);
  }
  return kept;
}
