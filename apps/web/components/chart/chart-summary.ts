import type { ChartBar } from '@/components/charts/price-chart/chart-bar';
import type { ChartLayer, ChartLevel } from '@/components/charts/price-chart/chart-content';
import { count, counted, percentChange, price } from '@/lib/format';
import { day } from '@/lib/time';
import type { ChartTimeframe } from './timeframes';

const SPANS: Readonly<Record<ChartTimeframe, string>> = {
  '1m': 'one-minute',
  '5m': 'five-minute',
  '15m': 'quarter-hour',
  '30m': 'half-hour',
  '1h': 'hourly',
  '1d': 'daily',
  '1w': 'weekly',
};

/** Returns what a chart shows, in a sentence for those who cannot see it. */
export function summaryOf({
  symbol,
  timeframe,
  bars,
  isLog,
  layers,
  fills,
  levels,
}: {
  readonly symbol: string;
  readonly timeframe: ChartTimeframe;
  readonly bars: readonly ChartBar[];
  readonly isLog: boolean;
  readonly layers: readonly ChartLayer[];
  readonly fills: number;
  readonly levels: readonly ChartLevel[];
}): string {
  const first = bars[0];
  const last = bars.at(-1);
  if (first === undefined || last === undefined) return `${symbol}: no bars.`;
  const change = percentChange(last.close / first.close - 1);
  const shown = layers.length === 0 ? '' : ` With ${layers.map(({ title }) => title).join(', ')}.`;
  const wished = levels.length === 0 ? '' : ` Working: ${levels.map(({ label }) => label).join(', ')}.`;
  return (
    `Chart of ${symbol}, ${count(bars.length)} ${SPANS[timeframe]} bars from ${day(first.time * 1000)} to ${day(last.time * 1000)}` +
    `${isLog ? ', log scale' : ''}. Last close ${price(last.close)}, ${change} since the first.${shown} ${counted(fills, 'fill')}.${wished}` +
    ' Arrow keys move the cursor bar by bar.'
  );
}
