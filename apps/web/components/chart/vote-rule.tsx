import { probability } from '@/lib/format';

const LOW = 0.3;
const HIGH = 0.8;

/** Where a probability stands between 30 and 80%, and where it would stand without any vote. */
export function VoteRule({ up, base }: { readonly up: number | null; readonly base: number }) {
  const place = (value: number) => `${((Math.min(HIGH, Math.max(LOW, value)) - LOW) / (HIGH - LOW)) * 100}%`;
  return (
    <div data-slot="vote-rule" className="mt-1 mb-2">
      <div aria-hidden className="relative h-4 text-micro text-text-2">
        <span
          className="absolute -translate-x-1/2 whitespace-nowrap"
          style={{ left: `clamp(44px, ${place(base)}, calc(100% - 44px))` }}
        >
          base rate {probability(base)}
        </span>
      </div>
      <div aria-hidden className="relative h-4">
        <div className="absolute inset-x-0 top-[5px] h-1.5 rounded-mark bg-raised" />
        <div className="absolute inset-y-0 border-text-2 border-l border-dotted" style={{ left: place(base) }} />
        {up !== null && (
          <div
            className="absolute top-[2px] size-3 -translate-x-1/2 rounded-full border-2 border-canvas bg-text"
            style={{ left: place(up) }}
          />
        )}
      </div>
      <div aria-hidden className="flex justify-between text-micro text-text-2">
        <span>30% up</span>
        <span>80%</span>
      </div>
      <p className="sr-only">
        {up === null ? 'No probability: it abstained.' : `${probability(up)} up`}, against a base rate of{' '}
        {probability(base)}.
      </p>
    </div>
  );
}
