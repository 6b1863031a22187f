'use client';

import { Check, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { MoneyDelta } from '@/components/parts/delta';
import { Panel } from '@/components/parts/panel';
import { Empty } from '@/components/parts/states';
import { accountResult } from '@/lib/equity/account-result';
import { money, percentChange } from '@/lib/format';
import { useSessionTopic } from '@/lib/live/live-provider';
import type { Session } from '@/lib/live/topics';
import { IdentityLine } from './identity-line';

/** What the account is made of now, and how it came from its start. */
export function AccountPanel({ session }: { readonly session: Session }) {
  const { account } = session;
  const positions = useSessionTopic(session.id, 'positions').items;
  if (account === null) {
    return (
      <Panel title="Account">
        <Empty title="No bar has closed yet" className="py-5">
          The account is counted at the close of each bar.
        </Empty>
      </Panel>
    );
  }
  const { parts, resultUsd, differenceUsd, ties } = accountResult(account);
  return (
    <Panel
      title="Account"
      count="from start to now"
      receipt={positions === undefined ? undefined : <IdentityLine account={account} positions={positions} />}
    >
      <dl className="flex flex-col">
        <Line label="Cash at the start" value={money(account.startCashUsd)} />
        {parts.map(({ id, label, usd }) => (
          <Line
            key={id}
            label={label}
            value={usd === 0 ? <span className="text-text-3">none</span> : <MoneyDelta usd={usd} />}
          />
        ))}
        <Line label="Equity" value={money(account.equityUsd)} isSum />
        <Line
          label="Since the start"
          value={
            <span className="inline-flex flex-wrap justify-end gap-x-2">
              <MoneyDelta usd={resultUsd} />
              {account.startCashUsd > 0 && <span>{percentChange(resultUsd / account.startCashUsd)}</span>}
            </span>
          }
        />
      </dl>
      <p
        className={
          ties
            ? 'mt-2 flex items-center gap-1.5 text-small text-up'
            : 'mt-2 flex items-center gap-1.5 font-semibold text-halt text-small'
        }
      >
        {ties ? <Check aria-hidden className="size-3.5" /> : <TriangleAlert aria-hidden className="size-3.5" />}
        {ties ? 'The parts sum to equity less the start.' : `The parts are ${money(Math.abs(differenceUsd))} off.`}
      </p>
    </Panel>
  );
}

function Line({
  label,
  value,
  isSum = false,
}: {
  readonly label: string;
  readonly value: ReactNode;
  readonly isSum?: boolean;
}) {
  return (
    <div
      className={
        isSum
          ? 'flex min-h-8 items-center justify-between gap-3 border-line-strong border-t font-semibold'
          : 'flex min-h-8 items-center justify-between gap-3 border-line border-t first:border-t-0'
      }
    >
      <dt className={isSum ? '' : 'text-text-2'}>{label}</dt>
      <dd className="text-right">{value}</dd>
    </div>
  );
}
