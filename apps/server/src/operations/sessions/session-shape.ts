import type { ListedSession } from '@candor/domain/ports/repositories';
import type { SessionStatus, TradingManager } from '@candor/engine/trading-manager';
import { z } from 'zod';
import { WireHalt, wireHalt } from '../../resources/wire/wire-halt.ts';
import { WireSession, wireSession } from '../../resources/wire/wire-session.ts';
import { WireInstant, wireInstant } from '../../resources/wire/wire-values.ts';

/** What only the driver of a running session knows. */
const LiveShape = z.object({
  /** What it waits for, where it does: a database that does not answer, a broker. */
  waitingFor: z.string().nullable(),
  /** Close of the latest bar it has seen, market time. */
  lastBarAt: WireInstant.nullable(),
  /** Bars that still have to be seen before the slowest strategy can have an opinion. */
  warmupLeft: z.int(),
  /** How long the latest turn took to be written, milliseconds. */
  turnLatencyMs: z.number().nullable(),
  halts: z.array(WireHalt),
});

export const SessionShape = z.object({
  ...WireSession.shape,
  /** Null when nobody drives it. */
  live: LiveShape.nullable(),
});

export type SessionShape = z.infer<typeof SessionShape>;

/** Returns a session as it is shown: its row, and what its driver adds. */
export function showSession(row: ListedSession, manager: Pick<TradingManager, 'find'>): SessionShape {
  const status = manager.find(row.id);
  return { ...wireSession(row, status), live: status === undefined ? null : showLive(status) };
}

function showLive(status: SessionStatus): z.infer<typeof LiveShape> {
  return {
    waitingFor: status.waitingFor ?? null,
    lastBarAt: wireInstant(status.lastBarAt),
    warmupLeft: status.warmupLeft,
    turnLatencyMs: status.turnLatencyMs ?? null,
    halts: status.halts.map(wireHalt),
  };
}
