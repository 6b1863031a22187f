import type { SessionRow } from '@candor/domain/ports/repositories';
import { isoFromDay, isoFromInstant } from '@candor/domain/time';
import { TIMEFRAMES } from '@candor/domain/timeframe';
import { z } from 'zod';
import { WireAccount, wireAccount } from './wire-account.ts';
import { WireDay, WireInstant, wireInstant } from './wire-values.ts';

/** One account's run over a replay, as it stands. */
export const WireSession = z.object({
  id: z.string(),
  accountId: z.string(),
  name: z.string(),
  state: z.enum(['created', 'running', 'paused', 'finished', 'stopped', 'interrupted']),
  /** Why it is as it is; null where there is nothing to say. */
  reason: z.string().nullable(),
  feed: z.object({
    kind: z.literal('replay'),
    timeframe: z.enum(TIMEFRAMES),
    series: z.array(z.object({ symbol: z.string(), datasetId: z.string(), sha256: z.string() })),
    from: WireDay,
    to: WireDay,
    barsPerSecond: z.number(),
    /** Instants shown before the first decision. */
    startAt: z.int(),
  }),
  sleeves: z.array(
    z.object({
      id: z.string(),
      configurationId: z.string(),
      configurationVersion: z.int(),
      symbols: z.array(z.string()),
      capitalShare: z.number(),
    }),
  ),
  codeVersion: z.string(),
  /** Turns written so far. */
  turn: z.int(),
  /** Instants of the feed handed out, of how many. */
  position: z.int(),
  length: z.int(),
  /** Null before the first turn. */
  account: WireAccount.nullable(),
  createdAt: WireInstant,
  startedAt: WireInstant.nullable(),
  endedAt: WireInstant.nullable(),
});

export type WireSession = z.infer<typeof WireSession>;

/** What the manager knows of a session it drives that its row does not say yet. */
export interface LiveStatus {
  readonly state: SessionRow['state'];
  readonly reason: string | undefined;
  readonly barsPerSecond: number;
}

/** Returns a session, with what its driver says of it where there is one. */
export function wireSession(row: Omit<SessionRow, 'snapshot' | 'epoch'>, status?: LiveStatus): WireSession {
  const { feed } = row;
  return {
    id: row.id,
    accountId: row.accountId,
    name: row.name,
    state: status?.state ?? row.state,
    reason: (status === undefined ? row.reason : status.reason) ?? null,
    feed: {
      kind: feed.kind,
      timeframe: feed.timeframe,
      series: feed.series.map(({ symbol, datasetId, sha256 }) => ({ symbol, datasetId, sha256 })),
      from: isoFromDay(feed.from),
      to: isoFromDay(feed.to),
      barsPerSecond: status?.barsPerSecond ?? feed.barsPerSecond,
      startAt: feed.startAt,
    },
    sleeves: row.sleeves.map((sleeve) => ({ ...sleeve, symbols: [...sleeve.symbols] })),
    codeVersion: row.codeVersion,
    turn: row.turn,
    position: row.position,
    length: row.length,
    account: row.account === undefined ? null : wireAccount(row.account),
    createdAt: isoFromInstant(row.createdAt),
    startedAt: wireInstant(row.startedAt),
    endedAt: wireInstant(row.endedAt),
  };
}
