import { Check, Equal, EqualNot, TriangleAlert } from 'lucide-react';
import { cn } from '@/lib/cn';
import type { Verification } from './use-verification';

const words: Readonly<Record<Verification['comparisons'][number]['what'], string>> = {
  file: 'stored document and its fingerprint',
  data: 'bars',
  'strategy source': 'source of the strategy',
  code: 'version of Candor',
  result: 'every number of the result',
};

/** Whether the run gives the same again: what was compared, and what was the same. */
export function VerificationResult({ of: { ok, comparisons } }: { readonly of: Verification }) {
  return (
    <section
      role="status"
      aria-label="Verification"
      className={cn(
        'rounded-panel border bg-panel px-3.5 py-2.5 max-phone:rounded-sheet',
        ok ? 'border-up/60' : 'border-halt/60',
      )}
    >
      <p className="flex items-center gap-2 font-semibold">
        {ok ? (
          <Check aria-hidden className="size-4 text-up" />
        ) : (
          <TriangleAlert aria-hidden className="size-4 text-halt" />
        )}
        {ok
          ? 'Reproduced: run again from its manifest, it gives the same result.'
          : 'Not reproduced: run again from its manifest, something is different.'}
      </p>
      <ul aria-label="Comparisons" className="mt-1.5 flex flex-col gap-1 text-small">
        {comparisons.map(({ what, same, kept, now }) => (
          <li key={what} className="flex flex-wrap items-baseline gap-x-2">
            {same ? (
              <Equal aria-hidden className="size-3.5 self-center text-text-2" />
            ) : (
              <EqualNot aria-hidden className="size-3.5 self-center text-halt" />
            )}
            <span className="text-text-2">{words[what]}:</span>
            <span className={same ? '' : 'font-semibold text-halt'}>{same ? 'same' : 'different'}</span>
            <span className="break-all font-mono text-micro text-text-2">
              {same ? short(kept) : `kept ${short(kept)}, now ${short(now)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Returns enough of a print to tell it from another. */
export function short(print: string): string {
  return print.replace(/[0-9a-f]{40,}/g, (hex) => `${hex.slice(0, 8)}…${hex.slice(-4)}`);
}
