import { createHash } from 'node:crypto';
import { canonicalJson } from '@candor/domain/canonical-json';
import type { RecordedEvent, SessionEvent } from '@candor/domain/events';
import type { Repositories } from '@candor/domain/ports/repositories';
import fc from 'fast-check';
import type { PoolClient } from 'pg';
import { expect, it } from 'vitest';
import { accountRow, orderState, sessionRow, writeSession } from './rows.ts';
import type { StorageUnderTest } from './storage-under-test.ts';

const leg = { sleeveId: 'sleeve', symbol: 'TEST' };
const number = fc.double({ noNaN: true, noDefaultInfinity: true });
const text = fc.string({ unit: 'binary', maxLength: 8 });
const orderId = fc.constantFrom('order-1', 'order-2', 'order-3');
const at = fc.nat();

const event: fc.Arbitrary<SessionEvent> = fc.oneof(
  fc.record({
    ...constants(leg),
    type: fc.constant('decision'),
    at,
    signal: fc.record({
      want: fc.constant('long'),
      confidence: number,
      reasons: fc.array(text, { maxLength: 2 }),
      features: fc.dictionary(text, number, { maxKeys: 3 }),
    }),
    voteSheet: fc.constant(undefined),
  }),
  fc.record({ ...constants(leg), type: fc.constant('no-order'), at, code: text, reason: text }),
  fc.record({
    ...constants(leg),
    type: fc.constant('order-approved'),
    at,
    order: orderId.map((id) => orderState(id).order),
  }),
  fc.record({
    ...constants(leg),
    type: fc.constantFrom('order-cancelled', 'order-expired', 'order-rejected'),
    at,
    clientOrderId: orderId,
    reason: text,
  }),
  fc.record({
    type: fc.constant('limit-breached'),
    at,
    code: text,
    numbers: fc.dictionary(text, number, { maxKeys: 3 }),
  }),
);
const events = fc.array(event, { minLength: 1, maxLength: 12 }).map((bare) => bare.map(recorded));

function constants<T extends Readonly<Record<string, string>>>(values: T) {
  return { sleeveId: fc.constant(values['sleeveId']!), symbol: fc.constant(values['symbol']!) };
}

function recorded(bare: SessionEvent, i: number): RecordedEvent {
  return { ...bare, seq: i + 1, recordedAt: 1_700_000_000_000 + i };
}

interface RawEntry {
  account_id: string;
  seq: number;
  session_id: string;
  event: string;
  hash: string;
  event_seq: number;
  type: string;
  client_order_id: string | null;
}

// Reads, changes and writes back what no repository would, as somebody with the keys of the database could.
async function tamper(client: PoolClient, accountId: string, change: (entries: RawEntry[]) => RawEntry[]) {
  await client.query('alter table journal disable trigger user');
  const { rows } = await client.query<RawEntry>(
    `select account_id, seq::int, session_id, event::text, hash, event_seq, type, client_order_id
     from journal where account_id = $1 order by seq`,
    [accountId],
  );
  await client.query('delete from journal where account_id = $1', [accountId]);
  for (const each of change(rows)) {
    await client.query(
      `insert into journal (account_id, seq, session_id, event, hash, event_seq, type, client_order_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        each.account_id,
        each.seq,
        each.session_id,
        each.event,
        each.hash,
        each.event_seq,
        each.type,
        each.client_order_id,
      ],
    );
  }
  await client.query('alter table journal enable trigger user');
}

const sealAfter = (previous: string, { account_id, event: text, seq, session_id }: RawEntry) =>
  createHash('sha256')
    .update(previous + canonicalJson({ accountId: account_id, event: JSON.parse(text), seq, sessionId: session_id }))
    .digest('hex');

/** Returns the entries from `from` on with hashes that follow, as a careful forger would leave them. */
function resealed(entries: RawEntry[], from: number): RawEntry[] {
  let previous = from === 0 ? '0'.repeat(64) : entries[from - 1]!.hash;
  return entries.map((entry, i) => {
    if (i < from) return entry;
    previous = sealAfter(previous, entry);
    return { ...entry, hash: previous };
  });
}

interface Pick {
  readonly i: number;
  readonly j: number;
  readonly otherAccount: string;
  readonly otherSession: string;
}

const edit = (change: (entry: RawEntry, pick: Pick) => Partial<RawEntry>) => (entries: RawEntry[], pick: Pick) =>
  entries.map((entry, i) => (i === pick.i ? { ...entry, ...change(entry, pick) } : entry));
const otherEvent = (entry: RawEntry) =>
  JSON.stringify({ ...JSON.parse(entry.event), at: JSON.parse(entry.event).at + 1 });

const FORGERIES: readonly (readonly [string, (entries: RawEntry[], pick: Pick) => RawEntry[]])[] = [
  ['its account', edit((_, { otherAccount }) => ({ account_id: otherAccount }))],
  ['its number', edit((entry) => ({ seq: entry.seq + 1_000 }))],
  ['its session', edit((_, { otherSession }) => ({ session_id: otherSession }))],
  ['its event', edit((entry) => ({ event: otherEvent(entry) }))],
  ['a letter of its event', edit((entry) => ({ event: entry.event.replace('{', '{ ') }))],
  ['when it was recorded', edit((entry) => ({ event: entry.event.replace('"recordedAt":17', '"recordedAt":16') }))],
  ['its hash', edit((entry) => ({ hash: entry.hash.replace(/^./, (digit) => (digit === '0' ? '1' : '0')) }))],
  ['the event it is filed under', edit((entry) => ({ event_seq: entry.event_seq + 1_000 }))],
  ['the type it is filed under', edit(() => ({ type: 'halted' }))],
  ['the order it is filed under', edit(() => ({ client_order_id: 'order-4' }))],
  [
    'its event, and all hashes after it',
    (entries, pick) => resealed(edit((entry) => ({ event: otherEvent(entry) }))(entries, pick), pick.i),
  ],
  [
    'its event to none at all, and all hashes after it',
    (entries, pick) => resealed(edit(() => ({ event: 'null' }))(entries, pick), pick.i),
  ],
  ['nothing but is gone', (entries, { i }) => entries.filter((_, at) => at !== i)],
  [
    'nothing but is gone, and those after it moved up',
    (entries, { i }) =>
      resealed(
        entries.filter((_, at) => at !== i).map((entry, at) => ({ ...entry, seq: at + 1 })),
        i,
      ),
  ],
  ['nothing but is gone with all after it', (entries, { i }) => entries.slice(0, i)],
  [
    'its place with another',
    (entries, { i, j }) =>
      entries.map((entry, at) => {
        const other = entries[at === i ? j : at === j ? i : at]!;
        // Two entries of one content would not be two.
        return { ...other, seq: entry.seq, ...(i === j && at === i && { hash: '' }) };
      }),
  ],
  [
    'nothing but has another put before it',
    (entries, { i }) =>
      resealed(
        entries.toSpliced(i, 0, { ...entries[i]!, event_seq: 5_000 }).map((entry, at) => ({ ...entry, seq: at + 1 })),
        i,
      ),
  ],
  [
    'nothing but has one more after the last',
    (entries) => {
      const last = entries.at(-1)!;
      const bare: RawEntry = {
        ...last,
        seq: last.seq + 1,
        event_seq: 5_000,
        event: canonicalJson({ ...JSON.parse(last.event), seq: 5_000 }),
      };
      return [...entries, { ...bare, hash: sealAfter(last.hash, bare) }];
    },
  ],
];

// A database keeps no character 0 and no half of a surrogate pair in a text.
function storedCode(each: RecordedEvent): string | undefined {
  if (each.type === 'decision') return each.signal.want;
  return each.type === 'no-order' ? each.code.replaceAll(/\0|\p{Surrogate}/gu, '\ufffd') : undefined;
}

/** The append-only journal and its chain. */
export function describeJournal(storage: () => StorageUnderTest): void {
  const append = (accountId: string, sessionId: string, entries: readonly RecordedEvent[]) =>
    storage().unitOfWork.run(({ journal }) => journal.append(accountId, sessionId, entries));
  const begin = () => storage().unitOfWork.run((all) => writeSession(all, { state: 'finished' }));
  const audit = (accountId?: string) => storage().unitOfWork.run(({ journal }) => journal.audit(accountId));
  const listed = (repositories: Repositories, accountId: string) =>
    repositories.journal.list({ limit: 1_000 }, { accountId });

  it('gives back any events as JSON carries them, each sealed by the hash of the one before', async () => {
    await fc.assert(
      fc.asyncProperty(events, fc.nat(12), async (given, cut) => {
        const { account, session } = await begin();
        await append(account.id, session.id, given.slice(0, cut));
        await append(account.id, session.id, given.slice(cut));
        const { rows } = await storage().unitOfWork.run((all) => listed(all, account.id));
        expect(rows.map(({ event: each }) => each)).toEqual(JSON.parse(JSON.stringify(given)));
        let previous = '0'.repeat(64);
        for (const { hash, ...rest } of rows) {
          expect(hash).toBe(
            createHash('sha256')
              .update(previous + canonicalJson(rest))
              .digest('hex'),
          );
          previous = hash;
        }
        expect(await audit(account.id)).toEqual([
          { ok: true, accountId: account.id, entries: given.length, head: previous },
        ]);
      }),
      { numRuns: 30 },
    );
  });

  it.each(FORGERIES)('finds that an entry has changed %s', async (_what, forge) => {
    const sample = fc.tuple(events, fc.nat(), fc.nat());
    await fc.assert(
      fc.asyncProperty(sample, async ([given, a, b]) => {
        const { account, session } = await begin();
        const other = await begin();
        await append(account.id, session.id, given);
        const pick = {
          i: a % given.length,
          j: b % given.length,
          otherAccount: other.account.id,
          otherSession: other.session.id,
        };
        const found = await storage().undone(async (client, { journal }) => {
          await tamper(client, account.id, (entries) => forge(entries, pick));
          return journal.audit(account.id);
        });
        expect(found).toEqual([
          { ok: false, accountId: account.id, seq: expect.any(Number), reason: expect.any(String) },
        ]);
        expect((await audit(account.id))[0]?.ok).toBe(true);
      }),
      { numRuns: 6 },
    );
  });

  it('finds the first entry that does not fit, among more than are read at once', async () => {
    const { account, session } = await begin();
    const bare = { ...leg, type: 'no-order', at: 1, code: 'X', reason: 'Why.' } as const;
    await append(
      account.id,
      session.id,
      Array.from({ length: 2_345 }, (_, i) => recorded(bare, i)),
    );
    expect((await audit(account.id))[0]).toMatchObject({ ok: true, entries: 2_345 });
    const found = await storage().undone(async (client, { journal }) => {
      await client.query('alter table journal disable trigger user');
      await client.query("update journal set hash = 'x' where account_id = $1 and seq in (2001, 2100)", [account.id]);
      return journal.audit(account.id);
    });
    expect(found).toMatchObject([{ ok: false, seq: 2_001 }]);
  });

  it('finds a journal whose head is gone, and walks every account when none is named', async () => {
    const [one, two] = [await begin(), await begin()];
    await append(one.account.id, one.session.id, [
      recorded({ type: 'limit-breached', at: 1, code: 'A', numbers: {} }, 0),
    ]);
    await append(two.account.id, two.session.id, [
      recorded({ type: 'limit-breached', at: 1, code: 'A', numbers: {} }, 0),
    ]);
    const found = await storage().undone(async (client, { journal }) => {
      await client.query('delete from journal_heads where account_id = $1', [one.account.id]);
      return journal.audit();
    });
    const of = (id: string) => found.find(({ accountId }) => accountId === id)?.ok;
    expect([of(one.account.id), of(two.account.id)]).toEqual([false, true]);
  });

  it.each(['update journal set type = type', 'delete from journal', 'truncate journal', 'delete from trials'])(
    'has the database refuse: %s',
    async (statement) => {
      await expect(storage().undone((client) => client.query(statement))).rejects.toThrow(/only grows/);
    },
  );

  it('chains right when many append at once, and counts without a gap', async () => {
    const { account } = await begin();
    const sessions = Array.from({ length: 6 }, () => sessionRow(account.id, { state: 'finished' }));
    await storage().unitOfWork.run(async (all) => {
      for (const session of sessions) await all.sessions.create(session);
    });
    const given = (count: number) =>
      Array.from({ length: count }, (_, i) => recorded({ type: 'limit-breached', at: i, code: 'A', numbers: {} }, i));
    await Promise.all(sessions.map(({ id }, i) => append(account.id, id, given(i + 1))));
    expect(await audit(account.id)).toMatchObject([{ ok: true, entries: 21 }]);
    const { rows } = await storage().unitOfWork.run((all) => listed(all, account.id));
    expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 21 }, (_, i) => i + 1));
  });

  it('refuses an event of a session that is there already, and then writes none of them', async () => {
    const { account, session } = await begin();
    const first = recorded({ type: 'limit-breached', at: 1, code: 'A', numbers: {} }, 0);
    await append(account.id, session.id, [first]);
    const again = append(account.id, session.id, [{ ...first, seq: 2 }, first]);
    await expect(again).rejects.toMatchObject({ code: 'storage.event-written-before', kind: 'conflict' });
    expect(await audit(account.id)).toMatchObject([{ ok: true, entries: 1 }]);
  });

  it('lists by session, order and type, in either direction, in pages that stay', async () => {
    const { account, session } = await begin();
    const other = sessionRow(account.id, { state: 'finished' });
    await storage().unitOfWork.run(({ sessions }) => sessions.create(other));
    const approved = { ...leg, type: 'order-approved', at: 1, order: orderState('a').order } as const;
    const cancelled = { ...leg, type: 'order-cancelled', at: 2, clientOrderId: 'a', reason: 'Why.' } as const;
    const breached = { type: 'limit-breached', at: 3, code: 'A', numbers: {} } as const;
    const refusal = { order: orderState('b').order, denials: [{ code: 'X', message: 'No.', numbers: {} }] } as const;
    const refused = { ...leg, type: 'order-refused', at: 4, refusal } as const;
    await append(account.id, session.id, [approved, cancelled, breached, refused].map(recorded));
    await append(account.id, other.id, [recorded(breached, 0)]);
    const seqs = async (where: object, page: object = {}) => {
      const { rows, next } = await storage().unitOfWork.run(({ journal }) =>
        journal.list({ limit: 2, ...page }, { accountId: account.id, ...where }),
      );
      return [rows.map(({ seq }) => seq), next];
    };
    expect(await seqs({})).toEqual([[1, 2], 2]);
    expect(await seqs({}, { after: 2 })).toEqual([[3, 4], 4]);
    expect(await seqs({}, { newestFirst: true })).toEqual([[5, 4], 4]);
    expect(await seqs({}, { newestFirst: true, after: 2 })).toEqual([[1], undefined]);
    expect(await seqs({ clientOrderId: 'a' })).toEqual([[1, 2], undefined]);
    expect(await seqs({ clientOrderId: 'b' })).toEqual([[4], undefined]);
    expect(await seqs({ types: ['limit-breached'] })).toEqual([[3, 5], undefined]);
    expect(await seqs({ sessionId: other.id })).toEqual([[5], undefined]);
    expect(await seqs({ types: [] })).toEqual([[], undefined]);
  });

  it('lists several types in one order, as if there were but one list', async () => {
    await fc.assert(
      fc.asyncProperty(events, fc.boolean(), fc.nat(4), async (given, newestFirst, limit) => {
        const { account, session } = await begin();
        await append(account.id, session.id, given);
        const types = ['decision', 'no-order', 'order-expired', 'halted', 'no-order'] as const;
        const seqs: number[] = [];
        let after: number | undefined;
        do {
          const page = { limit: limit + 1, newestFirst, ...(after === undefined ? {} : { after }) };
          const where = { accountId: account.id, sessionId: session.id, types };
          const { rows, next } = await storage().unitOfWork.run(({ journal }) => journal.list(page, where));
          seqs.push(...rows.map(({ seq }) => seq));
          after = next;
        } while (after !== undefined);
        const wanted = given.flatMap(({ type, seq }) => (types.some((one) => one === type) ? [seq] : []));
        expect(seqs).toEqual(newestFirst ? wanted.toReversed() : wanted);
      }),
      { numRuns: 15 },
    );
  });

  it('finds the events of a sleeve, a symbol and a stretch of market time, whatever their texts hold', async () => {
    await fc.assert(
      fc.asyncProperty(events, fc.nat(12), fc.nat(12), async (given, i, j) => {
        const { account, session } = await begin();
        // Within a session market time never goes back.
        const times = given.map(({ at: when }) => when).toSorted((one, other) => one - other);
        const mixed = given.map((each, place) => ({
          ...each,
          at: times[place]!,
          ...('symbol' in each && place % 2 === 0 ? { sleeveId: 'other', symbol: 'OTHER' } : {}),
        }));
        await append(account.id, session.id, mixed);
        const [from, to] = [mixed[i % mixed.length]!.at, mixed[j % mixed.length]!.at];
        const seqs = async (where: object) => {
          const { rows } = await storage().unitOfWork.run(({ journal }) =>
            journal.list({ limit: 1_000 }, { accountId: account.id, ...where }),
          );
          return rows.map(({ event: each }) => each.seq);
        };
        const those = (isSo: (each: RecordedEvent) => boolean) => mixed.filter(isSo).map(({ seq }) => seq);
        const stretch = those(({ at: when }) => when >= from && when <= to);
        expect(await seqs({ sessionId: session.id, from, to })).toEqual(stretch);
        expect(await seqs({ from, to })).toEqual(those(({ at: when }) => when >= from && when <= to));
        expect(await seqs({ sleeveId: 'other', to })).toEqual(
          those((each) => 'sleeveId' in each && each.sleeveId === 'other' && each.at <= to),
        );
        expect(await seqs({ symbol: 'TEST' })).toEqual(those((each) => 'symbol' in each && each.symbol === 'TEST'));
      }),
      { numRuns: 20 },
    );
  });

  it('counts what every sleeve decided and what came of it, so that each event is in one count', async () => {
    await fc.assert(
      fc.asyncProperty(events, fc.nat(12), async (given, cut) => {
        const { account, session } = await begin();
        const other = await begin();
        await append(account.id, session.id, given.slice(0, cut));
        await append(account.id, session.id, given.slice(cut));
        await append(other.account.id, other.session.id, given);
        const tallies = await storage().unitOfWork.run(({ journal }) => journal.tally(account.id, session.id));
        const ofALeg = given.filter((each) => 'sleeveId' in each);
        expect(tallies.reduce((sum, { count }) => sum + count, 0)).toBe(ofALeg.length);
        for (const { type, code, count, lastAt, isAbstention } of tallies) {
          const alike = ofALeg.filter((each) => each.type === type && storedCode(each) === code);
          expect([type, code, count, lastAt]).toEqual([
            type,
            code,
            alike.length,
            Math.max(...alike.map((one) => one.at)),
          ]);
          expect(isAbstention).toBe(false);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('counts a refusal for each limit that refused, an abstention by its code, and shows the latest words', async () => {
    const { account, session } = await begin();
    const abstained = (code: string, reason: string) =>
      ({
        ...leg,
        type: 'decision',
        at: 5,
        signal: { want: 'abstain', code, reasons: [reason] },
        voteSheet: undefined,
      }) as const;
    const denial = (code: string, message: string) => ({ code, message, numbers: {} });
    const refused = (at: number, ...denials: [ReturnType<typeof denial>, ...ReturnType<typeof denial>[]]) =>
      ({ ...leg, type: 'order-refused', at, refusal: { order: orderState('b').order, denials } }) as const;
    await append(
      account.id,
      session.id,
      [
        abstained('QUIET', 'first'),
        abstained('QUIET', 'second'),
        refused(7, denial('A', 'too much')),
        refused(9, denial('A', 'far too much'), denial('B', 'too late')),
      ].map((each, i) => recorded(each, i)),
    );
    const tallies = await storage().unitOfWork.run(({ journal }) => journal.tally(account.id, session.id));
    const refusal = { sleeveId: 'sleeve', type: 'order-refused', isAbstention: false };
    expect(tallies).toEqual([
      {
        sleeveId: 'sleeve',
        type: 'decision',
        code: 'QUIET',
        isAbstention: true,
        count: 2,
        lastAt: 5,
        example: 'second',
      },
      { ...refusal, code: 'A', count: 2, lastAt: 9, example: 'far too much' },
      { ...refusal, code: 'B', count: 1, lastAt: 9, example: 'too late' },
    ]);
  });

  it('audits an account without a journal as empty', async () => {
    const account = accountRow();
    expect(await audit(account.id)).toEqual([{ ok: true, accountId: account.id, entries: 0, head: '0'.repeat(64) }]);
  });
}
