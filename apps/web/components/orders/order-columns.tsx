import type { Column } from '@/components/parts/data-table';
import { Missing } from '@/components/parts/delta';
import { Triangle } from '@/components/parts/marks';
import { cn } from '@/lib/cn';
import { price, quantity } from '@/lib/format';
import { day, hour, utc } from '@/lib/time';
import { type OrderLine, sideWords, stateWords, typeText } from './order-line';
import { OrderState } from './order-state';

/** Returns the columns of the list of orders. */
export function orderColumns(
  isKnown: boolean,
  originOf: (sleeveId: string) => string,
  nameOf: (sleeveId: string) => string,
): readonly Column<OrderLine>[] {
  return [
    {
      id: 'decidedAt',
      header: 'Time, New York',
      value: ({ decidedAt }) => decidedAt,
      cell: ({ decidedAt }) => (
        <time dateTime={decidedAt} title={utc(decidedAt)} className="whitespace-nowrap">
          {day(decidedAt)} <span className="text-text-2">{hour(decidedAt)}</span>
        </time>
      ),
    },
    {
      id: 'symbol',
      header: 'Symbol',
      value: ({ symbol }) => symbol,
      cell: ({ symbol }) => <span className="font-semibold">{symbol}</span>,
    },
    { id: 'side', header: 'Side', value: ({ side }) => side, cell: ({ side }) => <Side side={side} /> },
    {
      id: 'quantity',
      header: 'Quantity',
      align: 'right',
      value: (line) => line.quantity,
      cell: (line) => quantity(line.quantity),
    },
    { id: 'type', header: 'Type', value: typeText, cell: typeText },
    {
      id: 'timeInForce',
      header: 'For',
      from: 'wide',
      value: (line) => line.timeInForce,
      cell: (line) => (line.timeInForce === 'day' ? 'Day' : 'GTC'),
    },
    {
      id: 'state',
      header: 'State',
      value: ({ state }) => stateWords[state],
      cell: ({ state }) => <OrderState state={state} isKnown={isKnown} />,
    },
    {
      id: 'averageFillPrice',
      header: 'Price',
      align: 'right',
      value: (line) => line.averageFillPrice,
      cell: ({ averageFillPrice }) => (averageFillPrice === null ? <Missing word="none" /> : price(averageFillPrice)),
    },
    {
      id: 'sleeveId',
      header: 'From',
      from: 'wide',
      value: ({ sleeveId }) => sleeveId,
      className: 'max-w-44 truncate',
      cell: ({ sleeveId }) => (
        <span className="text-text-2" title={nameOf(sleeveId)}>
          {originOf(sleeveId)}
        </span>
      ),
    },
  ];
}

/** Buy hollow up, sell solid down. */
function Side({ side }: { readonly side: 'buy' | 'sell' }) {
  return (
    <span className={cn('inline-flex items-center gap-1.5', side === 'buy' ? 'text-up' : 'text-down')}>
      <Triangle of={side === 'buy' ? 1 : -1} /> {sideWords[side]}
    </span>
  );
}

/** The order on a phone, in two lines. */
export function OrderOnPhone({
  line,
  isKnown,
  origin,
}: {
  readonly line: OrderLine;
  readonly isKnown: boolean;
  readonly origin: string;
}) {
  return (
    <span className="flex items-start justify-between gap-3">
      <span className="min-w-0">
        <span className="flex items-center gap-2">
          <span className="font-semibold">{line.symbol}</span> <Side side={line.side} /> {quantity(line.quantity)}
        </span>
        <span className="block text-small text-text-2">
          {typeText(line)}, {origin}
        </span>
      </span>
      <span className="flex flex-col items-end">
        <OrderState state={line.state} isKnown={isKnown} />
        <span className="text-small text-text-2">{day(line.decidedAt)}</span>
      </span>
    </span>
  );
}
