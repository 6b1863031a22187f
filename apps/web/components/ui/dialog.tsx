'use client';

import { X } from 'lucide-react';
import { Dialog as DialogPrimitive } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from '@/lib/cn';
import { Button } from './button';

export const Dialog = DialogPrimitive.Root;
export const DialogClose = DialogPrimitive.Close;

export interface DialogContentProps extends Omit<ComponentProps<typeof DialogPrimitive.Content>, 'title'> {
  readonly title: ReactNode;
  /** What this is about, in a sentence. */
  readonly description?: ReactNode;
  /** A sheet comes from the side, or from below on a phone. */
  readonly kind?: 'dialog' | 'sheet';
}

export function DialogContent({
  className,
  title,
  description,
  kind = 'dialog',
  children,
  ...props
}: DialogContentProps) {
  return (
    <DialogPrimitive.Portal>
      <DialogPrimitive.Overlay className="fixed inset-0 z-50 bg-black/50" />
      <DialogPrimitive.Content
        data-slot="dialog-content"
        {...(description === undefined ? { 'aria-describedby': undefined } : {})}
        className={cn(
          'fixed z-50 flex flex-col overflow-hidden border border-line-strong bg-raised shadow-raised',
          kind === 'dialog' &&
            'top-[12vh] left-1/2 max-h-[76vh] w-[min(520px,calc(100vw-24px))] -translate-x-1/2 rounded-panel',
          kind === 'sheet' &&
            'inset-y-1 right-0 w-[min(440px,100vw)] rounded-l-panel max-phone:inset-x-0 max-phone:top-auto max-phone:bottom-0 max-phone:max-h-[88vh] max-phone:w-full max-phone:rounded-t-sheet max-phone:rounded-b-none',
          className,
        )}
        {...props}
      >
        <header className="flex items-start gap-3 px-4 pt-3.5 pb-2">
          <div className="min-w-0 flex-1">
            <DialogPrimitive.Title className="font-semibold text-title">{title}</DialogPrimitive.Title>
            {description !== undefined && (
              <DialogPrimitive.Description className="mt-1 text-text-2">{description}</DialogPrimitive.Description>
            )}
          </div>
          <DialogPrimitive.Close asChild>
            <Button variant="ghost" size="icon-small" aria-label="Close">
              <X aria-hidden />
            </Button>
          </DialogPrimitive.Close>
        </header>
        <div className="min-h-0 flex-1 overflow-y-auto px-4 pt-1 pb-4">{children}</div>
      </DialogPrimitive.Content>
    </DialogPrimitive.Portal>
  );
}
