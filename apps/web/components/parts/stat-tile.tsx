import { CircleHelp } from 'lucide-react';
import type { ReactNode } from 'react';
import { Tooltip } from '@/components/ui/tooltip';
import { cn } from '@/lib/cn';

export interface StatTileProps {
  readonly label: string;
  readonly value: ReactNode;
  /** The one comparison that puts the value into its place: "19 in 20: −0.29 to 1.38". */
  readonly compare?: ReactNode;
  /** What the figure means, for whoever asks. */
  readonly explains?: string;
  /** True, but from too few outcomes; the reason. */
  readonly thinBecause?: string;
  readonly className?: string;
}

/** A figure with what it is to be compared with. */
export function StatTile({ label, value, compare, explains, thinBecause, className }: StatTileProps) {
  return (
    <div data-slot="stat" className={cn('min-w-0 px-3.5 py-2.5', className)}>
      <div className="flex items-center gap-1 text-micro text-text-2">
        {label}
        {explains !== undefined && (
          <Tooltip says={explains}>
            <button
              type="button"
              aria-label={`What ${label} means`}
              className="relative text-text-3 after:absolute after:-inset-1.5"
            >
              <CircleHelp aria-hidden className="size-3" />
            </button>
          </Tooltip>
        )}
      </div>
      <div className={cn('font-semibold text-stat', thinBecause !== undefined && 'thin-evidence')} title={thinBecause}>
        {value}
      </div>
      {compare !== undefined && <div className="text-micro text-text-2">{compare}</div>}
    </div>
  );
}
