import type { ComponentProps, ReactNode } from 'react';
import { cn } from '@/lib/cn';

export interface PanelProps extends Omit<ComponentProps<'section'>, 'title'> {
  readonly title: string;
  /** How many, or over which span; beside the title. */
  readonly count?: ReactNode;
  /** What can be done here; at the right of the header. */
  readonly actions?: ReactNode;
  /** Where this is from, as of when, and which check ran. Every panel with data has one. */
  readonly receipt?: ReactNode;
  /** The header is for those who cannot see the panel; the body shows its own lead. */
  readonly bare?: boolean;
  /** The body goes to the edges, as a table does. */
  readonly flush?: boolean;
  readonly tone?: 'plain' | 'warn' | 'halt';
}

/** A surface with a title, a body and a receipt. */
export function Panel({
  title,
  count,
  actions,
  receipt,
  bare = false,
  flush = false,
  tone = 'plain',
  className,
  children,
  ...props
}: PanelProps) {
  return (
    <section
      data-slot="panel"
      aria-label={title}
      className={cn(
        'flex min-w-0 flex-col rounded-panel border border-line bg-panel max-phone:rounded-sheet print:break-inside-avoid',
        tone === 'warn' && 'border-warn-fill/60',
        tone === 'halt' && 'border-halt/60',
        className,
      )}
      {...props}
    >
      {bare ? (
        <h2 className="sr-only">{title}</h2>
      ) : (
        <header className="flex min-h-[42px] flex-wrap items-center gap-x-3 gap-y-1.5 px-3.5 py-1.5">
          <h2 className="font-semibold">{title}</h2>
          {count !== undefined && <span className="text-small text-text-3">{count}</span>}
          {actions !== undefined && <div className="ml-auto flex flex-wrap items-center gap-2">{actions}</div>}
        </header>
      )}
      <div className={cn('flex min-h-0 flex-1 flex-col', !flush && 'px-3.5 pb-3.5', bare && !flush && 'pt-3.5')}>
        {children}
      </div>
      {receipt !== undefined && (
        <footer
          data-slot="receipt"
          className="flex min-h-[30px] flex-wrap items-center justify-between gap-x-4 border-line border-t border-dashed px-3.5 py-1.5 text-micro text-text-2"
        >
          {receipt}
        </footer>
      )}
    </section>
  );
}
