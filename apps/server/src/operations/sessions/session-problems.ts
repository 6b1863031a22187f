import { CandorError } from '@candor/domain/candor-error';
import type { Repositories, SessionRow } from '@candor/domain/ports/repositories';
import { z } from 'zod';

/** The field by which every operation on a session names it. */
export const SessionId = z.string().min(1).max(60).describe('Which session.');

export const UNKNOWN_SESSION = {
  code: 'sessions.unknown',
  kind: 'not-found',
  when: 'there is no such session',
} as const;

export const NOT_DRIVEN = {
  code: 'trading.not-running',
  kind: 'conflict',
  when: 'the session was not started, or is over',
} as const;

export const BEING_TAKEN = {
  code: 'trading.being-taken',
  kind: 'retry',
  when: 'the server has just started and is taking the session up again',
} as const;

/** Returns the session with that id. Throws `sessions.unknown` (not-found). */
export async function findSession({ sessions }: Repositories, id: string): Promise<SessionRow> {
  const session = await sessions.find(id);
  if (session) return session;
  throw new CandorError('sessions.unknown', { kind: 'not-found', message: `There is no session "${id}".` });
}
