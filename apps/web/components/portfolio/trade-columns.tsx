import type { Column } from '@/components/parts/data-table';
import { Missing, MoneyDelta } from '@/components/parts/delta';
import { count, money, percentChange, price, quantity } from '@/lib/format';
import { day, hour, utc } from '@/lib/time';
import type { Sleeve } from './use-sleeves';
import type { Trade } from './use-trades';

/** Returns what a trade brought after its commissions; slippage is in its prices. */
export function netOf({ grossUsd, commissionUsd }: Trade): number {
  return grossUsd - commissionUsd;
}

/** Returns the columns of closed trades. */
export function tradeColumns(sleeves: ReadonlyMap<string, Sleeve>): readonly Column<Trade>[] {
  const strategyOf = ({ sleeveId }: Trade) => sleeves.get(sleeveId)?.strategy ?? sleeveId;
  return [
    {
      id: 'symbol',
      header: 'Symbol',
      cell: ({ symbol, direction }) => (
        <span className="whitespace-nowrap">
          <span className="font-semibold">{symbol}</span>{' '}
          <span className={direction === 'short' ? 'text-down text-small' : 'text-small text-text-3'}>{direction}</span>
        </span>
      ),
      value: ({ symbol }) => symbol,
    },
    {
      id: 'strategy',
      header: 'Strategy',
      from: 'wide',
      cell: (trade) => <span className="text-text-2">{strategyOf(trade)}</span>,
      value: strategyOf,
    },
    {
      id: 'quantity',
      header: 'Quantity',
      align: 'right',
      cell: (trade) => quantity(trade.quantity),
      value: (trade) => trade.quantity,
    },
    {
      id: 'entry',
      header: 'Entry',
      align: 'right',
      cell: ({ entryAt }) => <Instant at={entryAt} />,
      value: ({ entryAt }) => entryAt,
    },
    {
      id: 'entry-price',
      header: 'Entry price',
      align: 'right',
      cell: ({ entryPrice }) => price(entryPrice),
      value: ({ entryPrice }) => entryPrice,
    },
    {
      id: 'exit',
      header: 'Exit',
      align: 'right',
      cell: ({ exitAt }) => (exitAt === null ? <Missing word="open" /> : <Instant at={exitAt} />),
      value: ({ exitAt }) => exitAt,
    },
    {
      id: 'exit-price',
      header: 'Exit price',
      align: 'right',
      cell: ({ exitPrice }) => (exitPrice === null ? <Missing word="open" /> : price(exitPrice)),
      value: ({ exitPrice }) => exitPrice,
    },
    {
      id: 'reason',
      header: 'Because of',
      from: 'wide',
      cell: ({ exitReason }) => (exitReason === null ? <Missing /> : <span className="text-text-2">{exitReason}</span>),
      value: ({ exitReason }) => exitReason,
    },
    {
      id: 'held',
      header: 'Bars',
      align: 'right',
      from: 'wide',
      cell: ({ barsHeld }) => count(barsHeld),
      value: ({ barsHeld }) => barsHeld,
    },
    {
      id: 'costs',
      header: 'Commission',
      align: 'right',
      from: 'wide',
      cell: ({ commissionUsd }) => <span className="text-text-2">{money(commissionUsd)}</span>,
      value: ({ commissionUsd }) => commissionUsd,
    },
    {
      id: 'result',
      header: 'Result',
      align: 'right',
      cell: (trade) => <MoneyDelta usd={netOf(trade)} className="font-[550]" />,
      value: netOf,
    },
    {
      id: 'return',
      header: 'Of entry',
      align: 'right',
      cell: (trade) => percentChange(returnOf(trade)),
      value: returnOf,
    },
  ];
}

function returnOf(trade: Trade): number {
  return netOf(trade) / (trade.entryPrice * trade.quantity);
}

function Instant({ at }: { readonly at: string }) {
  return (
    <span className="whitespace-nowrap" title={utc(at)}>
      {day(at)} <span className="text-micro text-text-2">{hour(at)}</span>
    </span>
  );
}

/** A closed trade in two lines, for a phone. */
export function TradePhone({ trade }: { readonly trade: Trade }) {
  const { symbol, direction, entryAt, exitAt } = trade;
  return (
    <span className="flex items-center justify-between gap-3 text-lead">
      <span className="min-w-0">
        <span className="font-semibold">{symbol}</span>{' '}
        <span className="text-body text-text-2">
          {direction} {quantity(trade.quantity)}
        </span>
        <span className="block text-small text-text-2">
          {day(entryAt)} to {exitAt === null ? 'now' : day(exitAt)}
        </span>
      </span>
      <span className="flex flex-col items-end">
        <MoneyDelta usd={netOf(trade)} className="font-[550]" />
        <span className="text-body text-text-2">{percentChange(returnOf(trade))}</span>
      </span>
    </span>
  );
}
