import type { JournalEntry } from '@candor/domain/ports/repositories';
import { isoFromInstant } from '@candor/domain/time';
import { z } from 'zod';
import { WireSignal, WireVoteSheet, wireSignal, wireVoteSheet } from './wire-signal.ts';
import { WireInstant } from './wire-values.ts';

/** What a strategy said at a bar, and how it came to it. */
export const WireDecision = z.object({
  accountId: z.string(),
  sessionId: z.string(),
  /** Counts the events of the session. */
  seq: z.int(),
  sleeveId: z.string(),
  symbol: z.string(),
  ...WireSignal.shape,
  /** Null for a strategy that is not made of several. */
  voteSheet: WireVoteSheet.nullable(),
  /** Market time. */
  at: WireInstant,
  recordedAt: WireInstant,
});

export type WireDecision = z.infer<typeof WireDecision>;

/** Returns the decision that an entry of the journal tells of, or undefined for one of another type. Session and number name it. */
export function wireDecision(entry: Pick<JournalEntry, 'accountId' | 'sessionId' | 'event'>): WireDecision | undefined {
  const { event } = entry;
  if (event.type !== 'decision') return undefined;
  return {
    accountId: entry.accountId,
    sessionId: entry.sessionId,
    seq: event.seq,
    sleeveId: event.sleeveId,
    symbol: event.symbol,
    ...wireSignal(event.signal),
    voteSheet: event.voteSheet === undefined ? null : wireVoteSheet(event.voteSheet),
    at: isoFromInstant(event.at),
    recordedAt: isoFromInstant(event.recordedAt),
  };
}
