import { cn } from '@/lib/cn';

/** The shape of what comes. It does not shimmer, and shows only when waiting takes longer than a blink. */
export function Skeleton({ className }: { readonly className?: string }) {
  return (
    <div
      aria-hidden
      data-slot="skeleton"
      className={cn('animate-[appear_1ms_150ms_both] rounded-mark bg-raised', className)}
    />
  );
}
