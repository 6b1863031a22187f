import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn';

const chipVariants = cva(
  'inline-flex h-[22px] items-center gap-1.5 whitespace-nowrap rounded-[5px] border px-2 text-micro font-[550] [&_svg]:size-3.5',
  {
    variants: {
      tone: {
        plain: 'border-line-strong/60 text-text-2',
        up: 'border-up/60 text-up',
        warn: 'border-warn-fill/70 text-warn',
        halt: 'border-halt/70 text-halt',
        accent: 'border-accent/60 text-accent',
        muted: 'border-line text-text-3',
      },
    },
    defaultVariants: { tone: 'plain' },
  },
);

/** An icon and one or two words: a verdict, an age, a state. Never a number. */
export function Chip({ className, tone, ...props }: ComponentProps<'span'> & VariantProps<typeof chipVariants>) {
  return <span data-slot="chip" className={cn(chipVariants({ tone }), className)} {...props} />;
}
