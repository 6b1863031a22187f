import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type EmbeddedDatabase, type EmbeddedDatabaseEvent, openEmbeddedDatabase } from './embedded-database.ts';
import { openOnce } from './embedded-thread.ts';

let prepared: string;
let home: string;
const databases: EmbeddedDatabase[] = [];
const pools: pg.Pool[] = [];
const children: ChildProcess[] = [];
beforeAll(async () => {
  prepared = join(mkdtempSync(join(tmpdir(), 'candor-')), 'prepared');
  await openOnce(prepared, undefined);
}, 60_000);
afterAll(() => rmSync(join(prepared, '..'), { recursive: true }));
beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'candor-')));
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await Promise.all(pools.splice(0).map((pool) => pool.ending || pool.end()));
  await Promise.all(databases.splice(0).map((database) => database.stop()));
  rmSync(home, { recursive: true, force: true });
});

const ownerOf = (path: string) => ({ path, isHeld: () => true });

async function open(events: EmbeddedDatabaseEvent[] = [], path = home): Promise<EmbeddedDatabase> {
  const report = (event: EmbeddedDatabaseEvent): number => events.push(event);
  const database = await openEmbeddedDatabase({ owner: ownerOf(path), prepared, report });
  databases.push(database);
  return database;
}

function poolOf(database: EmbeddedDatabase): pg.Pool {
  const pool = new pg.Pool(database.connection);
  pool.on('error', () => {});
  pools.push(pool);
  return pool;
}

describe('opening', () => {
  it('copies a prepared cluster where there is none, and opens what is there the next time', async () => {
    const events: EmbeddedDatabaseEvent[] = [];
    const first = await open(events);
    expect(events).toEqual([{ kind: 'creating', from: 'prepared' }]);
    const pool = poolOf(first);
    await pool.query('create table kept as select 7 as n');
    await pool.end();
    await first.stop();
    expect(first.health().state).toBe('stopped');

    const second = await open(events);
    expect(events).toHaveLength(1);
    expect((await poolOf(second).query('select n from kept')).rows).toEqual([{ n: 7 }]);
  });

  it('creates a database from nothing when none is prepared', async () => {
    const events: EmbeddedDatabaseEvent[] = [];
    const report = (event: EmbeddedDatabaseEvent): number => events.push(event);
    const database = await openEmbeddedDatabase({ owner: ownerOf(home), prepared: join(home, 'absent'), report });
    databases.push(database);
    expect(events).toEqual([{ kind: 'creating', from: 'nothing' }]);
    expect((await poolOf(database).query('select 1 as n')).rows).toEqual([{ n: 1 }]);
    expect(readdirSync(home).toSorted()).toEqual(['database', 'run']);
  });

  it('has vectors', async () => {
    const pool = poolOf(await open());
    await pool.query('create extension if not exists vector');
    const { rows } = await pool.query("select '[1,2]'::vector <-> $1::vector as distance", ['[1,5]']);
    expect(rows).toEqual([{ distance: 3 }]);
  });

  it('serves a directory whose path is too long for a socket', async () => {
    const path = join(home, 'd'.repeat(120));
    mkdirSync(path);
    const database = await open([], path);
    expect(database.connection.host.startsWith(path)).toBe(false);
    expect((await poolOf(database).query('select 1 as n')).rows).toEqual([{ n: 1 }]);
  });

  it('refuses a second opening in one process, and one without the right to the directory', async () => {
    await open();
    await expect(openEmbeddedDatabase({ owner: ownerOf(home) })).rejects.toThrow('is open in this process already');
    await expect(openEmbeddedDatabase({ owner: { path: home, isHeld: () => false } })).rejects.toThrow(
      'was given back; its database may not be opened',
    );
  });

  it('refuses what another PostgreSQL wrote, and what is no database, and leaves both as they are', async () => {
    const directory = join(home, 'database');
    cpSync(prepared, directory, { recursive: true });
    writeFileSync(join(directory, 'PG_VERSION'), '17\n');
    await expect(open()).rejects.toMatchObject({
      code: 'embedded-database.other-major',
      kind: 'invalid',
      message: expect.stringContaining('written by PostgreSQL 17, and this Candor brings PostgreSQL 18'),
    });
    expect(readFileSync(join(directory, 'PG_VERSION'), 'utf8')).toBe('17\n');

    rmSync(directory, { recursive: true });
    mkdirSync(directory);
    writeFileSync(join(directory, 'holiday.jpg'), 'x');
    await expect(open()).rejects.toMatchObject({
      code: 'embedded-database.foreign',
      message: expect.stringContaining('(it has holiday.jpg)'),
    });
    expect(readdirSync(directory)).toEqual(['holiday.jpg']);

    rmSync(directory, { recursive: true });
    writeFileSync(directory, 'x');
    await expect(open()).rejects.toMatchObject({ code: 'embedded-database.foreign' });
    expect(readFileSync(directory, 'utf8')).toBe('x');
  });

  it('says what PostgreSQL says of a damaged database', async () => {
    const directory = join(home, 'database');
    cpSync(prepared, directory, { recursive: true });
    writeFileSync(join(directory, 'global', 'pg_control'), Buffer.alloc(8192, 1));
    await expect(open()).rejects.toMatchObject({
      code: 'embedded-database.cannot-open',
      kind: 'halt',
      message: expect.stringMatching(/cannot be opened: .+ It was left as it is: restore a backup/),
    });
    cpSync(join(prepared, 'global', 'pg_control'), join(directory, 'global', 'pg_control'));
    expect((await poolOf(await open()).query('select 1 as n')).rows, 'once it is mended').toEqual([{ n: 1 }]);
  });

  it('starts anew after a creation that was cut off, and clears what it left', async () => {
    cpSync(prepared, join(home, 'database.unfinished-0badcafe'), { recursive: true });
    rmSync(join(home, 'database.unfinished-0badcafe', 'global'), { recursive: true });
    mkdirSync(join(home, 'database'));
    await open();
    expect(readdirSync(home).toSorted()).toEqual(['database', 'run']);
  });

  it('gives up when it is told to, leaving nothing', async () => {
    const stop = new AbortController();
    const opening = openEmbeddedDatabase({
      owner: ownerOf(home),
      signal: stop.signal,
      report: () => setImmediate(() => stop.abort()),
    });
    await expect(opening).rejects.toThrow('aborted');
    expect(readdirSync(home)).toEqual(['run']);
    await open();
  });
});

describe('the wire', () => {
  it('keeps statements of two clients apart by serving one after the other', async () => {
    const database = await open();
    const first = new pg.Client(database.connection);
    const second = new pg.Client(database.connection);
    await first.connect();
    await first.query('create table t (n int)');
    await first.query('begin');
    await first.query('insert into t values (1)');
    await first.query({ name: 'mine', text: 'select $1::int', values: [1] });
    await first.query('set search_path to nowhere');
    const connecting = second.connect();
    await first.end();
    await connecting;
    expect((await second.query('select count(*)::int as n from t')).rows, 'what was open is rolled back').toEqual([
      { n: 0 },
    ]);
    await second.query({ name: 'mine', text: 'select $1::text', values: ['a'] });
    await second.end();
  });

  it('refuses a connection that waits too long, by a sentence', { timeout: 20_000 }, async () => {
    const database = await open();
    const first = new pg.Client(database.connection);
    await first.connect();
    const second = new pg.Client(database.connection);
    await expect(second.connect()).rejects.toMatchObject({
      code: '53300',
      message: 'The embedded database serves one connection at a time, and another one is open.',
    });
    expect((await first.query('select 1 as n')).rows).toEqual([{ n: 1 }]);
    await first.end();
  });

  it('goes on after a client that died in the middle of a statement', async () => {
    const database = await open();
    const rude = new pg.Client(database.connection);
    rude.on('error', () => {});
    await rude.connect();
    await rude.query('create table t (n int)');
    await rude.query('begin');
    const cut = rude.query('insert into t select generate_series(1, 200000)').catch(() => {});
    rude.connection.stream.destroy();
    await cut;
    const pool = poolOf(database);
    expect((await pool.query('select count(*)::int as n from t')).rows).toEqual([{ n: 0 }]);
  });

  it('carries what is larger than any buffer, both ways', async () => {
    const pool = poolOf(await open());
    const text = 'candor '.repeat(3_000_000);
    const { rows } = await pool.query('select $1::text as text, length($1::text) as length', [text]);
    expect(rows[0].length).toBe(text.length);
    expect(rows[0].text === text).toBe(true);
  });

  it('gives notifications to the client that listens', async () => {
    const database = await open();
    const client = new pg.Client(database.connection);
    await client.connect();
    const heard = once(client, 'notification');
    await client.query('listen news');
    await client.query("select pg_notify('news', $1)", ['filled']);
    expect((await heard)[0]).toMatchObject({ channel: 'news', payload: 'filled' });
    await client.end();
  });

  it('reports an error of SQL as one, and goes on', async () => {
    const pool = poolOf(await open());
    await expect(pool.query('selct 1')).rejects.toMatchObject({ code: '42601' });
    await expect(pool.query('select $1::int', ['x'])).rejects.toMatchObject({ code: '22P02' });
    await expect(
      pool.query(
        'create function down(n int) returns int language plpgsql as $$ begin return down(n + 1); end $$; select down(1)',
      ),
      'a stack that is too deep is an error, not the end',
    ).rejects.toMatchObject({ code: '54001' });
    expect((await pool.query('select $1::int as n', [1])).rows).toEqual([{ n: 1 }]);
  });
});

describe('a loss', () => {
  // PGlite ends when it would have to wait for the client in the middle of a statement.
  const FATAL = 'copy t from stdin';

  it('is noticed, fails what ran, and mends itself with every acknowledged row', async () => {
    const events: EmbeddedDatabaseEvent[] = [];
    const database = await open(events);
    const pool = poolOf(database);
    await pool.query('create table t (n int)');
    for (let loss = 1; loss <= 3; loss += 1) {
      await pool.query('insert into t values ($1)', [loss]);
      await expect(pool.query(FATAL)).rejects.toThrow();
      await vi.waitFor(() => expect(database.health()).toMatchObject({ state: 'running', recoveries: loss }), 20_000);
      expect((await pool.query('select count(*)::int as n from t')).rows).toEqual([{ n: loss }]);
    }
    expect(database.health().lastLoss).toMatch(/exit/);
    expect(events.filter(({ kind }) => kind === 'lost')).toHaveLength(3);
    expect(events.filter(({ kind }) => kind === 'recovered')).toHaveLength(3);
  });

  it('acknowledges nothing that it did not keep', async () => {
    const database = await open();
    const pool = poolOf(database);
    await pool.query('create table t (n int)');
    const client = await pool.connect();
    client.on('error', () => {});
    await client.query('begin');
    await client.query('insert into t values (1)');
    await expect(client.query(FATAL)).rejects.toThrow();
    await expect(client.query('commit')).rejects.toThrow();
    client.release(true);
    await vi.waitFor(() => expect(database.health().recoveries).toBe(1), 20_000);
    expect((await pool.query('select count(*)::int as n from t')).rows).toEqual([{ n: 0 }]);
  });

  it('fails statements by an error of the connection while it lasts, and can be stopped in', async () => {
    const database = await open();
    const pool = poolOf(database);
    await pool.query('create table t (n int)');
    await expect(pool.query(FATAL)).rejects.toThrow();
    await vi.waitFor(() => expect(database.health().state).toBe('recovering'), { interval: 1 });
    await expect(pool.query('select 1')).rejects.toMatchObject({ code: expect.stringMatching(/ENOENT|ECONNREFUSED/) });
    await database.stop();
    expect(database.health()).toMatchObject({ state: 'stopped', recoveries: 0 });
    await open();
  });
});

it('keeps the log short while it runs, so that opening after a kill stays quick', async () => {
  const pool = poolOf(await open());
  await pool.query('create table t (n int, filling text)');
  const logFiles = (): number => readdirSync(join(home, 'database', 'pg_wal')).length;
  while (logFiles() <= 16) {
    await pool.query("insert into t select n, repeat('x', 400) from generate_series(1, 100000) n");
  }
  await vi.waitFor(() => expect(logFiles()).toBeLessThan(14), { timeout: 30_000, interval: 200 });
});

describe('a killed process', () => {
  it('loses no row that it was told is written', async () => {
    let acknowledged = 0;
    for (let kill = 0; kill < 6; kill += 1) {
      const child = spawn(process.execPath, ['--input-type=module-typescript', '--eval', WRITER, home, prepared], {
        cwd: import.meta.dirname,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      children.push(child);
      const exit = once(child, 'exit');
      const killAt = acknowledged + 40 + 97 * kill;
      for await (const line of createInterface({ input: child.stdout })) {
        acknowledged = Math.max(acknowledged, Number(line));
        if (acknowledged >= killAt) child.kill('SIGKILL');
      }
      await exit;
      const database = await open();
      const pool = poolOf(database);
      const { rows } = await pool.query(
        'select count(*)::int as count, max(n) as max, (select value from counter) as counter from written',
      );
      const [{ count, max, counter }] = rows;
      expect(max, 'every acknowledged row is there').toBeGreaterThanOrEqual(acknowledged);
      expect(count, 'and none twice, none missing between').toBe(max);
      expect(counter, 'what one transaction wrote is there together').toBe(max);
      acknowledged = max;
      await pool.end();
      await database.stop();
    }
    expect(acknowledged).toBeGreaterThan(6 * 40);
  });
});

// Writes numbered rows, each in a transaction with the counter, and says each number after it was told that it is written.
const WRITER = `
import pg from 'pg';
import { openEmbeddedDatabase } from ${JSON.stringify(import.meta.resolve('./embedded-database.ts'))};
const [path, prepared] = process.argv.slice(1);
const database = await openEmbeddedDatabase({ owner: { path, isHeld: () => true }, prepared });
const pool = new pg.Pool(database.connection);
await pool.query('create table if not exists written (n int primary key, filling text)');
await pool.query('create table if not exists counter as select 0 as value');
const { rows } = await pool.query('select value from counter');
for (let n = rows[0].value + 1; ; n += 1) {
  const client = await pool.connect();
  await client.query('begin');
  await client.query('insert into written values ($1, $2)', [n, 'x'.repeat(n % 3000)]);
  await client.query('update counter set value = $1', [n]);
  if (n % 50 === 0) await client.query('checkpoint');
  await client.query('commit');
  client.release();
  console.log(String(n));
}`;
