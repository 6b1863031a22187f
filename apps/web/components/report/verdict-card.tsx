'use client';

import { Minus, Plus, RotateCw } from 'lucide-react';
import { Chip } from '@/components/parts/chip';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { cn } from '@/lib/cn';
import { useCurrent } from '@/lib/current';
import { counted } from '@/lib/format';
import { draftOf, searchOf } from '../lab/backtest-draft';
import { headlineParts } from './headline-parts';
import { LuckCurve, luckOf } from './luck-curve';
import { absence, type RunDocument } from './run-document';
import { verdicts } from './verdict-chip';

/** Whether to believe the run: in words at the left, as a picture of luck at the right. */
export function VerdictCard({ document }: { readonly document: RunDocument }) {
  const { href } = useCurrent();
  const { assessment, manifest } = document;
  const { verdict, reasons = [], sharpeInterval } = assessment;
  const { title, icon: Icon, tone } = verdicts[verdict.id];
  const { words, sentence } = headlineParts(verdict.headline);
  const luck = luckOf(assessment);
  return (
    <section
      aria-label={`Verdict: ${title}`}
      className={cn(
        'grid grid-cols-[minmax(0,9fr)_minmax(0,11fr)] rounded-panel border bg-panel max-phone:rounded-sheet max-wide:grid-cols-1 print:break-inside-avoid print:grid-cols-1',
        tone === 'warn' ? 'border-warn-fill/60' : tone === 'up' ? 'border-up/60' : 'border-line-strong',
      )}
    >
      <div className="flex flex-col gap-2.5 p-5 max-phone:p-3.5">
        <div className="flex flex-wrap items-center gap-2.5">
          <Chip tone={tone}>
            <Icon aria-hidden /> Verdict
          </Chip>
          <span className="text-micro text-text-2">
            {manifest.trials === null
              ? 'nobody counted the tries'
              : `${counted(manifest.trials, 'try', 'tries')} counted by the trial ledger`}
          </span>
        </div>
        <h2 className="font-[620] text-verdict">{words}</h2>
        <p className="max-w-[60ch] text-lead">
          {sentence !== undefined && <>{sentence} </>}
          {verdict.why}
        </p>
        {reasons.length > 0 && (
          <ul aria-label="Reasons" className="flex flex-col gap-1.5">
            {reasons.map(({ weighs, code, sentence: reason }) => (
              <li key={code} className="flex gap-3 text-small">
                {weighs === 'for' ? (
                  <Plus aria-hidden className="mt-px size-4 shrink-0 text-up" />
                ) : (
                  <Minus aria-hidden className="mt-px size-4 shrink-0 text-down" />
                )}
                <span>
                  <span className="sr-only">{weighs === 'for' ? 'For: ' : 'Against: '}</span>
                  {reason}
                </span>
              </li>
            ))}
          </ul>
        )}
        <p className="text-small text-text-2">
          <span className="font-semibold text-text">What would change it:</span> {verdict.whatWouldChangeIt}
        </p>
        <div className="mt-auto flex flex-wrap items-center gap-2.5 pt-1.5" data-print="hide">
          <Button asChild variant="default">
            <Link href={href('/backtests', searchOf(draftOf(manifest)))}>
              <RotateCw aria-hidden /> Change and run again
            </Link>
          </Button>
          <span className="text-small text-text-2">another setting adds a try</span>
        </div>
      </div>
      <div className="flex flex-col justify-center border-line border-l p-5 max-wide:border-t max-wide:border-l-0 max-phone:p-3.5 print:border-t print:border-l-0">
        {luck === undefined ? (
          <div className="flex flex-col gap-3">
            <div aria-hidden className="hatched h-24 rounded-mark opacity-40" />
            <p className="text-small text-text-2">
              <span className="font-semibold text-text">How much of it is luck is missing.</span>{' '}
              {absence(assessment.luck, 'how much of a result is luck')}
            </p>
          </div>
        ) : (
          <>
            <h3 className="sr-only">How much of it is luck</h3>
            <LuckCurve luck={luck} interval={sharpeInterval} />
          </>
        )}
      </div>
    </section>
  );
}
