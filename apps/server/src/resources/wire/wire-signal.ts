import type { Signal } from '@candor/domain/signal';
import type { VoteSheet } from '@candor/domain/vote-sheet';
import { z } from 'zod';
import { wireNumber, wireNumbers } from './wire-values.ts';

/** What a strategy said. */
export const WireSignal = z.object({
  want: z.enum(['long', 'short', 'flat', 'abstain']),
  /** In [0,1]; null for an abstention. */
  confidence: z.number().nullable(),
  /** P(close after the horizon > now), where the strategy claims one. */
  probabilityUp: z.number().nullable(),
  horizonBars: z.number().nullable(),
  /** Price at which the position is given up. */
  stop: z.number().nullable(),
  /** Prices at which a profit is taken, nearest first. */
  targets: z.array(z.number()),
  /** Price that proves the idea wrong, whatever the stop. */
  invalidation: z.number().nullable(),
  /** Why there is no opinion; null where there is one. */
  code: z.string().nullable(),
  reasons: z.array(z.string()),
  features: z.record(z.string(), z.number().nullable()),
});

export type WireSignal = z.infer<typeof WireSignal>;

/** How a consensus came to be: contributions and logit(base) add up to the log-odds. */
export const WireVoteSheet = z.object({
  probabilityUp: z.number().nullable(),
  logOdds: z.number().nullable(),
  /** Historical up-rate over the horizon. */
  base: z.number(),
  /** Effective number of independent voters. */
  effectiveVoters: z.number().nullable(),
  /** Share of the weight that has an opinion. */
  participation: z.number(),
  /** Share of the active weight that leans against the result. */
  disagreement: z.number().nullable(),
  abstained: z.enum(['PARTICIPATION', 'WEAK', 'DISAGREEMENT']).nullable(),
  votes: z.array(
    z.object({
      id: z.string(),
      /** Null for an abstention. */
      probabilityUp: z.number().nullable(),
      weight: z.number(),
      logOddsContribution: z.number(),
      uncalibrated: z.boolean(),
      reasons: z.array(z.string()),
    }),
  ),
});

export type WireVoteSheet = z.infer<typeof WireVoteSheet>;

/** Returns what a strategy said, every field there. */
export function wireSignal(signal: Signal): WireSignal {
  const opinion = signal.want === 'abstain' ? undefined : signal;
  return {
    want: signal.want,
    confidence: wireNumber(opinion?.confidence),
    probabilityUp: wireNumber(opinion?.probabilityUp),
    horizonBars: wireNumber(opinion?.horizonBars),
    stop: wireNumber(opinion?.stop),
    targets: opinion?.targets?.filter(Number.isFinite) ?? [],
    invalidation: wireNumber(opinion?.invalidation),
    code: signal.want === 'abstain' ? signal.code : null,
    reasons: [...signal.reasons],
    features: wireNumbers(signal.features ?? {}),
  };
}

/** Returns a vote sheet. */
export function wireVoteSheet(sheet: VoteSheet): WireVoteSheet {
  return { ...sheet, votes: sheet.votes.map((vote) => ({ ...vote, reasons: [...vote.reasons] })) };
}
