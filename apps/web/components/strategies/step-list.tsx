import { Check, Hourglass, X } from 'lucide-react';
import { cn } from '@/lib/cn';
import type { StepResult, StepState } from './use-steps';

const words: Readonly<Record<StepState, string>> = {
  waiting: 'not yet',
  busy: 'being done',
  done: 'done',
  failed: 'failed',
};

/** What is done one after the other, and what came of each. */
export function StepList({ results }: { readonly results: readonly StepResult[] }) {
  return (
    <ol aria-live="polite" aria-label="Steps" className="flex flex-col gap-2">
      {results.map(({ title, state, words: said }) => (
        <li key={title} className="flex gap-2.5 text-small">
          <span
            className={cn(
              'mt-px flex size-4 shrink-0 items-center justify-center rounded-full border-[1.5px]',
              state === 'waiting' && 'border-text-3 border-dashed',
              state === 'busy' && 'border-accent text-accent',
              state === 'done' && 'border-up text-up',
              state === 'failed' && 'border-halt text-halt',
            )}
          >
            {state === 'done' && <Check aria-hidden className="size-3" />}
            {state === 'failed' && <X aria-hidden className="size-3" />}
            {state === 'busy' && <Hourglass aria-hidden className="size-2.5" />}
          </span>
          <span className="min-w-0">
            <span className={state === 'waiting' ? 'text-text-3' : 'font-semibold'}>{title}</span>
            <span className="sr-only">: {words[state]}.</span>
            {said !== undefined && (
              <span className={cn('block', state === 'failed' ? 'text-halt' : 'text-text-2')}>{said}</span>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}
