'use client';

import { DropdownMenu } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn';

export const Menu = DropdownMenu.Root;
export const MenuTrigger = DropdownMenu.Trigger;
export const MenuRadioGroup = DropdownMenu.RadioGroup;

export function MenuContent({ className, ...props }: ComponentProps<typeof DropdownMenu.Content>) {
  return (
    <DropdownMenu.Portal>
      <DropdownMenu.Content
        data-slot="menu-content"
        sideOffset={6}
        collisionPadding={12}
        className={cn(
          'z-50 max-h-[70vh] min-w-48 overflow-y-auto rounded-panel border border-line-strong bg-popover p-1 shadow-raised',
          className,
        )}
        {...props}
      />
    </DropdownMenu.Portal>
  );
}

const item =
  'flex min-h-8 cursor-pointer items-center gap-2.5 rounded-control px-2.5 text-text outline-none data-[disabled]:cursor-not-allowed data-[disabled]:text-text-3 data-[highlighted]:bg-inset data-[state=checked]:font-semibold max-phone:min-h-11 [&_svg]:size-4 [&_svg]:text-text-3';

export function MenuItem({ className, ...props }: ComponentProps<typeof DropdownMenu.Item>) {
  return <DropdownMenu.Item data-slot="menu-item" className={cn(item, className)} {...props} />;
}

export function MenuRadioItem({ className, ...props }: ComponentProps<typeof DropdownMenu.RadioItem>) {
  return <DropdownMenu.RadioItem data-slot="menu-radio-item" className={cn(item, className)} {...props} />;
}

export function MenuLabel({ className, ...props }: ComponentProps<typeof DropdownMenu.Label>) {
  return (
    <DropdownMenu.Label
      data-slot="menu-label"
      className={cn('px-2.5 pt-2 pb-1 text-micro text-text-2', className)}
      {...props}
    />
  );
}

export function MenuSeparator({ className, ...props }: ComponentProps<typeof DropdownMenu.Separator>) {
  return <DropdownMenu.Separator className={cn('my-1 h-px bg-line', className)} {...props} />;
}
