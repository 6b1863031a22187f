'use client';

import { CandlestickChart, Check, TriangleAlert } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useCallback, useMemo } from 'react';
import { ExportMenu } from '@/components/parts/data-table';
import { PercentDelta } from '@/components/parts/delta';
import { Panel } from '@/components/parts/panel';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { useCurrent } from '@/lib/current';
import { moneyChange, price, quantity } from '@/lib/format';
import { day } from '@/lib/time';
import { LongTable } from './long-table';
import type { RunDocument, Trade } from './run-document';
import { tradeColumns } from './trade-columns';
import { sumOfTrades, tradeProfit, tradeReturn } from './trade-results';

/** Every trade of the run, and that together they are what the equity gained. */
export function TradesPanel({
  runId,
  document,
  isPrinting,
}: {
  readonly runId: string;
  readonly document: RunDocument;
  readonly isPrinting: boolean;
}) {
  const { href } = useCurrent();
  const router = useRouter();
  const { trades, manifest } = document;
  const { symbol, timeframe } = manifest.data;
  const hrefOf = useCallback(
    (trade: Trade) => href('/chart', { symbol: trade.symbol, tf: timeframe, run: runId, at: trade.entryAt }),
    [href, runId, timeframe],
  );
  const columns = useMemo(() => tradeColumns(trades, timeframe !== '1d', hrefOf), [trades, timeframe, hrefOf]);
  const open = trades.filter(({ exitAt }) => exitAt === null).length;
  const sum = sumOfTrades(document);
  return (
    <Panel
      title="Trades"
      count={`${trades.length - open} closed, ${open} open`}
      flush
      // Longer than a sheet, it begins where the one before ends.
      className="print:block print:break-inside-auto print:[&>div]:block"
      actions={
        <span className="contents" data-print="hide">
          <Button asChild variant="ghost" size="small">
            <Link href={href('/chart', { symbol, tf: timeframe, run: runId })}>
              <CandlestickChart aria-hidden /> Show on chart
            </Link>
          </Button>
          <ExportMenu name={`candor-trades-${runId.slice(0, 8)}`} columns={columns} rows={trades} />
        </span>
      }
      receipt={
        <>
          <span>
            Closed {moneyChange(sum.closedUsd)} + open {moneyChange(sum.openUsd)} ={' '}
            {moneyChange(sum.closedUsd + sum.openUsd)}
          </span>
          {sum.ties ? (
            <span className="inline-flex items-center gap-1">
              <Check aria-hidden className="size-3.5 text-up" /> equals what the equity gained
            </span>
          ) : (
            <span className="inline-flex items-center gap-1 font-semibold text-halt">
              <TriangleAlert aria-hidden className="size-3.5" /> the equity gained {moneyChange(sum.totalUsd)}, which
              does not tie
            </span>
          )}
        </>
      }
    >
      {trades.length === 0 ? (
        <p className="px-3.5 pb-3.5 text-small text-text-2">
          None. What the strategy wanted and why nothing came of it stands in the decisions and under Not placed.
        </p>
      ) : (
        <LongTable
          label="Trades"
          columns={columns}
          rows={trades}
          rowKey={keyOf}
          isPrinting={isPrinting}
          onOpen={(trade) => router.push(hrefOf(trade))}
          phone={(trade) => <TradeOnPhone trade={trade} />}
        />
      )}
    </Panel>
  );
}

function TradeOnPhone({ trade }: { readonly trade: Trade }) {
  const result = tradeReturn(trade);
  const profit = tradeProfit(trade);
  return (
    <span className="flex justify-between gap-3">
      <span>
        {day(trade.entryAt)} to {trade.exitAt === null ? 'open' : day(trade.exitAt)}
        <span className="block text-small text-text-2">
          {trade.direction === 'short' ? `short ${quantity(-trade.quantity)}` : quantity(trade.quantity)} at{' '}
          {price(trade.entryPrice)}
        </span>
      </span>
      <span className="text-right">
        {result === undefined ? 'not yet' : <PercentDelta fraction={result} />}
        <span className="block text-small text-text-2">{profit === undefined ? '' : moneyChange(profit)}</span>
      </span>
    </span>
  );
}

function keyOf({ entryAt, exitAt, direction, symbol }: Trade): string {
  return `${symbol} ${entryAt} ${exitAt ?? ''} ${direction}`;
}
