import type { ComponentProps, ReactNode } from 'react';
import { cn } from '@/lib/cn';

export interface InputProps extends ComponentProps<'input'> {
  /** Shown inside at the right: bars, %, ATR. */
  readonly unit?: ReactNode;
}

export function Input({ className, unit, ...props }: InputProps) {
  return (
    <span
      data-slot="input"
      className={cn(
        'flex h-[34px] w-full items-center gap-2 rounded-control border border-line-strong bg-field px-2.5 max-phone:h-11',
        'focus-within:outline-2 focus-within:outline-offset-1 focus-within:outline-focus has-[[aria-invalid=true]]:border-halt has-[:disabled]:opacity-60',
        className,
      )}
    >
      <input className="w-full min-w-0 bg-transparent text-text outline-none placeholder:text-text-3" {...props} />
      {unit !== undefined && <span className="shrink-0 text-small text-text-3">{unit}</span>}
    </span>
  );
}
