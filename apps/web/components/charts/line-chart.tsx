'use client';

import { type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from 'react';
import { lineScale } from '@/lib/charts/line-scale';
import { cn } from '@/lib/cn';
import { percent } from '@/lib/format';
import { dayAndHour } from '@/lib/time';
import { ChartReadout } from './chart-readout';
import { ChartTable } from './chart-table';
import { DRAWDOWN_HEIGHT } from './drawdown-pane';
import type { LineChartProps } from './line-chart-props';
import { LinePlot } from './line-plot';
import { useWidth } from './use-width';

const TOP = 8;
const TIME_AXIS = 24;

/**
 * A small chart of lines over time, drawn as SVG: axis at the right with tags of the last values, drawdown beneath, a crosshair that is
 * led by the pointer or the arrow keys, and the same data as a table. It receives arrays and fetches nothing; the legend is `ChartLegend`,
 * which stands wherever the panel has room for it.
 */
export function LineChart(props: LineChartProps) {
  const { label, summary, times, series, height, drawdown, asTable = false, className } = props;
  const [box, width] = useWidth();
  const total = height + (drawdown === undefined ? 0 : DRAWDOWN_HEIGHT + 8);
  if (asTable) return <ChartTable {...props} height={total} />;
  return (
    <div ref={box} data-slot="line-chart" className={cn('relative min-w-0', className)} style={{ height: total }}>
      {width > 0 && times.length > 1 && series.length > 0 && <Drawn {...props} width={width} total={total} />}
      {width > 0 && times.length <= 1 && (
        <p className="text-small text-text-2">
          {label}: {times.length === 0 ? 'there is no value yet.' : 'there is one value yet; a line takes two.'}
        </p>
      )}
      {width === 0 && <span className="sr-only">{summary}</span>}
    </div>
  );
}

type DrawnProps = LineChartProps & { readonly width: number; readonly total: number };

function Drawn(props: DrawnProps) {
  const { label, summary, times, series, height, width, total, drawdown, format, formatTime = dayAndHour } = props;
  const { bands, baseline, isLog, spacing, axisWidth = 76 } = props;
  const plotWidth = Math.max(40, width - axisWidth);
  const [cursor, setCursor] = useState<number | undefined>(undefined);
  const last = times.length - 1;
  const at = cursor === undefined ? undefined : Math.min(cursor, last);
  const scale = useMemo(
    () =>
      lineScale({
        columns: [...series.map(({ values }) => values), ...(bands ?? []).flatMap((band) => [band.low, band.high])],
        times,
        spacing,
        baseline,
        isLog,
        width: plotWidth,
        top: TOP,
        bottom: height - TIME_AXIS,
      }),
    [series, bands, times, spacing, baseline, isLog, plotWidth, height],
  );
  const wasPointed = useRef(false);

  const point = (event: PointerEvent<HTMLDivElement>) => {
    wasPointed.current = true;
    const { left } = event.currentTarget.getBoundingClientRect();
    setCursor(scale.nearest(event.clientX - left));
  };
  const press = (event: KeyboardEvent) => {
    const from = at ?? last;
    const page = Math.max(1, Math.round(last / 12));
    const to: Partial<Record<string, number | undefined>> = {
      ArrowLeft: from - 1,
      ArrowDown: from - 1,
      ArrowRight: from + 1,
      ArrowUp: from + 1,
      PageUp: from + page,
      PageDown: from - page,
      Home: 0,
      End: last,
      Escape: undefined,
    };
    if (!(event.key in to) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    wasPointed.current = false;
    const next = to[event.key];
    setCursor(next === undefined ? undefined : Math.max(0, Math.min(last, next)));
  };

  const readAt = at ?? last;
  const reading = useMemo(() => {
    const values = series.flatMap(({ label: name, values: all }) => {
      const value = all[readAt];
      return value === null || value === undefined ? [`${name} missing`] : [`${name} ${format(value)}`];
    });
    return `${formatTime(times[readAt] ?? 0)}: ${values.join(', ')}`;
  }, [series, readAt, times, format, formatTime]);

  return (
    <>
      <svg role="img" aria-label={summary} width={width} height={total} className="block overflow-visible">
        <LinePlot {...props} scale={scale} plotWidth={plotWidth} top={TOP} bottom={height - TIME_AXIS} />
        {at !== undefined && (
          <g aria-hidden>
            <path
              d={`M${scale.x(at).toFixed(1)} ${TOP}V${total - 2}`}
              stroke="var(--line-strong)"
              strokeDasharray="2 2"
            />
            {series.map(({ id, values, color }) => {
              const value = values[at];
              if (value === null || value === undefined) return null;
              return (
                <circle
                  key={id}
                  cx={scale.x(at)}
                  cy={scale.y(value)}
                  r="3.5"
                  fill={`var(--${color})`}
                  stroke="var(--panel)"
                />
              );
            })}
          </g>
        )}
      </svg>
      <div
        role="slider"
        tabIndex={0}
        aria-label={`Read ${label}`}
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={readAt}
        aria-valuetext={reading}
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={() => wasPointed.current && setCursor(undefined)}
        onFocus={() => at === undefined && setCursor(last)}
        onBlur={() => setCursor(undefined)}
        onKeyDown={press}
        style={{ width: plotWidth, height: total }}
        className="absolute top-0 left-0 cursor-crosshair touch-pan-y rounded-mark"
      />
      {at !== undefined && (
        <ChartReadout
          x={scale.x(at)}
          isRight={scale.x(at) > plotWidth / 2}
          width={width}
          title={formatTime(times[at] ?? 0)}
          lines={[
            ...series.map(({ id, label: name, color, style, values }) => {
              const value = values[at];
              return {
                id,
                name,
                color,
                style,
                text: value === null || value === undefined ? 'missing' : format(value),
              };
            }),
            ...(bands ?? []).map(({ id, label: name, low, high }) => {
              const [from, to] = [low[at], high[at]];
              const text =
                from === null || from === undefined || to === null || to === undefined
                  ? 'missing'
                  : `${format(from)} to ${format(to)}`;
              return { id, name, color: 'accent' as const, style: undefined, text };
            }),
            ...(drawdown === undefined
              ? []
              : [
                  {
                    id: '-',
                    name: 'Drawdown',
                    color: 'down' as const,
                    style: undefined,
                    text: shareText(drawdown[at]),
                  },
                ]),
          ]}
          top={height > 160 ? TOP : 0}
        />
      )}
    </>
  );
}

function shareText(share: number | null | undefined): string {
  return share === null || share === undefined ? 'missing' : percent(share);
}
