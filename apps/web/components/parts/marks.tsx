import { cn } from '@/lib/cn';

// Marks are drawn, because the font has no triangles; they are hidden from readers, who get the sign or the word beside them.

/** Up hollow, down solid, flat a bar. */
export function Triangle({ of, className }: { readonly of: number; readonly className?: string }) {
  if (of === 0 || Number.isNaN(of)) {
    return (
      <svg aria-hidden viewBox="0 0 8 8" className={cn('inline-block size-2', className)}>
        <path d="M0 4h8" stroke="currentColor" strokeWidth="1.6" />
      </svg>
    );
  }
  return (
    <svg aria-hidden viewBox="0 0 8 8" className={cn('inline-block size-2', className)}>
      {of > 0 ? (
        <path d="M4 1.2 7.2 7H.8Z" fill="none" stroke="currentColor" strokeWidth="1.2" strokeLinejoin="round" />
      ) : (
        <path d="M4 7.4.4.8h7.2Z" fill="currentColor" />
      )}
    </svg>
  );
}

export type Condition = 'ok' | 'slow' | 'down' | 'off';

const shapes: Record<Condition, { readonly color: string; readonly path: React.ReactNode }> = {
  ok: { color: 'text-up', path: <circle cx="4" cy="4" r="3.6" fill="currentColor" /> },
  slow: { color: 'text-warn', path: <path d="M4 .4 7.8 7.4H.2Z" fill="currentColor" /> },
  down: { color: 'text-halt', path: <rect x=".6" y=".6" width="6.8" height="6.8" fill="currentColor" /> },
  off: {
    color: 'text-text-3',
    path: <circle cx="4" cy="4" r="3" fill="none" stroke="currentColor" strokeWidth="1.2" />,
  },
};

/** A condition as a shape, and as its word for those who cannot see it. */
export function ConditionMark({ of, word }: { readonly of: Condition; readonly word?: string }) {
  const { color, path } = shapes[of];
  return (
    <>
      <svg aria-hidden viewBox="0 0 8 8" className={cn('size-2 shrink-0', color)}>
        {path}
      </svg>
      <span className="sr-only">{word ?? of}:</span>
    </>
  );
}

/** The hollow candle. */
export function Logo({ className }: { readonly className?: string }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 16 20"
      className={cn('h-5 w-4', className)}
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
    >
      <path d="M8 0v5M8 15v5" />
      <rect x="2" y="5" width="12" height="10" rx="1" />
    </svg>
  );
}

/** A candle that is not there yet. */
export function EmptyCandle({ className }: { readonly className?: string }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 24 40"
      className={cn('h-10 w-6 text-text-2', className)}
      fill="none"
      stroke="currentColor"
      strokeWidth="2.4"
      strokeDasharray="4 3"
    >
      <path d="M12 1v8M12 31v8" />
      <rect x="2" y="9" width="20" height="22" rx="2" />
    </svg>
  );
}
