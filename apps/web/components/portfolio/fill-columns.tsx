import type { Column } from '@/components/parts/data-table';
import { Triangle } from '@/components/parts/marks';
import { money, price, quantity } from '@/lib/format';
import type { Fill } from '@/lib/live/topics';
import { day, hour, utc } from '@/lib/time';
import type { Sleeve } from './use-sleeves';

const INTENTS: Record<Fill['intent'], string> = { enter: 'entry', exit: 'exit', protect: 'stop or target' };

/** Returns the columns of fills. */
export function fillColumns(sleeves: ReadonlyMap<string, Sleeve>): readonly Column<Fill>[] {
  const strategyOf = ({ sleeveId }: Fill) => sleeves.get(sleeveId)?.strategy ?? sleeveId;
  return [
    {
      id: 'at',
      header: 'Time',
      cell: ({ at }) => (
        <span className="whitespace-nowrap" title={utc(at)}>
          {day(at)} <span className="text-micro text-text-2">{hour(at)} New York</span>
        </span>
      ),
      value: ({ at }) => at,
    },
    {
      id: 'side',
      header: 'Side',
      cell: ({ side }) => <Side side={side} />,
      value: ({ side }) => side,
    },
    {
      id: 'symbol',
      header: 'Symbol',
      cell: ({ symbol }) => <span className="font-semibold">{symbol}</span>,
      value: ({ symbol }) => symbol,
    },
    {
      id: 'strategy',
      header: 'Strategy',
      from: 'wide',
      cell: (fill) => <span className="text-text-2">{strategyOf(fill)}</span>,
      value: strategyOf,
    },
    {
      id: 'intent',
      header: 'For',
      from: 'wide',
      cell: ({ intent }) => <span className="text-text-2">{INTENTS[intent]}</span>,
      value: ({ intent }) => INTENTS[intent],
    },
    {
      id: 'quantity',
      header: 'Quantity',
      align: 'right',
      cell: (fill) => quantity(fill.quantity),
      value: (fill) => fill.quantity,
    },
    {
      id: 'price',
      header: 'Price',
      align: 'right',
      cell: (fill) => <span className="font-[550]">{price(fill.price)}</span>,
      value: (fill) => fill.price,
    },
    {
      id: 'value',
      header: 'Value',
      align: 'right',
      cell: (fill) => money(fill.price * fill.quantity),
      value: (fill) => fill.price * fill.quantity,
    },
    {
      id: 'commission',
      header: 'Commission',
      align: 'right',
      cell: ({ commissionUsd }) => <span className="text-text-2">{money(commissionUsd)}</span>,
      value: ({ commissionUsd }) => commissionUsd,
    },
    {
      id: 'slippage',
      header: 'Slippage',
      align: 'right',
      from: 'wide',
      cell: ({ slippageUsd }) => <span className="text-text-2">{money(slippageUsd)}</span>,
      value: ({ slippageUsd }) => slippageUsd,
    },
    {
      id: 'order',
      header: 'Order',
      from: 'wide',
      cell: ({ clientOrderId }) => <span className="font-mono text-micro text-text-2">{clientOrderId}</span>,
      value: ({ clientOrderId }) => clientOrderId,
    },
  ];
}

function Side({ side }: { readonly side: Fill['side'] }) {
  return (
    <span className={`inline-flex items-center gap-1.5 ${side === 'buy' ? 'text-up' : 'text-down'}`}>
      <Triangle of={side === 'buy' ? 1 : -1} />
      {side === 'buy' ? 'bought' : 'sold'}
    </span>
  );
}

/** A fill in two lines, for a phone. */
export function FillPhone({ fill }: { readonly fill: Fill }) {
  return (
    <span className="flex items-center justify-between gap-3 text-lead">
      <span className="min-w-0">
        <span className="font-semibold">{fill.symbol}</span> <Side side={fill.side} />
        <span className="block text-small text-text-2">
          {day(fill.at)}, {hour(fill.at)}
        </span>
      </span>
      <span className="flex flex-col items-end">
        <span className="font-[550]">{money(fill.price * fill.quantity)}</span>
        <span className="text-body text-text-2">
          {quantity(fill.quantity)} at {price(fill.price)}
        </span>
      </span>
    </span>
  );
}
