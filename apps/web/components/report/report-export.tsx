'use client';

import { Download } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/components/ui/menu';
import { download, toCsv } from '@/lib/download';
import type { RunDocument } from './run-document';
import { tradeProfit, tradeReturn } from './trade-results';

/** Hands the report to the person, in ISO dates and plain numbers, or on paper. */
export function ReportExport({ runId, document }: { readonly runId: string; readonly document: RunDocument }) {
  const name = `candor-paper-run-${runId.slice(0, 8)}`;
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button>
          <Download aria-hidden /> Export
        </Button>
      </MenuTrigger>
      <MenuContent align="end">
        <MenuItem
          onSelect={() => download(`${name}.json`, `${JSON.stringify(document, null, 2)}\n`, 'application/json')}
        >
          Everything, JSON
        </MenuItem>
        <MenuItem onSelect={() => download(`${name}-trades.csv`, tradesCsv(document), 'text/csv')}>
          Trades, CSV
        </MenuItem>
        <MenuItem onSelect={() => download(`${name}-equity.csv`, equityCsv(document), 'text/csv')}>
          Equity, CSV
        </MenuItem>
        {/* The menu has to be gone before the page is on paper. */}
        <MenuItem onSelect={() => setTimeout(() => print(), 50)}>Print or save as PDF</MenuItem>
      </MenuContent>
    </Menu>
  );
}

function tradesCsv({ trades }: RunDocument): string {
  return toCsv(
    [
      'symbol',
      'direction',
      'quantity',
      'entryAt',
      'entryPrice',
      'exitAt',
      'exitPrice',
      'exitReason',
      'return',
      'profitUsd',
      'grossUsd',
      'commissionUsd',
      'slippageUsd',
      'barsHeld',
      'worst',
      'best',
    ],
    trades.map((trade) => [
      trade.symbol,
      trade.direction,
      trade.quantity,
      trade.entryAt,
      trade.entryPrice,
      trade.exitAt,
      trade.exitPrice,
      trade.exitReason,
      tradeReturn(trade) ?? null,
      tradeProfit(trade) ?? null,
      trade.grossUsd,
      trade.commissionUsd,
      trade.slippageUsd,
      trade.barsHeld,
      trade.worst ?? null,
      trade.best ?? null,
    ]),
  );
}

function equityCsv({ equity }: RunDocument): string {
  return toCsv(
    ['closedAt', 'equityUsd', equity.benchmark],
    equity.closedAt.map((at, row) => [at, equity.equityUsd[row] ?? null, equity.benchmarkUsd[row] ?? null]),
  );
}
