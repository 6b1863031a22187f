import type { Column } from '@/components/parts/data-table';
import { Missing, MoneyDelta, PercentDelta } from '@/components/parts/delta';
import { Link } from '@/components/ui/link';
import { price, quantity } from '@/lib/format';
import { day, dayAndHour, hour } from '@/lib/time';
import type { Trade } from './run-document';
import { tradeProfit, tradeReturn, whiskerRange } from './trade-results';
import { TradeWhiskers } from './trade-whiskers';

/** Returns the columns of the trades of a run; `hrefOf` leads to the trade on the chart. */
export function tradeColumns(
  trades: readonly Trade[],
  isIntraday: boolean,
  hrefOf: (trade: Trade) => string,
): readonly Column<Trade>[] {
  const range = whiskerRange(trades);
  const at = (instant: string) => (isIntraday ? `${day(instant)}, ${hour(instant)}` : day(instant));
  const hasShort = trades.some(({ direction }) => direction === 'short');
  return [
    {
      id: 'in',
      header: 'In',
      className: 'whitespace-nowrap',
      cell: (trade) => (
        <Link
          href={hrefOf(trade)}
          className="hover:underline"
          title={`${dayAndHour(trade.entryAt)}: show on the chart`}
          onClick={(event) => event.stopPropagation()}
        >
          {at(trade.entryAt)}
        </Link>
      ),
      value: ({ entryAt }) => entryAt,
    },
    {
      id: 'out',
      header: 'Out',
      className: 'whitespace-nowrap',
      cell: ({ exitAt, exitReason }) =>
        exitAt === null ? (
          <span className="text-text-2">open</span>
        ) : (
          <>
            {at(exitAt)}
            {exitReason !== null && exitReason !== 'signal' && <span className="text-text-2"> {exitReason}</span>}
          </>
        ),
      value: ({ exitAt }) => exitAt,
    },
    {
      id: 'shares',
      header: 'Shares',
      align: 'right',
      className: 'whitespace-nowrap',
      cell: (trade) =>
        trade.direction === 'short'
          ? `${hasShort ? 'short ' : ''}${quantity(-trade.quantity)}`
          : quantity(trade.quantity),
      value: ({ direction, quantity: shares }) => (direction === 'short' ? -shares : shares),
    },
    {
      id: 'entry',
      header: 'Entry',
      align: 'right',
      cell: ({ entryPrice }) => price(entryPrice),
      value: ({ entryPrice }) => entryPrice,
    },
    {
      id: 'exit',
      header: 'Exit',
      align: 'right',
      cell: ({ exitPrice }) => (exitPrice === null ? <Missing word="not yet" /> : price(exitPrice)),
      value: ({ exitPrice }) => exitPrice,
    },
    ...(range === undefined
      ? []
      : [
          {
            id: 'way',
            header: 'Worst, result, best on the way',
            className: 'whitespace-nowrap print:hidden',
            cell: (trade: Trade) =>
              trade.worst === undefined || trade.best === undefined ? (
                <Missing because="This run was kept before excursions were." />
              ) : (
                <TradeWhiskers worst={trade.worst} best={trade.best} result={tradeReturn(trade)} range={range} />
              ),
          } satisfies Column<Trade>,
        ]),
    {
      id: 'return',
      header: 'Return',
      align: 'right',
      cell: (trade) => {
        const result = tradeReturn(trade);
        return result === undefined ? <Missing word="not yet" /> : <PercentDelta fraction={result} />;
      },
      value: (trade) => tradeReturn(trade) ?? null,
    },
    {
      id: 'profit',
      header: 'Profit',
      align: 'right',
      cell: (trade) => {
        const profit = tradeProfit(trade);
        return profit === undefined ? <Missing word="not yet" /> : <MoneyDelta usd={profit} />;
      },
      value: (trade) => tradeProfit(trade) ?? null,
    },
  ];
}
