import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn';

/** The browser's own choice list: quick, known to every assistive technology, and right on a phone. */
export function Select({ className, children, ...props }: ComponentProps<'select'>) {
  return (
    <span data-slot="select" className={cn('relative inline-flex w-full', className)}>
      <select
        className="h-[34px] w-full appearance-none truncate rounded-control border border-line-strong bg-field pr-8 pl-2.5 text-text disabled:opacity-60 aria-[invalid=true]:border-halt max-phone:h-11"
        {...props}
      >
        {children}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-text-3"
      />
    </span>
  );
}
