import { CandorError } from '@candor/domain/candor-error';
import type { ListedSession, SessionRepository, SessionRow, SleeveRow } from '@candor/domain/ports/repositories';
import { and, asc, desc, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import type { Connection } from '../connection.ts';
import { orJsonNull } from '../schema/columns.ts';
import { sessions, sleeves } from '../schema/sessions.ts';
import { violatesUnique } from '../translate-error.ts';

const { snapshot: _snapshot, ...listed } = getTableColumns(sessions);

type Listed = Omit<typeof sessions.$inferSelect, 'snapshot'>;

export function createSessionRepository(connection: Connection): SessionRepository {
  async function withSleeves(found: readonly Listed[]): Promise<ListedSession[]> {
    if (found.length === 0) return [];
    const ids = found.map(({ id }) => id);
    const all = await connection
      .select()
      .from(sleeves)
      .where(inArray(sleeves.sessionId, ids))
      .orderBy(asc(sleeves.place));
    const bySession = Map.groupBy(all, ({ sessionId }) => sessionId);
    return found.map((session) => toRow(session, (bySession.get(session.id) ?? []).map(toSleeve)));
  }

  return {
    find: async (id) => {
      const [found] = await connection.select().from(sessions).where(eq(sessions.id, id));
      if (found === undefined) return undefined;
      const [row] = await withSleeves([found]);
      return row && { ...row, snapshot: found.snapshot ?? undefined };
    },

    list: async ({ accountId, states } = {}) =>
      withSleeves(
        await connection
          .select(listed)
          .from(sessions)
          .where(
            and(
              accountId === undefined ? undefined : eq(sessions.accountId, accountId),
              states === undefined ? undefined : inArray(sessions.state, [...states]),
            ),
          )
          .orderBy(desc(sessions.seq)),
      ),

    create: ({ sleeves: owned, ...session }) =>
      refusingSecondActive(`Account ${session.accountId}`, async () => {
        await connection.insert(sessions).values({ ...session, snapshot: orMissing(session.snapshot) });
        if (owned.length === 0) return;
        await connection
          .insert(sleeves)
          .values(
            owned.map((sleeve, place) => ({ ...sleeve, sessionId: session.id, place, symbols: [...sleeve.symbols] })),
          );
      }),

    claim: async (id) => {
      const [claimed] = await connection
        .update(sessions)
        .set({ epoch: sql`${sessions.epoch} + 1` })
        .where(eq(sessions.id, id))
        .returning({ epoch: sessions.epoch });
      if (claimed === undefined) throw unknownSession(id);
      return claimed.epoch;
    },

    advance: (id, epoch, turn, change) =>
      refusingSecondActive(`The account of session ${id}`, async () => {
        const { snapshot, position, account, state, reason, endedAt } = change;
        const advanced = await connection
          .update(sessions)
          .set({
            turn,
            snapshot: orMissing(snapshot),
            position,
            account: account ?? null,
            state,
            reason: reason ?? null,
            endedAt: endedAt ?? null,
          })
          .where(and(eq(sessions.id, id), eq(sessions.epoch, epoch), eq(sessions.turn, turn - 1)))
          .returning({ id: sessions.id });
        if (advanced.length > 0) return 'written';
        const [now] = await connection
          .select({ epoch: sessions.epoch, turn: sessions.turn })
          .from(sessions)
          .where(eq(sessions.id, id));
        if (now === undefined) throw unknownSession(id);
        if (now.epoch !== epoch) return 'stale';
        if (turn <= now.turn) return 'written-before';
        throw new CandorError('storage.turn-gap', {
          kind: 'conflict',
          message: `Turn ${turn} of session ${id} does not follow turn ${now.turn}, the latest one written.`,
        });
      }),

    update: (id, change) =>
      refusingSecondActive(`The account of session ${id}`, async () => {
        const updated = await connection
          .update(sessions)
          .set({
            state: change.state ?? sql`${sessions.state}`,
            ...(change.feed !== undefined && { feed: change.feed }),
            // A field that is named and undefined is emptied; one that is not named stays.
            ...('reason' in change && { reason: change.reason ?? null }),
            ...('startedAt' in change && { startedAt: change.startedAt ?? null }),
            ...('endedAt' in change && { endedAt: change.endedAt ?? null }),
          })
          .where(eq(sessions.id, id))
          .returning({ id: sessions.id });
        if (updated.length === 0) throw unknownSession(id);
      }),
  };
}

async function refusingSecondActive<T>(who: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!violatesUnique(error, 'sessions_one_active_per_account')) throw error;
    throw new CandorError('storage.session-active', {
      kind: 'conflict',
      message: `${who} has an active session already. Stop it first.`,
      cause: error,
    });
  }
}

function unknownSession(id: string): CandorError {
  return new CandorError('storage.unknown-session', { kind: 'not-found', message: `There is no session ${id}.` });
}

function orMissing(snapshot: SessionRow['snapshot']) {
  return snapshot === undefined ? null : orJsonNull(snapshot);
}

function toRow({ seq: _, ...session }: Listed, owned: readonly SleeveRow[]): ListedSession {
  return {
    ...session,
    sleeves: owned,
    reason: session.reason ?? undefined,
    account: session.account ?? undefined,
    startedAt: session.startedAt ?? undefined,
    endedAt: session.endedAt ?? undefined,
  };
}

function toSleeve({ sessionId: _, place: __, ...sleeve }: typeof sleeves.$inferSelect): SleeveRow {
  return sleeve;
}
