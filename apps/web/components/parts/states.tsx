'use client';

import { Clock, Copy, RotateCw, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { ProblemError } from '@/lib/api/client';
import { cn } from '@/lib/cn';
import { age } from '@/lib/time';
import { Chip } from './chip';
import { EmptyCandle } from './marks';

/** Nothing is here, why, and what to do next. */
export function Empty({
  title,
  children,
  actions,
  className,
}: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly className?: string;
}) {
  return (
    <div
      data-state="empty"
      className={cn('flex flex-1 flex-col items-center justify-center gap-2 px-6 py-8 text-center', className)}
    >
      <EmptyCandle className="mb-2" />
      <p className="font-semibold text-lead">{title}</p>
      {children !== undefined && <div className="max-w-[46ch] text-small text-text-2">{children}</div>}
      {actions !== undefined && <div className="mt-2 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}

/** What failed, what is safe, and how to try again. */
export function Failed({
  title,
  error,
  safe = 'Nothing was changed; only this view failed.',
  onRetry,
  className,
}: {
  readonly title: string;
  readonly error: Error;
  /** What the person need not fear. */
  readonly safe?: string;
  readonly onRetry?: () => void;
  readonly className?: string;
}) {
  const problem = error instanceof ProblemError ? error.problem : undefined;
  const details = problem === undefined ? error.message : `${problem.code} ${problem.requestId}`;
  return (
    <div
      data-state="error"
      role="alert"
      className={cn('flex flex-1 flex-col items-center justify-center gap-2 px-6 py-8 text-center', className)}
    >
      <TriangleAlert aria-hidden className="size-5 text-halt" />
      <p className="font-semibold text-lead">{title}</p>
      <p className="max-w-[52ch] text-small text-text-2">
        {error.message} {safe}
      </p>
      <div className="mt-2 flex flex-wrap justify-center gap-2">
        {onRetry !== undefined && (
          <Button variant="default" onClick={onRetry}>
            <RotateCw aria-hidden /> Try again
          </Button>
        )}
        <Button variant="ghost" onClick={() => navigator.clipboard.writeText(details)}>
          <Copy aria-hidden /> Copy details
        </Button>
      </div>
      {problem !== undefined && <p className="break-all font-mono text-micro text-text-3">{details}</p>}
    </div>
  );
}

/** The lines of a table or a list that is on its way. */
export function LoadingRows({ rows = 6, className }: { readonly rows?: number; readonly className?: string }) {
  return (
    <div data-state="loading" role="status" className={cn('flex flex-col gap-[14px] px-3.5 py-2', className)}>
      <span className="sr-only">Loading.</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
        <Skeleton key={row} className={cn('h-5', row % 3 === 1 ? 'w-4/5' : row % 3 === 2 ? 'w-11/12' : 'w-full')} />
      ))}
    </div>
  );
}

/** The area of a chart that is on its way. */
export function LoadingChart({ className }: { readonly className?: string }) {
  return (
    <div data-state="loading" role="status" className={cn('flex flex-1 flex-col gap-3', className)}>
      <span className="sr-only">Loading.</span>
      <Skeleton className="h-8 w-44" />
      <Skeleton className="h-4 w-64" />
      <Skeleton className="min-h-40 flex-1 [clip-path:polygon(0_70%,14%_60%,26%_66%,40%_45%,55%_52%,70%_25%,85%_34%,100%_12%,100%_100%,0_100%)]" />
    </div>
  );
}

/** How old something is that should be newer. */
export function AgeChip({ ms }: { readonly ms: number }) {
  return (
    <Chip tone="warn" data-state="stale">
      <Clock aria-hidden /> {age(ms)} old
    </Chip>
  );
}
