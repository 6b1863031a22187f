'use client';

import { TriangleAlert } from 'lucide-react';
import { count, counted } from '@/lib/format';
import { day } from '@/lib/time';
import type { ChartBars } from './use-chart-bars';
import type { Run } from './use-chart-state';

export interface ChartReceiptProps {
  readonly chart: ChartBars;
  readonly isSeen: boolean;
  readonly isTrading: boolean;
  readonly isLog: boolean;
  readonly run: Run | undefined;
  readonly isPartialFills: boolean;
  readonly hasIndicators: boolean;
  readonly indicatorFault: Error | null;
}

/** Where the bars are from, how many there are, and through whose eyes they are seen. */
export function ChartReceipt({
  chart,
  isSeen,
  isTrading,
  isLog,
  run,
  isPartialFills,
  hasIndicators,
  indicatorFault,
}: ChartReceiptProps) {
  const { bars, provenance, hasOlder } = chart;
  const from = provenance === undefined ? '' : ` Source: ${provenance.source}.`;
  const last = bars?.at(-1);
  const flagged = bars?.filter(({ flag }) => flag !== undefined).length ?? 0;
  return (
    <footer
      data-slot="receipt"
      className="flex min-h-[30px] flex-wrap items-center gap-x-4 border-line border-t border-dashed px-4 py-1.5 text-micro text-text-2"
    >
      <span className="font-semibold text-text">
        {isSeen
          ? 'As the session sees it: nothing of the future is shown.'
          : run !== undefined
            ? `History of backtest ${run.runId.slice(0, 8)} with its trades.`
            : isTrading
              ? 'Whole series: history, not replay.'
              : 'History.'}
      </span>
      {bars !== undefined && last !== undefined && (
        <span title={from.trim()}>
          {counted(bars.length, 'bar')}
          {hasOlder ? ', older ones load to the left' : ''}, to {day(last.time * 1000)}
          {isLog ? ', log scale' : ''}; {flagged === 0 ? 'none flagged' : `${count(flagged)} flagged`} by the checks
          <span className="sr-only">.{from}</span>
        </span>
      )}
      {hasOlder && hasIndicators && <span>Indicators begin with the first bar that is loaded.</span>}
      {isPartialFills && <span>Only the newest fills are drawn.</span>}
      {indicatorFault !== null && (
        <span className="flex items-center gap-1 text-halt">
          <TriangleAlert aria-hidden className="size-3.5" /> Indicators: {indicatorFault.message}
        </span>
      )}
      <a className="ml-auto text-text-2 underline" href="https://www.tradingview.com/" target="_blank" rel="noreferrer">
        Charts by TradingView Lightweight Charts
      </a>
    </footer>
  );
}
