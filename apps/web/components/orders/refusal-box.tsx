'use client';

import { LimitRule } from '@/components/parts/headroom-bar';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { useCurrent } from '@/lib/current';
import { money } from '@/lib/format';
import type { Denial } from './order-line';

/** Why risk said no: each limit in a sentence, with the bar of what it is and what it would have been. */
export function RefusalBox({ denials }: { readonly denials: readonly Denial[] }) {
  const { href } = useCurrent();
  return (
    <section aria-label="Why it was refused" className="flex flex-col gap-3 rounded-panel border border-halt/60 p-3">
      {denials.map(({ code, message, numbers }) => {
        const { value = null, limit = null, headroom = null } = numbers as Readonly<Record<string, number | null>>;
        const before = limit === null || headroom === null ? null : limit - headroom;
        return (
          <div key={code}>
            <p className="font-semibold text-small">{message}</p>
            {value !== null && limit !== null && limit > 0 && (
              <>
                <LimitRule
                  share={(before ?? 0) / limit}
                  reserved={Math.max(0, value - (before ?? 0)) / limit}
                  state="ample"
                />
                <p className="flex justify-between gap-3 text-micro text-text-2">
                  <span>{before === null ? '' : `before ${money(before)}`}</span>
                  <span>
                    limit {money(limit)}, with this order {money(value)}
                  </span>
                </p>
              </>
            )}
            <p className="font-mono text-micro text-text-3">{code}</p>
          </div>
        );
      })}
      <div>
        <Button size="small" asChild>
          <Link href={href('/risk')}>Open the limits</Link>
        </Button>
      </div>
    </section>
  );
}
