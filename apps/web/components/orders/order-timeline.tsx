import { Check, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '@/lib/cn';
import { clock, day, utc } from '@/lib/time';

export interface Step {
  readonly id: string;
  readonly title: string;
  readonly says?: ReactNode;
  /** Market time, and when it was written; undefined for what has not happened. */
  readonly at?: string | undefined;
  readonly recordedAt?: string | undefined;
  readonly grade: 'done' | 'refused' | 'waiting' | 'never';
}

/** The life of an order: done is solid, refused crossed, what has not happened hollow on a dashed line. */
export function OrderTimeline({ steps }: { readonly steps: readonly Step[] }) {
  return (
    <ol aria-label="Lifecycle" className="flex flex-col">
      {steps.map(({ id, title, says, at, recordedAt, grade }, place) => (
        <li key={id} data-grade={grade} className="relative flex gap-3 pb-4 last:pb-0">
          {place < steps.length - 1 && (
            <span
              aria-hidden
              className={cn(
                'absolute top-4 bottom-0 left-[7px] border-l-[1.5px]',
                steps[place + 1]?.grade === 'waiting' || steps[place + 1]?.grade === 'never'
                  ? 'border-text-3 border-dashed'
                  : 'border-text-2',
              )}
            />
          )}
          <span
            aria-hidden
            className={cn(
              'mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-full border-[1.5px]',
              grade === 'refused'
                ? 'border-halt text-halt'
                : grade === 'done'
                  ? 'border-text-2 text-text'
                  : 'border-text-3 border-dashed',
            )}
          >
            {grade === 'done' && <Check className="size-2.5" strokeWidth={3} />}
            {grade === 'refused' && <X className="size-2.5" strokeWidth={3} />}
          </span>
          <div className="min-w-0 flex-1">
            <div className="flex flex-wrap items-baseline justify-between gap-x-3">
              <span className={cn('font-semibold', grade === 'never' && 'font-[450] text-text-2')}>{title}</span>
              {at !== undefined && (
                <time
                  dateTime={at}
                  title={`${utc(at)}${recordedAt === undefined ? '' : `; written ${utc(recordedAt)}`}`}
                  className="text-small text-text-2"
                >
                  {day(at)}, {clock(at)}
                </time>
              )}
            </div>
            {says !== undefined && <div className="text-small text-text-2">{says}</div>}
            {recordedAt !== undefined && <div className="text-micro text-text-3">written {utc(recordedAt)}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
