import { Chip } from '@/components/parts/chip';
import type { Series } from '@/lib/catalog/use-catalog';
import { day } from '@/lib/time';

/** What is real and what is made up of the chosen prices, and where they are from. */
export function PriceProvenance({ series }: { readonly series: readonly Series[] }) {
  return (
    <section aria-label="What is real" className="flex flex-col gap-2 rounded-control border border-line px-3 py-2.5">
      <h3 className="font-semibold text-small">What is real</h3>
      <ul className="flex flex-col gap-2">
        {series.map(({ symbol, synthetic, from, to, source, note }) => (
          <li key={symbol} className="text-small">
            <span className="flex flex-wrap items-center gap-2">
              <span className="font-semibold">{symbol}</span>
              <Chip tone={synthetic ? 'warn' : 'plain'}>{synthetic ? 'synthetic prices' : 'real prices'}</Chip>
              <span className="text-text-2">
                {day(from, 'UTC')} to {day(to, 'UTC')}
              </span>
            </span>
            <span className="mt-0.5 block break-words text-micro text-text-2">
              {note !== null && `${note} `}Source: {source}.
            </span>
          </li>
        ))}
      </ul>
      <p className="text-micro text-text-2">
        The time is replayed: what happened then passes as if it were now. The money is simulated: fills are at the
        replayed prices with the account’s slippage and commission. No order leaves this machine.
      </p>
    </section>
  );
}
