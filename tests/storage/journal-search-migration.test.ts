import type { Database } from '@candor/storage/database';
import { migrate, readMigrations } from '@candor/storage/migrate';
import { createUnitOfWork } from '@candor/storage/unit-of-work';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openMemoryDatabase } from './open-memory-database.ts';

const BEFORE = 2;
const LEG = { sleeveId: 'one', symbol: 'TEST' };
const EVENTS = [
  { ...LEG, type: 'decision', at: 1, signal: { want: 'long', confidence: 1, reasons: ['up'] } },
  { ...LEG, type: 'decision', at: 2, signal: { want: 'abstain', code: 'WEAK', reasons: ['too\u0000 near'] } },
  { ...LEG, type: 'decision', at: 3, signal: { want: 'abstain', code: 'WEAK', reasons: ['nearer'] } },
  { ...LEG, type: 'no-order', at: 3, code: '', reason: 'none' },
  { ...LEG, type: 'order-filled', at: 4, fill: {}, complete: true },
  { type: 'halted', at: 5, halt: {} },
];
const NAMES = 'account_id, seq, session_id, event, hash, event_seq, type';

let database: Database;
beforeAll(async () => {
  database = await openMemoryDatabase();
  await migrate(database, readMigrations().slice(0, BEFORE));
  const { pool } = database;
  await pool.query(`insert into accounts values ('a', 'A', 'cash', 1, '{}', '{}', '{}', '[]', 1, null)`);
  await pool.query(`insert into sessions (id, account_id, name, state, feed, code_version, epoch, turn, position, length, created_at)
    values ('s', 'a', 'S', 'finished', '{}', 'x', 1, 1, 1, 1, 1)`);
  for (const [i, event] of EVENTS.entries()) {
    const values = ['a', i + 1, 's', JSON.stringify(event), 'hash', i + 1, event.type];
    await pool.query(`insert into journal (${NAMES}) values ($1, $2, $3, $4, $5, $6, $7)`, values);
  }
  await pool.query(`insert into strategy_configurations values ('c', 1, false)`);
  const params = { members: ['x', 'y'], weights: [2], memberParams: { y: { fast: 5 } }, minEdge: 0.1 };
  await pool.query(
    `insert into strategy_configuration_versions values ('c', 1, 'C', 'consensus', $1, '{}', false, 1)`,
    [JSON.stringify(params)],
  );
  await migrate(database);
}, 60_000);
afterAll(() => database?.close());

it('counts and files what was in the journal before, and leaves every letter of it', async () => {
  const { tallies, found, kept } = await createUnitOfWork(database).run(async ({ journal }) => ({
    tallies: await journal.tally('a', 's'),
    found: await journal.list(
      { limit: 10, newestFirst: true },
      { accountId: 'a', sessionId: 's', types: ['decision'], sleeveId: 'one', symbol: 'TEST', to: 2 },
    ),
    kept: await journal.list({ limit: 10 }, { accountId: 'a' }),
  }));
  const of = { sleeveId: 'one', isAbstention: false, count: 1 };
  expect(tallies).toEqual([
    { ...of, type: 'decision', code: 'WEAK', isAbstention: true, count: 2, lastAt: 3, example: 'nearer' },
    { ...of, type: 'decision', code: 'long', lastAt: 1, example: 'up' },
    { ...of, type: 'no-order', code: '', lastAt: 3, example: 'none' },
    { ...of, type: 'order-filled', code: undefined, lastAt: 4, example: undefined },
  ]);
  expect(found.rows.map(({ seq }) => seq)).toEqual([2, 1]);
  expect(kept.rows.map(({ event }) => event)).toEqual(EVENTS);
});

it('writes the members of a consensus, their weights and their parameters as the one list that they are now', async () => {
  const kept = await createUnitOfWork(database).run((all) => all.strategyConfigurations.find('c', 1));
  expect(kept?.params).toEqual({
    members: [
      { strategy: 'x', weight: 2, params: {} },
      { strategy: 'y', weight: 1, params: { fast: 5 } },
    ],
    minEdge: 0.1,
  });
});

it('still lets nobody change an entry', async () => {
  await expect(database.pool.query("update journal set hash = ''")).rejects.toThrow(/only grows/);
});
