import { createHash } from 'node:crypto';
import { CandorError } from '@candor/domain/candor-error';
import { canonicalJson } from '@candor/domain/canonical-json';
import type { RecordedEvent } from '@candor/domain/events';
import type { EventTally, JournalAudit, JournalRepository } from '@candor/domain/ports/repositories';
import { and, asc, desc, eq, gt, gte, inArray, lt, lte, max, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Connection } from '../connection.ts';
import { inChunks } from '../in-chunks.ts';
import { pageOf, rowsToRead } from '../page.ts';
import { journal, journalHeads } from '../schema/journal.ts';
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
      await connection.update(journalHeads).set({ entries: seq, hash }).where(eq(journalHeads.accountId, accountId));
    },

    list: async (page, where) => {
      const { after, newestFirst = false } = page;
      const { accountId, sessionId, clientOrderId, types, sleeveId, symbol, from, to } = where;
      const at = sql`(${readable(journal.event)} ->> 'at')::float8`;
      const rows = await connection
        .select({
          accountId: journal.accountId,
          seq: journal.seq,
          sessionId: journal.sessionId,
          event: journal.event,
          hash: journal.hash,
        })
        .from(journal)
        .where(
          and(
            eq(journal.accountId, accountId),
            after === undefined ? undefined : newestFirst ? lt(journal.seq, after) : gt(journal.seq, after),
            sessionId === undefined ? undefined : eq(journal.sessionId, sessionId),
            clientOrderId === undefined ? undefined : eq(journal.clientOrderId, clientOrderId),
            types === undefined ? undefined : inArray(journal.type, [...types]),
            sleeveId === undefined ? undefined : eq(sql`${readable(journal.event)} ->> 'sleeveId'`, sleeveId),
            symbol === undefined ? undefined : eq(sql`${readable(journal.event)} ->> 'symbol'`, symbol),
            from === undefined ? undefined : gte(at, from),
            to === undefined ? undefined : lte(at, to),
          ),
        )
        .orderBy(newestFirst ? desc(journal.seq) : asc(journal.seq))
        .limit(rowsToRead(page));
      return pageOf(rows, page, ({ seq }) => seq);
    },

    tally: async (accountId, sessionId) => {
      // Each event is parsed once. The latest words are the greatest behind their number: no list of all of them is built.
      const { rows } = await connection.execute<Tallied>(sql`
        select "sleeveId", type, code, "isAbstention", count(*)::int as count, max(at) as "lastAt",
          substr(max(lpad(seq::text, 16, '0') || words collate "C"), 17) as example
        from (
          select entry.seq, entry.type, told."sleeveId", told.at,
            entry.type = 'decision' and told.signal ->> 'want' = 'abstain' as "isAbstention",
            case entry.type
              when 'decision' then coalesce(told.signal ->> 'code', told.signal ->> 'want')
              when 'no-order' then told.code
              when 'order-refused' then denial ->> 'code'
            end as code,
            case entry.type
              when 'decision' then told.signal -> 'reasons' ->> 0
              when 'order-refused' then denial ->> 'message'
              else told.reason
            end as words
          from ${journal} as entry
          cross join lateral json_to_record(${readable(sql`entry.event`)})
            as told("sleeveId" text, at float8, signal json, code text, reason text, refusal json)
          cross join lateral json_array_elements(coalesce(told.refusal -> 'denials', '[null]'::json)) as denial
          where entry.account_id = ${accountId} and entry.session_id = ${sessionId} and entry.type in ${[...OF_A_SLEEVE]}
        ) as each
        group by "sleeveId", type, code, "isAbstention"
        order by "sleeveId", count desc, type, code`);
      return rows.map((row) => ({ ...row, code: row.code ?? undefined, example: row.example ?? undefined }));
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

const OF_A_SLEEVE: readonly RecordedEvent['type'][] = [
  'decision',
  'no-order',
  'order-approved',
  'order-refused',
  'order-filled',
  'order-cancelled',
  'order-expired',
  'order-rejected',
];

const UNREADABLE = String.raw`(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})`;

// No text of the database can hold the character 0 or half a surrogate pair, so it refuses to take apart JSON that has one of them anywhere.
function readable(event: SQLWrapper): SQL {
  const mayHave = (letters: string) => sql`strpos(${event}::text, ${letters}::text) > 0`;
  return sql`(case when ${mayHave(String.raw`\u0000`)} or ${mayHave(String.raw`\ud`)}
    then regexp_replace(${event}::text, ${UNREADABLE}::text, '\\1�', 'g')::json else ${event} end)`;
}

type Tallied = Omit<EventTally, 'code' | 'example'> & { readonly code: string | null; readonly example: string | null };

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
