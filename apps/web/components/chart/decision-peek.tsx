'use client';

import { Triangle } from '@/components/parts/marks';
import { Button } from '@/components/ui/button';
import { count, probability } from '@/lib/format';
import { wantWords } from './decision-words';
import type { StandingDecision } from './use-decision';
import { byPull } from './vote-members';
import { VoteRule } from './vote-rule';

const MEMBERS = 3;

/** The decision on a phone: the verdict, its strongest members, and what can be done. */
export function DecisionPeek({
  standing,
  onMore,
  onOrder,
}: {
  readonly standing: StandingDecision;
  readonly onMore: () => void;
  readonly onOrder: (() => void) | undefined;
}) {
  const { decision } = standing;
  const sheet = decision?.voteSheet ?? undefined;
  const up = sheet === undefined ? decision?.probabilityUp : sheet.probabilityUp;
  return (
    <section
      aria-label="Decision at the cursor"
      className="rounded-t-sheet border border-line-strong/60 border-b-0 bg-panel px-4 pt-3 pb-4 text-lead"
    >
      <h2 className="sr-only">Decision at the cursor</h2>
      {decision === undefined ? (
        <p className="text-text-2">{standing.isLoading ? 'Loading.' : 'The strategy had said nothing yet.'}</p>
      ) : (
        <>
          <p className="flex items-baseline gap-2">
            <span className="font-semibold text-stat">
              {up === null || up === undefined ? wantWords(decision.want) : `${probability(up)} up`}
            </span>
            {decision.horizonBars !== null && (
              <span className="text-small text-text-2">in {count(decision.horizonBars)} bars</span>
            )}
            <Button variant="link" className="ml-auto" onClick={onMore}>
              {sheet === undefined ? 'Why' : 'Vote sheet'}
            </Button>
          </p>
          {sheet === undefined ? (
            <p className="text-small text-text-2">{decision.reasons.join('. ')}.</p>
          ) : (
            <>
              <VoteRule up={sheet.probabilityUp} base={sheet.base} />
              <ul>
                {byPull(sheet.votes)
                  .slice(0, MEMBERS)
                  .map(({ id, probabilityUp, logOddsContribution, reasons }) => (
                    <li key={id} className="flex min-h-9 items-center gap-2.5 border-line border-t py-1.5">
                      <Triangle
                        of={probabilityUp === null ? 0 : logOddsContribution}
                        className={
                          probabilityUp === null ? 'text-flat' : logOddsContribution >= 0 ? 'text-up' : 'text-down'
                        }
                      />
                      <span className="shrink-0 font-[550] text-small">{id}</span>
                      <span className="min-w-0 flex-1 truncate text-small text-text-2">{reasons[0]}</span>
                      <span className="shrink-0 font-semibold text-small">
                        {probabilityUp === null ? 'abstains' : probability(probabilityUp)}
                      </span>
                    </li>
                  ))}
              </ul>
            </>
          )}
        </>
      )}
      {onOrder !== undefined && (
        <Button variant="default" className="mt-3 w-full" onClick={onOrder}>
          Order
        </Button>
      )}
    </section>
  );
}
