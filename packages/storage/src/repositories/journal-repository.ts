import { createHash } from 'node:crypto';
import { CandorError } from '@candor/domain/candor-error';
import { canonicalJson } from '@candor/domain/canonical-json';
import type { RecordedEvent } from '@candor/domain/events';
import type { EventTally, JournalAudit, JournalRepository } from '@candor/domain/ports/repositories';
import { and, asc, desc, eq, getTableColumns, gt, gte, lt, lte, max, type SQL, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import type { Connection } from '../connection.ts';
import { inChunks } from '../in-chunks.ts';
import { pageOf, rowsToRead } from '../page.ts';
import { journal, journalHeads, journalTallies } from '../schema/journal.ts';
import { sessions } from '../schema/sessions.ts';
import { talliesOf } from '../tallies-of.ts';
import { violatesUnique } from '../translate-error.ts';

/** What the first entry of an account stands on. */
const FOUNDATION = '0'.repeat(64);
const ENTRIES_PER_READ = 1_000;

export function createJournalRepository(connection: Connection): JournalRepository {
  async function headOf(accountId: string) {
    const [head] = await connection.select().from(journalHeads).where(eq(journalHeads.accountId, accountId));
    return head;
  }

  async function auditAccount(accountId: string): Promise<JournalAudit> {
    const head = await headOf(accountId);
    let previous = FOUNDATION;
    let seq = 0;
    for (let read = ENTRIES_PER_READ; read === ENTRIES_PER_READ; ) {
      const entries = await connection
        .select({
          seq: journal.seq,
          sessionId: journal.sessionId,
          // The letters that were hashed, not what they mean.
          text: sql<string>`${journal.event}::text`,
          hash: journal.hash,
          eventSeq: journal.eventSeq,
          type: journal.type,
          clientOrderId: journal.clientOrderId,
        })
        .from(journal)
        .where(and(eq(journal.accountId, accountId), seq === 0 ? undefined : gt(journal.seq, seq)))
        .orderBy(asc(journal.seq))
        .limit(ENTRIES_PER_READ);
      for (const entry of entries) {
        seq++;
        const fault = faultOf(accountId, entry, seq, previous);
        if (fault !== undefined) return { ok: false, accountId, seq: Math.min(seq, entry.seq), reason: fault };
        previous = entry.hash;
        if (seq === head?.entries && previous !== head.hash) {
          return { ok: false, accountId, seq, reason: 'It is not the entry that the head of the journal names.' };
        }
      }
      read = entries.length;
    }
    // Entries may have come meanwhile; what holds at every moment is that the head counts them all.
    const [now] = await connection
      .select({ entries: journalHeads.entries, latest: max(journal.seq) })
      .from(journalHeads)
      .leftJoin(journal, eq(journal.accountId, journalHeads.accountId))
      .where(eq(journalHeads.accountId, accountId))
      .groupBy(journalHeads.accountId, journalHeads.entries);
    const counted = now?.entries ?? 0;
    const latest = now === undefined ? seq : (now.latest ?? 0);
    if (counted !== latest) {
      return {
        ok: false,
        accountId,
        seq: Math.min(counted, latest) + 1,
        reason: `The head of the journal counts ${counted} entries; the last one there is number ${latest}.`,
      };
    }
    return { ok: true, accountId, entries: seq, head: previous };
  }

  return {
    append: async (accountId, sessionId, events) => {
      if (events.length === 0) return;
      await connection.insert(journalHeads).values({ accountId, entries: 0, hash: FOUNDATION }).onConflictDoNothing();
      // Whoever else appends to this account waits here, and then stands on what was written.
      const [head] = await connection
        .select()
        .from(journalHeads)
        .where(eq(journalHeads.accountId, accountId))
        .for('update');
      if (head === undefined) throw new Error(`The head of the journal of ${accountId} vanished.`);
      let { entries: seq, hash } = head;
      const rows = events.map((event) => {
        const text = canonicalJson(event);
        seq++;
        hash = seal(hash, accountId, seq, sessionId, text);
        return {
          accountId,
          seq,
          sessionId,
          event: sql`${text}::json`,
          hash,
          eventSeq: event.seq,
          type: event.type,
          clientOrderId: clientOrderIdOf(event) ?? null,
        };
      });
      try {
        await inChunks(rows, (chunk) => connection.insert(journal).values(chunk));
      } catch (error) {
        if (!violatesUnique(error, 'journal_event_once')) throw error;
        throw new CandorError('storage.event-written-before', {
          kind: 'conflict',
          message: `An event of session ${sessionId} from ${events[0]?.seq} to ${events.at(-1)?.seq} is in the journal already.`,
          cause: error,
        });
      }
      await inChunks(talliesOf(events), (chunk) => countIn(connection, sessionId, chunk));
      await connection.update(journalHeads).set({ entries: seq, hash }).where(eq(journalHeads.accountId, accountId));
    },

    list: async (page, where) => {
      const { newestFirst = false } = page;
      const inOrder = newestFirst ? desc(journal.seq) : asc(journal.seq);
      const limit = rowsToRead(page);
      const of = (type: RecordedEvent['type'] | undefined) =>
        connection
          .select({
            accountId: journal.accountId,
            seq: journal.seq,
            sessionId: journal.sessionId,
            event: journal.event,
            hash: journal.hash,
          })
          .from(journal)
          .where(conditionOf(connection, type, page, where))
          .orderBy(inOrder)
          .limit(limit);
      // One index holds the entries of one type in their order; several types are several walks, each as short as the page.
      const [first, second, ...others] = where.types === undefined ? [undefined] : [...new Set(where.types)];
      if (first === undefined && where.types !== undefined) return pageOf([], page, ({ seq }) => seq);
      const rows =
        second === undefined
          ? await of(first)
          : await unionAll(of(first), of(second), ...others.map(of))
              .orderBy(sql`seq ${newestFirst ? sql`desc` : sql`asc`}`)
              .limit(limit);
      return pageOf(rows, page, ({ seq }) => seq);
    },

    tally: async (accountId, sessionId) => {
      const rows = await connection
        .select(getTableColumns(journalTallies))
        .from(journalTallies)
        .innerJoin(sessions, eq(sessions.id, journalTallies.sessionId))
        .where(and(eq(journalTallies.sessionId, sessionId), eq(sessions.accountId, accountId)))
        .orderBy(
          asc(journalTallies.sleeveId),
          desc(journalTallies.count),
          asc(journalTallies.type),
          asc(journalTallies.code),
        );
      return rows.map(({ sessionId: _, code, example, ...row }) => ({
        ...row,
        code: code ?? undefined,
        example: example ?? undefined,
      }));
    },

    audit: async (accountId) => {
      if (accountId !== undefined) return [await auditAccount(accountId)];
      const heads = connection.select({ accountId: journalHeads.accountId }).from(journalHeads);
      const accounts = await heads.union(connection.selectDistinct({ accountId: journal.accountId }).from(journal));
      const audits: JournalAudit[] = [];
      for (const { accountId: each } of accounts.toSorted((a, b) => (a.accountId < b.accountId ? -1 : 1))) {
        audits.push(await auditAccount(each));
      }
      return audits;
    },
  };
}

type Condition = Parameters<JournalRepository['list']>[1];

function conditionOf(
  connection: Connection,
  type: RecordedEvent['type'] | undefined,
  { after, newestFirst = false }: Parameters<JournalRepository['list']>[0],
  { accountId, sessionId, clientOrderId, sleeveId, symbol, from, to }: Condition,
): SQL | undefined {
  const isOfType = type === undefined ? undefined : eq(journal.type, type);
  // Indexes find where a session, or a stretch of its market time, begins and ends: nothing beyond has to be looked at.
  const ends = (session: string): (SQL | undefined)[] => {
    const end = (within: SQL | undefined, ...inOrder: SQL[]) => {
      const here = and(eq(journal.sessionId, session), within);
      return sql`(${connection
        .select({ seq: journal.seq })
        .from(journal)
        .where(here)
        .orderBy(...inOrder)
        .limit(1)})`;
    };
    const first = end(undefined, asc(journal.eventSeq));
    const last = end(undefined, desc(journal.eventSeq));
    const since = from !== undefined && end(and(isOfType, gte(journal.at, from)), asc(journal.at), asc(journal.seq));
    const until = to !== undefined && end(and(isOfType, lte(journal.at, to)), desc(journal.at), desc(journal.seq));
    // Within a session market time never goes back.
    return [gte(journal.seq, since || first), lte(journal.seq, until || last)];
  };
  return and(
    eq(journal.accountId, accountId),
    isOfType,
    after === undefined ? undefined : newestFirst ? lt(journal.seq, after) : gt(journal.seq, after),
    sessionId === undefined ? undefined : eq(journal.sessionId, sessionId),
    clientOrderId === undefined ? undefined : eq(journal.clientOrderId, clientOrderId),
    sleeveId === undefined ? undefined : eq(journal.sleeveId, sleeveId),
    symbol === undefined ? undefined : eq(journal.symbol, symbol),
    from === undefined ? undefined : gte(journal.at, from),
    to === undefined ? undefined : lte(journal.at, to),
    ...(sessionId === undefined ? [] : ends(sessionId)),
  );
}

async function countIn(connection: Connection, sessionId: string, tallies: readonly EventTally[]): Promise<void> {
  const { sleeveId, type, code, isAbstention, count, lastAt, example } = journalTallies;
  await connection
    .insert(journalTallies)
    .values(tallies.map((tally) => ({ ...tally, sessionId, code: tally.code ?? null, example: tally.example ?? null })))
    .onConflictDoUpdate({
      target: [journalTallies.sessionId, sleeveId, type, code, isAbstention],
      set: {
        count: sql`${count} + excluded.count`,
        lastAt: sql`greatest(${lastAt}, excluded.last_at)`,
        example: sql`coalesce(excluded.example, ${example})`,
      },
    });
}

interface StoredEntry {
  readonly seq: number;
  readonly sessionId: string;
  readonly text: string;
  readonly hash: string;
  readonly eventSeq: number;
  readonly type: string;
  readonly clientOrderId: string | null;
}

// Returns what does not fit an entry that should be number `expected`, or undefined when all of it fits.
function faultOf(accountId: string, entry: StoredEntry, expected: number, previous: string): string | undefined {
  const { seq, sessionId, text, hash } = entry;
  if (seq !== expected) return `Entry ${expected} is missing: the next one there is number ${seq}.`;
  if (hash !== seal(previous, accountId, seq, sessionId, text)) {
    return `Entry ${seq} was changed, or an entry before it: its hash does not follow.`;
  }
  return isFiledRight(entry) ? undefined : `Entry ${seq} is filed under another event, type or order than it holds.`;
}

function isFiledRight({ text, eventSeq, type, clientOrderId }: StoredEntry): boolean {
  try {
    const event: RecordedEvent = JSON.parse(text);
    return eventSeq === event.seq && type === event.type && clientOrderId === (clientOrderIdOf(event) ?? null);
  } catch {
    // Somebody sealed what is no event at all.
    return false;
  }
}

// The canonical JSON of the entry without its hash, after the hash before it. The event's own text is canonical already.
function seal(previous: string, accountId: string, seq: number, sessionId: string, event: string): string {
  const text = `{"accountId":${JSON.stringify(accountId)},"event":${event},"seq":${seq},"sessionId":${JSON.stringify(sessionId)}}`;
  return createHash('sha256').update(previous).update(text).digest('hex');
}

function clientOrderIdOf(event: RecordedEvent): string | undefined {
  switch (event.type) {
    case 'order-approved':
      return event.order.clientOrderId;
    case 'order-refused':
      return event.refusal.order.clientOrderId;
    case 'order-filled':
      return event.fill.clientOrderId;
    case 'order-cancelled':
    case 'order-expired':
    case 'order-rejected':
      return event.clientOrderId;
    default:
      return undefined;
  }
}
