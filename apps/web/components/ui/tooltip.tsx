'use client';

import { Tooltip as TooltipPrimitive } from 'radix-ui';
import type { ReactNode } from 'react';

export const TooltipProvider = TooltipPrimitive.Provider;

/** Says more about what it surrounds, to the pointer and to the focus alike; Escape takes it away. */
export function Tooltip({ says, children }: { readonly says: ReactNode; readonly children: ReactNode }) {
  return (
    <TooltipPrimitive.Root>
      <TooltipPrimitive.Trigger asChild>{children}</TooltipPrimitive.Trigger>
      <TooltipPrimitive.Portal>
        <TooltipPrimitive.Content
          data-slot="tooltip"
          sideOffset={6}
          collisionPadding={12}
          className="z-[60] max-w-80 rounded-control border border-line-strong bg-popover px-3 py-2 text-small text-text shadow-raised"
        >
          {says}
        </TooltipPrimitive.Content>
      </TooltipPrimitive.Portal>
    </TooltipPrimitive.Root>
  );
}
