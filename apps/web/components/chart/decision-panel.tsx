'use client';

import { Check, CircleDashed, Crosshair, Pin, X } from 'lucide-react';
import { Failed, LoadingRows } from '@/components/parts/states';
import { useSleeves } from '@/components/portfolio/use-sleeves';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { Select } from '@/components/ui/select';
import { useCurrent } from '@/lib/current';
import { count, decimal, percent, price, probability } from '@/lib/format';
import type { Decision, Session } from '@/lib/live/topics';
import { day, dayAndHour } from '@/lib/time';
import { type Step, stepsOf, turnoutWords, wantWords } from './decision-words';
import { type StandingDecision, useWhatFollowed } from './use-decision';
import { VoteMembers } from './vote-members';
import { VoteRule } from './vote-rule';

export interface DecisionPanelProps {
  readonly session: Session;
  readonly sleeves: Session['sleeves'];
  readonly sleeveId: string | undefined;
  readonly onSleeve: (sleeveId: string) => void;
  readonly standing: StandingDecision;
  /** Session day of the bar at the cursor. */
  readonly barDay: string | undefined;
  readonly barOpenedMs: number | undefined;
  readonly isPinned: boolean;
  readonly onUnpin: () => void;
  readonly tickSize: number;
}

/** What a strategy thought at the bar under the cursor, why, and what became of it. */
export function DecisionPanel(props: DecisionPanelProps) {
  const { session, sleeves, sleeveId, onSleeve, standing, barDay, isPinned, onUnpin } = props;
  const { decision, isLoading, error } = standing;
  const named = useSleeves(session);
  return (
    <section aria-label="Decision at the cursor" className="flex min-h-0 flex-1 flex-col">
      <header className="flex min-h-[42px] items-center gap-2 px-4 pt-2">
        <h2 className="font-semibold">{decision?.voteSheet ? 'Vote sheet' : 'Decision'}</h2>
        <span className="ml-auto flex items-center gap-1.5 rounded-control border border-line-strong/60 px-2 py-0.5 text-micro text-text-2">
          {isPinned ? <Pin aria-hidden className="size-3.5" /> : <Crosshair aria-hidden className="size-3.5" />}
          {barDay === undefined ? 'no bar' : `${day(`${barDay}T12:00:00Z`)} close`}
        </span>
        {isPinned && (
          <Button variant="ghost" size="icon-small" aria-label="Unpin" onClick={onUnpin}>
            <X aria-hidden />
          </Button>
        )}
      </header>
      {sleeves.length > 1 && (
        <div className="px-4 pt-1 pb-2">
          <Select
            aria-label="Sleeve"
            value={sleeveId ?? ''}
            onChange={({ currentTarget }) => onSleeve(currentTarget.value)}
          >
            {sleeves.map(({ id, capitalShare }) => (
              <option key={id} value={id}>
                {named.get(id)?.name ?? id} ({percent(capitalShare)} of capital)
              </option>
            ))}
          </Select>
        </div>
      )}
      {/* It may be longer than the screen, and is then scrolled by key as well. */}
      <section
        aria-label="What it said and why"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by key
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto px-4 pb-3 focus-visible:outline-offset-[-2px]"
      >
        {error !== null ? (
          <Failed title="The decision could not be loaded." error={error} />
        ) : isLoading ? (
          <LoadingRows className="px-0" />
        ) : decision === undefined ? (
          <NoDecision session={session} />
        ) : (
          <DecisionBody key={decision.seq} {...props} decision={decision} />
        )}
      </section>
      <footer
        data-slot="receipt"
        className="flex min-h-[30px] items-center justify-between gap-3 border-line border-t border-dashed px-4 py-1.5 text-micro text-text-2"
      >
        {decision === undefined
          ? 'No decision at this bar.'
          : `Journal entry ${count(decision.seq)}, ${dayAndHour(decision.at)}`}
      </footer>
    </section>
  );
}

function NoDecision({ session }: { readonly session: Session }) {
  return (
    <p className="py-3 text-text-2">
      The strategy had said nothing yet. It was shown {count(session.feed.startAt)} bars before its first decision, so
      that it knows what came before.
    </p>
  );
}

function DecisionBody({
  decision,
  session,
  barOpenedMs,
  tickSize,
}: DecisionPanelProps & { readonly decision: Decision }) {
  const { voteSheet, reasons, want, confidence, horizonBars, probabilityUp } = decision;
  const up = voteSheet === null ? probabilityUp : voteSheet.probabilityUp;
  const isEarlier = barOpenedMs !== undefined && Date.parse(decision.at) <= barOpenedMs;
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-semibold text-stat">{up === null ? wantWords(want) : `${probability(up)} up`}</span>
        <span className="text-small text-text-2">
          {horizonBars !== null && `in ${count(horizonBars)} bars`}
          {confidence !== null && `${horizonBars === null ? '' : '; '}confidence ${probability(confidence)}`}
        </span>
      </p>
      {voteSheet !== null && (
        <>
          <VoteRule up={voteSheet.probabilityUp} base={voteSheet.base} />
          <p className="mb-3 text-text-2">
            {turnoutWords(voteSheet)} <strong className="font-semibold text-text">{wantWords(want)}.</strong>
          </p>
        </>
      )}
      {isEarlier && (
        <p className="mb-3 text-small text-text-2">
          Said at the close of {day(decision.at)}; nothing new since, so it still stood.
        </p>
      )}
      {voteSheet === null ? <Reasons decision={decision} tickSize={tickSize} /> : <VoteMembers sheet={voteSheet} />}
      {voteSheet !== null && reasons.length === 0 && want === 'abstain' && (
        <p className="mt-2 text-text-2">No opinion: {decision.code}.</p>
      )}
      <FromDecisionToOrder session={session} decision={decision} tickSize={tickSize} />
    </>
  );
}

function Reasons({ decision, tickSize }: { readonly decision: Decision; readonly tickSize: number }) {
  const { reasons, code, stop, targets, invalidation, features, want, probabilityUp } = decision;
  const prices = [
    ...(stop === null ? [] : [['Stop', price(stop, tickSize)] as const]),
    ...targets.map((target, place) => [`Target ${place + 1}`, price(target, tickSize)] as const),
    ...(invalidation === null ? [] : [['Proven wrong at', price(invalidation, tickSize)] as const]),
  ];
  const facts = Object.entries(features).map(
    ([name, value]) => [name, value === null ? 'missing' : decimal(value, 4)] as const,
  );
  return (
    <>
      {probabilityUp !== null && <p className="mb-2 font-semibold">{wantWords(want)}.</p>}
      <ul className="flex flex-col gap-1.5 text-text-2">
        {reasons.map((reason) => (
          <li key={reason}>{reason}.</li>
        ))}
        {reasons.length === 0 && <li>It gave no reason{code === null ? '.' : `: ${code}.`}</li>}
      </ul>
      {[...prices, ...facts].length > 0 && (
        <dl className="mt-3 grid grid-cols-[1fr_auto] gap-x-3 gap-y-1 border-line border-t pt-2.5 text-small">
          {[...prices, ...facts].map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-text-2">{name}</dt>
              <dd className="text-right">{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

const stepMarks: Record<Step['state'], React.ReactNode> = {
  done: <Check aria-hidden className="size-4 text-up" />,
  refused: <X aria-hidden className="size-4 text-halt" />,
  waiting: <CircleDashed aria-hidden className="size-4 text-text-3" />,
  none: <CircleDashed aria-hidden className="size-4 text-text-3" />,
};

function FromDecisionToOrder({
  session,
  decision,
  tickSize,
}: {
  readonly session: Session;
  readonly decision: Decision;
  readonly tickSize: number;
}) {
  const { href } = useCurrent();
  const { events, isLoading, isTooFar } = useWhatFollowed(session.id, decision);
  return (
    <section aria-label="From decision to order" className="mt-3 border-line border-t pt-3">
      <h3 className="mb-2 text-small text-text-2">From {decision.voteSheet === null ? 'decision' : 'vote'} to order</h3>
      {isTooFar ? (
        <p className="text-text-2">
          That is too many happenings ago to be looked up here.{' '}
          <Link className="text-accent underline" href={href('/orders')}>
            Orders
          </Link>{' '}
          has all of them.
        </p>
      ) : isLoading ? (
        <LoadingRows rows={3} className="px-0" />
      ) : (
        <ul className="flex flex-col gap-2">
          {stepsOf(events, tickSize).map(({ title, state, words }) => (
            <li key={title} className="flex gap-2">
              <span className="mt-0.5">{stepMarks[state]}</span>
              <span className="w-14 shrink-0 font-semibold">
                {title}
                <span className="sr-only"> {state}</span>
              </span>
              <span className={state === 'refused' ? 'text-text' : 'text-text-2'}>{words}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
