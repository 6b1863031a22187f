import { memo } from 'react';
import { cn } from '@/lib/cn';
import { percent, probability, ratio } from '@/lib/format';
import type { Decision } from '@/lib/live/topics';

export type VoteSheetData = NonNullable<Decision['voteSheet']>;
type Vote = VoteSheetData['votes'][number];

/** Returns the members by how strongly they pull; those without an opinion come last. */
export function byPull(votes: readonly Vote[]): readonly Vote[] {
  return votes.toSorted(
    (one, other) =>
      Number(one.probabilityUp === null) - Number(other.probabilityUp === null) ||
      Math.abs(other.logOddsContribution) - Math.abs(one.logOddsContribution),
  );
}

/** The members of a consensus: which way each pulls and how far, its weight, what it says and why; and what it adds up to. */
export const VoteMembers = memo(function VoteMembers({ sheet }: { readonly sheet: VoteSheetData }) {
  const votes = byPull(sheet.votes);
  const widest = Math.max(...votes.map(({ logOddsContribution }) => Math.abs(logOddsContribution)), 0.01);
  const base = Math.log(sheet.base / (1 - sheet.base));
  const pulled = votes.reduce((sum, { logOddsContribution }) => sum + logOddsContribution, 0);
  return (
    <div className="-mx-4 text-small">
      <div aria-hidden className="flex justify-between px-4 pb-1.5 text-micro text-text-2">
        <span className="w-[104px]">Member</span>
        <span>pulls down · pulls up</span>
        <span>says up</span>
      </div>
      <ul>
        {votes.map((vote) => (
          <MemberRow key={vote.id} vote={vote} widest={widest} />
        ))}
      </ul>
      <div className="flex gap-3 border-line border-y px-4 py-2.5">
        <span className="w-[104px] font-semibold">Sum</span>
        <span className="flex-1 text-text-2">
          log-odds: base {ratio(base)} {pulled < 0 ? '−' : '+'} votes {ratio(Math.abs(pulled))} = {ratio(base + pulled)}
        </span>
        <span className="font-semibold">
          {sheet.probabilityUp === null ? 'none' : probability(sheet.probabilityUp)}
        </span>
      </div>
    </div>
  );
});

function MemberRow({ vote, widest }: { readonly vote: Vote; readonly widest: number }) {
  const { id, probabilityUp, weight, logOddsContribution: pull, reasons, uncalibrated } = vote;
  const width = `${(Math.abs(pull) / widest) * 50}%`;
  return (
    <li className="flex gap-3 border-line border-t px-4 py-2.5">
      <div className="w-[104px] shrink-0">
        <p className="break-words font-semibold">{id}</p>
        <p className="text-micro text-text-2">weight {percent(weight)}</p>
        {uncalibrated && (
          <p className="text-micro text-text-2">
            <span className="thin-evidence" title="Too few outcomes are known to say how often it is right.">
              not calibrated
            </span>
          </p>
        )}
      </div>
      <div className="min-w-0 flex-1">
        <div className="flex items-center gap-2">
          <div aria-hidden className="relative h-3 min-w-0 flex-1">
            {probabilityUp === null ? (
              <div className="hatched absolute inset-y-0.5 inset-x-0" />
            ) : (
              <>
                <div className="absolute inset-y-[-2px] left-1/2 w-px bg-text-3" />
                <div
                  className={cn(
                    'absolute inset-y-0.5 rounded-[1px]',
                    pull >= 0 ? 'left-1/2 border-[1.5px] border-up' : 'right-1/2 bg-down',
                  )}
                  style={{ width }}
                />
              </>
            )}
          </div>
          <span className={cn('w-14 shrink-0 text-right', probabilityUp === null ? 'text-text-2' : 'font-semibold')}>
            {probabilityUp === null ? 'abstains' : probability(probabilityUp)}
          </span>
          <span className="sr-only">
            {probabilityUp === null ? '' : `pulls ${pull >= 0 ? 'up' : 'down'} by ${ratio(Math.abs(pull))} log-odds`}
          </span>
        </div>
        {reasons.map((reason) => (
          <p key={reason} className="mt-1 text-micro text-text-2">
            {reason}
          </p>
        ))}
      </div>
    </li>
  );
}
