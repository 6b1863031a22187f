'use client';

import { ChevronDown, ChevronUp, FlaskRound } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { cn } from '@/lib/cn';
import { useCurrent } from '@/lib/current';
import { usePreference } from '@/lib/preferences';
import { DemoRestart } from './demo-restart';
import { useDemo } from './use-demo';

/** Says that this is the demo, and what of it is real, replayed, simulated and made up; folds to one line. */
export function DemoNote() {
  const { labels, isShown } = useDemo();
  const { href } = useCurrent();
  // A phone has room for one line until more is asked for.
  const [folded, fold] = usePreference<boolean | undefined>('demo-note-folded', undefined);
  if (!isShown || labels === undefined) return null;
  const parts = [
    { word: 'Real', text: labels.prices },
    { word: 'Replayed', text: labels.replay },
    { word: 'Simulated', text: labels.money },
    { word: 'Synthetic', text: labels.synthetic },
  ];
  return (
    <section
      aria-label="About the demo"
      data-slot="demo-note"
      className="flex flex-col gap-2 rounded-panel border border-accent/60 bg-panel px-3.5 py-2 max-phone:rounded-sheet"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <FlaskRound aria-hidden className="size-4 shrink-0 text-accent" />
        <p className="min-w-0 flex-1 basis-64">
          <strong className="font-semibold">This is the demo.</strong>{' '}
          <span className="text-text-2">
            Strategies trade prices of the past, replayed as if they were now, with simulated money.
          </span>
        </p>
        <div className="flex flex-wrap items-center gap-2">
          <Button variant="default" size="small" asChild>
            <Link href={href('/strategies', { make: 'account' })}>Make your own</Link>
          </Button>
          <DemoRestart />
          {folded === undefined ? (
            <>
              <Fold isFolded={false} onChange={fold} className="max-phone:hidden" />
              <Fold isFolded onChange={fold} className="phone:hidden" />
            </>
          ) : (
            <Fold isFolded={folded} onChange={fold} />
          )}
        </div>
      </div>
      {folded !== true && (
        <dl
          className={cn(
            'grid grid-cols-4 gap-x-4 gap-y-2 text-small max-wide:grid-cols-2 max-phone:grid-cols-1',
            folded === undefined && 'max-phone:hidden',
          )}
        >
          {parts.map(({ word, text }) => (
            <div key={word}>
              <dt className="font-semibold">{word}</dt>
              <dd className="text-text-2">{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

function Fold({
  isFolded,
  onChange,
  className,
}: {
  readonly isFolded: boolean;
  readonly onChange: (isFolded: boolean) => void;
  readonly className?: string;
}) {
  return (
    <Button
      variant="ghost"
      size="icon-small"
      aria-expanded={!isFolded}
      aria-label={isFolded ? 'What is real and what is not' : 'Fold to one line'}
      onClick={() => onChange(!isFolded)}
      {...(className === undefined ? {} : { className })}
    >
      {isFolded ? <ChevronDown aria-hidden /> : <ChevronUp aria-hidden />}
    </Button>
  );
}
