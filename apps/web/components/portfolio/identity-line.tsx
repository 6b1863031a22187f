'use client';

import { Check, Scale, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { accountIdentity } from '@/lib/equity/account-identity';
import { money } from '@/lib/format';
import type { Position, Session } from '@/lib/live/topics';

/** Account and positions come as messages of their own, so that a step may be seen half for a moment. */
const SETTLES_MS = 1_500;

/** Says that cash and positions are the equity, to the cent; where they are not, says that, in red. */
export function IdentityLine({
  account,
  positions,
}: {
  readonly account: NonNullable<Session['account']>;
  readonly positions: readonly Position[];
}) {
  const identity = accountIdentity(account, positions);
  const isOff = useSettled(identity !== undefined && !identity.ties);
  if (identity === undefined) {
    return <p className="text-text-2">A position has no price yet, so the equity cannot be added up.</p>;
  }
  const { cashUsd, longUsd, shortUsd, equityUsd, differenceUsd } = identity;
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-1.5 text-small text-text-2">
        <Scale aria-hidden className="size-3.5" />
        <span className="whitespace-nowrap">
          Cash <Amount usd={cashUsd} />
        </span>
        <span className="whitespace-nowrap">
          + long <Amount usd={longUsd} />
        </span>
        <span className="whitespace-nowrap">
          − short <Amount usd={shortUsd} />
        </span>
        <span className="whitespace-nowrap">
          = <Amount usd={equityUsd} />
        </span>
      </p>
      {isOff ? (
        <p className="flex items-center gap-1.5 font-semibold text-halt text-small">
          <TriangleAlert aria-hidden className="size-3.5" /> does not tie: {money(Math.abs(differenceUsd))} too{' '}
          {differenceUsd > 0 ? 'much' : 'little'}
        </p>
      ) : (
        <p className="flex items-center gap-1.5 text-small text-up">
          <Check aria-hidden className="size-3.5" /> ties to the cent
        </p>
      )}
    </>
  );
}

function Amount({ usd }: { readonly usd: number }) {
  return <span className="font-[550] text-text">{money(usd)}</span>;
}

/** Whether something has been so for a while, without a break. */
function useSettled(isSo: boolean): boolean {
  const [isSettled, setIsSettled] = useState(false);
  useEffect(() => {
    if (!isSo) {
      setIsSettled(false);
      return;
    }
    const timer = setTimeout(() => setIsSettled(true), SETTLES_MS);
    return () => clearTimeout(timer);
  }, [isSo]);
  return isSettled;
}
