import type { ReactNode } from 'react';
import type { Column } from '@/components/parts/data-table';
import { Missing, MoneyDelta } from '@/components/parts/delta';
import { cn } from '@/lib/cn';
import type { HeldPosition } from '@/lib/equity/held-position';
import { counted, money } from '@/lib/format';

/** What all positions come to. A sum of which a part is missing is missing. */
export function PositionTotals({
  positions,
  columns,
}: {
  readonly positions: readonly HeldPosition[];
  readonly columns: readonly Column<HeldPosition>[];
}) {
  const sum = (amountOf: (position: HeldPosition) => number | null) =>
    positions.reduce<number | null>((total, position) => {
      const value = amountOf(position);
      return total === null || value === null ? null : total + value;
    }, 0);
  const value = sum(({ marketValueUsd }) => marketValueUsd);
  const today = sum(({ todayUsd }) => todayUsd);
  const unrealized = sum(({ unrealizedUsd }) => unrealizedUsd);
  const cells: Partial<Record<string, ReactNode>> = {
    value: value === null ? <Missing /> : money(value),
    today: today === null ? <Missing /> : <MoneyDelta usd={today} />,
    unrealised: unrealized === null ? <Missing /> : <MoneyDelta usd={unrealized} />,
  };
  return (
    <tr className="h-[34px]">
      <th scope="row" colSpan={3} className="whitespace-nowrap px-3.5 text-left font-[450]">
        Net of {counted(positions.length, 'position')}, before commissions
      </th>
      {columns.slice(3).map(({ id, from, className }) => (
        <td key={id} className={cn('px-2 text-right last:pr-3.5', from === 'wide' && 'max-wide:hidden', className)}>
          {cells[id]}
        </td>
      ))}
    </tr>
  );
}
