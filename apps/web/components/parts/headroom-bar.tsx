import { TriangleAlert } from 'lucide-react';
import { cn } from '@/lib/cn';

/** From here on a limit counts as near. */
export const WARN_FROM = 0.8;

export interface HeadroomBarProps {
  /** What the limit is about, in the person's words. */
  readonly title: string;
  /** Use and limit in the same unit. */
  readonly used: number;
  readonly limit: number;
  /** Held back for working orders, same unit. */
  readonly reserved?: number;
  /** The words: 18.2% of 20%, room $1,881. */
  readonly usedText: string;
  readonly restText: string;
  readonly className?: string;
}

/** How much of a limit is used: solid what is, hatched what is held back, a thin tick where it warns and a thick one where it refuses. */
export function HeadroomBar({ title, used, limit, reserved = 0, usedText, restText, className }: HeadroomBarProps) {
  const share = limit > 0 ? Math.max(0, used / limit) : 1;
  const state = share > 1 ? 'breached' : share >= WARN_FROM ? 'near' : 'ample';
  return (
    <div data-slot="headroom" data-use={state} className={className}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 text-small">
        <span className="text-text-2">
          {title}{' '}
          {state !== 'ample' && (
            <span className={cn('font-semibold', state === 'breached' ? 'text-halt' : 'text-warn')}>
              <TriangleAlert aria-hidden className="mr-0.5 inline size-3 align-[-1px]" />
              {state === 'breached' ? 'breached' : 'near'}
            </span>
          )}
        </span>
        <span className="text-text-3">
          <span className="font-semibold text-text">{usedText}</span> {restText}
        </span>
      </div>
      <LimitRule share={share} reserved={limit > 0 ? reserved / limit : 0} state={state} />
    </div>
  );
}

/** The bar alone, for tables that say the words in their columns. */
export function LimitRule({
  share,
  reserved = 0,
  state,
}: {
  readonly share: number;
  readonly reserved?: number;
  readonly state: 'ample' | 'near' | 'breached';
}) {
  const solid = Math.min(1, share);
  const held = Math.min(1 - solid, reserved);
  return (
    <div aria-hidden className="relative mt-1 h-3">
      <div className="absolute inset-x-0 top-0.5 h-2 overflow-hidden rounded-mark bg-raised">
        <div
          className={cn(
            'h-full rounded-mark',
            state === 'breached' ? 'bg-halt' : state === 'near' ? 'bg-warn-fill' : 'bg-text-2',
          )}
          style={{ width: `${solid * 100}%` }}
        />
        {held > 0 && (
          <div className="hatched absolute inset-y-0" style={{ left: `${solid * 100}%`, width: `${held * 100}%` }} />
        )}
      </div>
      <div className="absolute top-0 h-3 w-px bg-text-3" style={{ left: `${WARN_FROM * 100}%` }} />
      <div className="absolute top-0 right-0 h-3 w-0.5 bg-text" />
    </div>
  );
}
