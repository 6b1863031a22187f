'use client';

import { ToggleGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from '@/lib/cn';

export interface SegmentedProps<T extends string> {
  /** What is chosen here, for those who cannot see it. */
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: ReactNode; readonly disabled?: boolean }[];
  readonly onChange: (value: T) => void;
  readonly className?: string;
}

/** One of a few. Arrow keys go from one to the next. */
export function Segmented<T extends string>({ label, value, options, onChange, className }: SegmentedProps<T>) {
  return (
    <ToggleGroup.Root
      data-slot="segmented"
      type="single"
      aria-label={label}
      value={value}
      // Choosing what is chosen does not take the choice away.
      onValueChange={(next) => next !== '' && onChange(next as T)}
      className={cn(
        'inline-flex h-7 items-stretch overflow-hidden rounded-control border border-line-strong max-phone:h-11',
        className,
      )}
    >
      {options.map((option) => (
        <ToggleGroup.Item
          key={option.value}
          value={option.value}
          disabled={option.disabled ?? false}
          className="flex flex-1 items-center justify-center gap-1.5 whitespace-nowrap border-line-strong px-2.5 text-small font-[550] text-text-2 not-first:border-l hover:bg-raised hover:text-text focus-visible:outline-offset-[-2px] disabled:cursor-not-allowed disabled:text-text-3 data-[state=on]:bg-raised data-[state=on]:font-semibold data-[state=on]:text-text"
        >
          {option.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
