import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Label } from '@/components/ui/label';

export interface FieldProps {
  readonly id: string;
  readonly label: string;
  /** The range or the unit, at the right of the label. */
  readonly hint?: ReactNode;
  /** What is wrong, naming the field and the rule. */
  readonly error?: string | undefined;
  readonly help?: ReactNode;
  readonly children: ReactNode;
}

/** A control with its label, its limits, and what is wrong with it. The control carries `id` and `aria-describedby={id}-error`. */
export function Field({ id, label, hint, error, help, children }: FieldProps) {
  return (
    <div data-slot="field" className="flex min-w-0 flex-col gap-1.5">
      <div className="flex items-baseline justify-between gap-2">
        <Label htmlFor={id}>{label}</Label>
        {hint !== undefined && <span className="text-micro text-text-3">{hint}</span>}
      </div>
      {children}
      {help !== undefined && <p className="text-micro text-text-3">{help}</p>}
      <p
        id={`${id}-error`}
        aria-live="polite"
        className={error === undefined ? 'hidden' : 'flex gap-1.5 text-halt text-small'}
      >
        {error !== undefined && (
          <>
            <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
            {error}
          </>
        )}
      </p>
    </div>
  );
}
