import { Switch as SwitchPrimitive } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn';

export function Switch({ className, ...props }: ComponentProps<typeof SwitchPrimitive.Root>) {
  return (
    <SwitchPrimitive.Root
      data-slot="switch"
      className={cn(
        'relative inline-flex h-6 w-10 shrink-0 items-center rounded-full border border-line-strong bg-field p-0.5 data-[state=checked]:border-accent-fill data-[state=checked]:bg-accent-fill',
        className,
      )}
      {...props}
    >
      <SwitchPrimitive.Thumb className="block size-4 rounded-full border border-line-strong bg-text-2 transition-transform duration-[120ms] data-[state=checked]:translate-x-4 data-[state=checked]:border-on-accent data-[state=checked]:bg-on-accent" />
    </SwitchPrimitive.Root>
  );
}
