'use client';

import { Check, TriangleAlert, X } from 'lucide-react';
import { Toast as ToastPrimitive } from 'radix-ui';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/lib/cn';

interface Message {
  readonly id: number;
  readonly text: string;
  readonly tone: 'done' | 'failed';
  readonly undo?: () => void;
}

type Say = (text: string, more?: { readonly tone?: 'done' | 'failed'; readonly undo?: () => void }) => void;

const ToastContext = createContext<Say | undefined>(undefined);
const DONE_MS = 6_000;
const FAILED_MS = 12_000;

/** Says what was done and can be undone, or what could not be done. What orders become is never said here: it stands in their timeline. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [messages, setMessages] = useState<readonly Message[]>([]);
  const say = useCallback<Say>((text, { tone = 'done', undo } = {}) => {
    const message: Message = { id: Math.random(), text, tone, ...(undo === undefined ? {} : { undo }) };
    setMessages((known) => [...known.slice(-2), message]);
  }, []);
  const drop = (id: number) => setMessages((known) => known.filter((message) => message.id !== id));
  return (
    <ToastContext value={useMemo(() => say, [say])}>
      <ToastPrimitive.Provider label="Messages" swipeDirection="right">
        {children}
        {messages.map(({ id, text, tone, undo }) => (
          <ToastPrimitive.Root
            key={id}
            data-slot="toast"
            duration={tone === 'done' ? DONE_MS : FAILED_MS}
            onOpenChange={(isOpen) => !isOpen && drop(id)}
            className={cn(
              'flex items-center gap-3 rounded-panel border bg-raised px-3.5 py-2.5 shadow-raised',
              tone === 'done' ? 'border-line-strong' : 'border-halt',
            )}
          >
            {tone === 'done' ? (
              <Check aria-hidden className="size-4 shrink-0 text-up" />
            ) : (
              <TriangleAlert aria-hidden className="size-4 shrink-0 text-halt" />
            )}
            <ToastPrimitive.Description className="min-w-0 flex-1">{text}</ToastPrimitive.Description>
            {undo !== undefined && (
              <ToastPrimitive.Action altText="Undo" asChild>
                <Button variant="link" size="small" onClick={undo}>
                  Undo
                </Button>
              </ToastPrimitive.Action>
            )}
            <ToastPrimitive.Close asChild>
              <Button variant="ghost" size="icon-small" aria-label="Dismiss">
                <X aria-hidden />
              </Button>
            </ToastPrimitive.Close>
          </ToastPrimitive.Root>
        ))}
        <ToastPrimitive.Viewport className="fixed right-5 bottom-10 z-[70] flex w-[min(380px,calc(100vw-24px))] flex-col gap-2 max-phone:right-3 max-phone:bottom-24" />
      </ToastPrimitive.Provider>
    </ToastContext>
  );
}

/** Returns what shows a message at the lower right. */
export function useToast(): Say {
  const say = useContext(ToastContext);
  if (say === undefined) throw new Error('useToast is used outside of ToastProvider.');
  return say;
}
