import type { Column } from '@/components/parts/data-table';
import { Missing, MoneyDelta } from '@/components/parts/delta';
import { Sparkline } from '@/components/parts/sparkline';
import type { HeldPosition } from '@/lib/equity/held-position';
import { money, percentChange, price, quantity } from '@/lib/format';
import type { Sleeve } from './use-sleeves';

/** Returns the columns of positions: what is held, by which strategy, at what price, and what it brought. */
export function positionColumns(sleeves: ReadonlyMap<string, Sleeve>): readonly Column<HeldPosition>[] {
  const strategyOf = ({ sleeveId }: HeldPosition) => sleeves.get(sleeveId)?.strategy ?? sleeveId;
  return [
    {
      id: 'symbol',
      header: 'Symbol',
      cell: (position) => <SymbolAndSide position={position} />,
      value: ({ symbol }) => symbol,
    },
    {
      id: 'strategy',
      header: 'Strategy',
      cell: (position) => <span className="whitespace-nowrap text-text-2">{strategyOf(position)}</span>,
      value: strategyOf,
    },
    {
      id: 'quantity',
      header: 'Quantity',
      align: 'right',
      cell: (position) => <span className="font-[550]">{quantity(position.quantity)}</span>,
      value: (position) => position.quantity,
    },
    {
      id: 'average',
      header: 'Average',
      align: 'right',
      from: 'wide',
      cell: ({ averagePrice }) =>
        averagePrice === null ? <Missing /> : <span className="text-text-2">{price(averagePrice)}</span>,
      value: ({ averagePrice }) => averagePrice,
    },
    {
      id: 'last',
      header: 'Last',
      align: 'right',
      cell: ({ lastPrice }) =>
        lastPrice === null ? (
          <Missing because="No bar of it has closed yet." />
        ) : (
          <span className="font-[550]">{price(lastPrice)}</span>
        ),
      value: ({ lastPrice }) => lastPrice,
    },
    {
      id: 'closes',
      header: '30 bars',
      from: 'wide',
      className: '@max-[760px]:hidden',
      cell: ({ closes, averagePrice }) => (
        <Sparkline values={closes} {...(averagePrice === null ? {} : { reference: averagePrice })} />
      ),
    },
    {
      id: 'value',
      header: 'Value',
      align: 'right',
      cell: ({ marketValueUsd }) =>
        marketValueUsd === null ? <Missing /> : <span className="font-[550]">{money(marketValueUsd)}</span>,
      value: ({ marketValueUsd }) => marketValueUsd,
    },
    {
      id: 'today',
      header: 'Today',
      align: 'right',
      cell: ({ todayUsd }) =>
        todayUsd === null ? (
          <Missing because="The close of the day before is not known." />
        ) : (
          <MoneyDelta usd={todayUsd} />
        ),
      value: ({ todayUsd }) => todayUsd,
    },
    {
      id: 'unrealised',
      header: 'Unrealised',
      align: 'right',
      className: 'max-wide:pr-3.5 @max-[880px]:pr-3.5',
      cell: ({ unrealizedUsd }) => (unrealizedUsd === null ? <Missing /> : <MoneyDelta usd={unrealizedUsd} />),
      value: ({ unrealizedUsd }) => unrealizedUsd,
    },
    {
      id: 'unrealised-share',
      header: 'Of cost',
      align: 'right',
      from: 'wide',
      // The first to go where the table has little room of its own.
      className: '@max-[880px]:hidden',
      cell: (position) => {
        const share = ofCost(position);
        return share === null ? <Missing /> : <span className="text-text-2">{percentChange(share)}</span>;
      },
      value: ofCost,
    },
  ];
}

function ofCost({ unrealizedUsd, quantity: held, averagePrice }: HeldPosition): number | null {
  if (unrealizedUsd === null || averagePrice === null || averagePrice * held === 0) return null;
  return unrealizedUsd / Math.abs(averagePrice * held);
}

function SymbolAndSide({ position: { symbol, quantity: held } }: { readonly position: HeldPosition }) {
  return (
    <span className="whitespace-nowrap">
      <span className="font-semibold">{symbol}</span>{' '}
      <span className={held < 0 ? 'text-down text-small' : 'text-small text-text-3'}>
        {held < 0 ? 'short' : 'long'}
      </span>
    </span>
  );
}

/** A position in two lines, for a phone. */
export function PositionPhone({
  position,
  strategy,
}: {
  readonly position: HeldPosition;
  /** Undefined as long as it is not known. */
  readonly strategy: string | undefined;
}) {
  const { symbol, sleeveId, quantity: held, closes, averagePrice, marketValueUsd, todayUsd } = position;
  return (
    <span className="flex items-center justify-between gap-3 text-lead">
      <span className="min-w-0 flex-1">
        <span className="font-semibold">{symbol}</span>{' '}
        <span className="text-body text-text-2">
          {held < 0 ? 'short' : 'long'} {quantity(Math.abs(held))}
        </span>
        <span className="block truncate text-body text-text-2">{strategy ?? sleeveId}</span>
      </span>
      <Sparkline values={closes} {...(averagePrice === null ? {} : { reference: averagePrice })} />
      <span className="flex flex-col items-end">
        <span className="font-[550]">{marketValueUsd === null ? <Missing /> : money(marketValueUsd)}</span>
        {todayUsd === null ? <Missing /> : <MoneyDelta usd={todayUsd} className="text-body" />}
      </span>
    </span>
  );
}
