import type { LineChartProps, LineSeries } from '@/components/charts/line-chart-props';
import { drawdown } from '@/lib/charts/drawdown';
import { holdCurve } from '@/lib/equity/hold-curve';
import { money, percent, percentChange } from '@/lib/format';
import { day } from '@/lib/time';
import type { Benchmark } from './use-benchmarks';

export interface EquityChartInput {
  readonly name: string;
  /** Oldest first. */
  readonly points: readonly { readonly at: string; readonly equityUsd: number }[];
  /** When the session was first marked, which may be before the range. */
  readonly startAt: string | undefined;
  readonly startUsd: number;
  readonly benchmarks: readonly Benchmark[];
}

type EquityChart = Pick<LineChartProps, 'times' | 'series' | 'baseline' | 'drawdown' | 'summary'> & {
  readonly isLog: boolean;
  /** What has no line, and why. */
  readonly missing: readonly { readonly label: string; readonly because: string }[];
};

const NO_PRICE = 'No price of it is known when the session began.';

const YEAR_MS = 366 * 86_400_000;

/** Returns what the chart of an account draws: its equity and what else the same money would be worth, the drawdown, and all that in a sentence. */
export function equityChart({ name, points, startAt, startUsd, benchmarks }: EquityChartInput): EquityChart {
  const times = points.map(({ at }) => Date.parse(at));
  const equity = points.map(({ equityUsd }) => equityUsd);
  const all: LineSeries[] = [
    { id: 'account', label: 'Account', values: equity, color: 'text', isFilled: true },
    ...benchmarks.map(
      ({ id, label, closes, color, style }): LineSeries => ({
        id,
        label,
        color,
        style,
        values: startAt === undefined ? times.map(() => null) : holdCurve(times, closes, Date.parse(startAt), startUsd),
      }),
    ),
  ];
  const isDrawn = ({ values }: LineSeries) => values.some((value) => value !== null);
  const series = all.filter((one, place) => place === 0 || isDrawn(one));
  const falls = drawdown(equity);
  const span = (times.at(-1) ?? 0) - (times[0] ?? 0);
  return {
    times,
    series,
    missing:
      times.length === 0
        ? []
        : all.filter((one) => !series.includes(one)).map(({ label }) => ({ label, because: NO_PRICE })),
    drawdown: falls,
    isLog: span > YEAR_MS || Math.max(...extremesOf(equity)) > 2 * Math.min(...extremesOf(equity)),
    summary: summaryOf(name, points, series, falls),
    ...(startUsd > 0 ? { baseline: startUsd } : {}),
  };
}

function extremesOf(values: readonly number[]): readonly [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

function summaryOf(
  name: string,
  points: EquityChartInput['points'],
  [, ...others]: readonly LineSeries[],
  falls: readonly (number | null)[],
): string {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return `${name} has no equity yet.`;
  let deepest = 0;
  for (let at = 0; at < falls.length; at++) if ((falls[at] ?? 0) < (falls[deepest] ?? 0)) deepest = at;
  const fall = falls[deepest] ?? 0;
  const change = first.equityUsd > 0 ? `, ${percentChange(last.equityUsd / first.equityUsd - 1)}` : '';
  const sentences = [
    `Equity of ${name} went from ${money(first.equityUsd)} on ${day(first.at)} to ${money(last.equityUsd)} on ${day(last.at)}${change}.`,
    fall < 0
      ? `Its deepest drawdown was ${percent(fall)}, on ${day(points[deepest]?.at ?? last.at)}.`
      : 'It had no drawdown.',
    ...others.flatMap(({ label, values }) => {
      const value = values.at(-1);
      return value === null || value === undefined
        ? []
        : [`With ${label} instead it would be ${money(value)}, before costs.`];
    }),
  ];
  return sentences.join(' ');
}
