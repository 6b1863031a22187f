import { cva, type VariantProps } from 'class-variance-authority';
import { Slot } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn';

const buttonVariants = cva(
  'inline-flex shrink-0 select-none items-center justify-center gap-2 whitespace-nowrap rounded-control font-[550] transition-colors duration-[120ms] disabled:cursor-not-allowed disabled:opacity-60 [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        default: 'bg-primary font-semibold text-primary-foreground hover:brightness-110',
        outline: 'border border-line-strong bg-transparent text-text hover:bg-raised',
        ghost: 'text-text-2 hover:bg-raised hover:text-text',
        link: 'h-auto! px-0! text-accent underline-offset-4 hover:underline',
        halt: 'border-[1.5px] border-halt text-halt font-semibold hover:bg-raised',
        destructive: 'bg-destructive font-semibold text-on-halt hover:brightness-110',
      },
      size: {
        default: 'h-[34px] px-3.5 text-body max-phone:h-11',
        small: 'h-7 px-2.5 text-small max-phone:h-11',
        icon: 'size-[34px] max-phone:size-11',
        'icon-small': 'size-7 max-phone:size-11',
      },
    },
    defaultVariants: { variant: 'outline', size: 'default' },
  },
);

export interface ButtonProps extends ComponentProps<'button'>, VariantProps<typeof buttonVariants> {
  /** Gives the looks to the child, a link for instance. */
  readonly asChild?: boolean;
}

export function Button({ className, variant, size, asChild = false, type = 'button', ...props }: ButtonProps) {
  const classes = cn(buttonVariants({ variant, size }), className);
  if (asChild) return <Slot.Root data-slot="button" className={classes} {...props} />;
  return <button data-slot="button" type={type} className={classes} {...props} />;
}
