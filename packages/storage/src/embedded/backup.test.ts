import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { backupEmbedded } from './backup-embedded.ts';
import { type EmbeddedDatabase, openEmbeddedDatabase } from './embedded-database.ts';
import { openOnce } from './embedded-thread.ts';
import { type RestoreRequest, restoreEmbedded } from './restore-embedded.ts';

const AT = Date.UTC(2026, 4, 6, 7, 8, 9);
const MIGRATIONS = ['0000_first', '0001_second'];

// One database with rows and its backup, made once; each test restores it to a folder of its own.
let source: string;
let file: string;
let home: string;
const running: { database: EmbeddedDatabase; pool: pg.Pool }[] = [];
beforeAll(async () => {
  source = realpathSync(mkdtempSync(join(tmpdir(), 'candor-')));
  await openOnce(join(source, 'prepared'), undefined);
  file = join(source, 'backup.tar.gz');
  const { pool, database } = await start(source);
  await pool.query("create table kept as select n, repeat('x', n % 500) as text from generate_series(1, 20000) n");
  const client = await pool.connect();
  await client.query('begin');
  await client.query('delete from kept');
  const manifest = await backupEmbedded(request(database));
  expect(manifest).toMatchObject({
    createdAt: '2026-05-06T07:08:09.000Z',
    migrations: MIGRATIONS,
    postgresMajor: '18',
  });
  await client.query('commit');
  client.release();
  expect((await pool.query('select count(*)::int as n from kept')).rows).toEqual([{ n: 0 }]);
  expect(readdirSync(source).toSorted()).toEqual(['backup.tar.gz', 'database', 'prepared', 'run']);
  await stopAll();
}, 60_000);
afterAll(() => rmSync(source, { recursive: true }));
beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'candor-')));
});
afterEach(async () => {
  await stopAll();
  rmSync(home, { recursive: true, force: true });
});

const ownerOf = (path: string) => ({ path, isHeld: () => true });

const request = (database: EmbeddedDatabase) => ({
  database,
  file,
  createdAt: AT,
  codeVersion: '1+sha256.abc',
  migrations: MIGRATIONS,
});

function restore(more: Partial<RestoreRequest> = {}): ReturnType<typeof restoreEmbedded> {
  return restoreEmbedded({
    owner: ownerOf(home),
    file,
    replace: false,
    knownMigrations: [...MIGRATIONS, '0002_third'],
    at: AT,
    ...more,
  });
}

async function start(path: string): Promise<{ database: EmbeddedDatabase; pool: pg.Pool }> {
  const database = await openEmbeddedDatabase({ owner: ownerOf(path), prepared: join(source, 'prepared') });
  const pool = new pg.Pool(database.connection);
  running.push({ database, pool });
  return { database, pool };
}

async function stopAll(): Promise<void> {
  for (const { pool, database } of running.splice(0)) {
    await pool.end();
    await database.stop();
  }
}

async function countRows(path: string): Promise<number> {
  const { pool } = await start(path);
  const { rows } = await pool.query('select count(*)::int as n from kept');
  return rows[0].n;
}

it('brings back what was committed when it was made, an open transaction left out', async () => {
  const { manifest, putAside } = await restore();
  expect(putAside).toBeUndefined();
  expect(manifest.codeVersion).toBe('1+sha256.abc');
  expect(readdirSync(home)).toEqual(['database']);
  expect(await countRows(home)).toBe(20_000);
});

it('is an archive that tar reads', () => {
  const names = execFileSync('tar', ['-tzf', file], { encoding: 'utf8' }).split('\n');
  expect(names[0]).toBe('candor-backup.json');
  expect(names).toContain('database/PG_VERSION');
  const manifest = execFileSync('tar', ['-xzOf', file, 'candor-backup.json'], { encoding: 'utf8' });
  expect(JSON.parse(manifest)).toMatchObject({ format: 'candor-backup', migrations: MIGRATIONS });
});

it('writes no backup over a file, and none where it cannot', async () => {
  const { database } = await start(home);
  const before = readFileSync(file);
  await expect(backupEmbedded(request(database))).rejects.toMatchObject({ code: 'backup.exists', kind: 'invalid' });
  expect(readFileSync(file).equals(before)).toBe(true);
  await expect(backupEmbedded({ ...request(database), file: join(home, 'absent', 'x') })).rejects.toMatchObject({
    code: 'backup.unwritable',
    message: expect.stringContaining('(ENOENT)'),
  });
  expect(readdirSync(home).toSorted()).toEqual(['database', 'run']);
});

it('refuses to restore over a database, and puts it aside when that is asked for', async () => {
  const { pool } = await start(home);
  await pool.query('create table mine as select 1 as n');
  await expect(restore({ replace: true }), 'while it is open').rejects.toThrow('is open in this process already');
  await stopAll();
  await expect(restore()).rejects.toMatchObject({ code: 'backup.occupied', kind: 'conflict' });

  const { putAside } = await restore({ replace: true });
  expect(putAside).toBe(join(home, 'database.before-restore-20260506T070809Z'));
  expect(await countRows(home)).toBe(20_000);
  await stopAll();
  rmSync(join(home, 'database'), { recursive: true });
  renameSync(putAside!, join(home, 'database'));
  const again = await start(home);
  expect((await again.pool.query('select n from mine')).rows, 'what was put aside is whole').toEqual([{ n: 1 }]);
});

it('refuses a backup of a newer schema, naming it', async () => {
  await expect(restore({ knownMigrations: ['0000_first'] })).rejects.toMatchObject({
    code: 'backup.newer',
    message: `${file} was made by a newer Candor (1+sha256.abc), whose schema has 0001_second. Restore it with that one.`,
  });
  expect(readdirSync(home)).toEqual([]);
});

it('refuses what is damaged or no backup, and changes nothing, wherever the damage is', async () => {
  const whole = readFileSync(file);
  const archive = gunzipSync(whole);
  const flipped = (at: number): Buffer => {
    const copy = Buffer.from(archive);
    copy[at] = copy[at]! ^ 1;
    return gzipSync(copy, { level: 1 });
  };
  const otherMajor = Buffer.from(
    archive.toString('latin1').replace('"postgresMajor": "18"', '"postgresMajor": "19"'),
    'latin1',
  );
  const cases: Readonly<Record<string, Buffer>> = {
    empty: Buffer.alloc(0),
    'no archive': Buffer.from('a,b\n1,2\n'),
    'zipped, no archive': gzipSync(Buffer.from('a,b\n1,2\n')),
    'cut off': whole.subarray(0, whole.length / 2),
    'cut off where a file ends': gzipSync(archive.subarray(0, archive.length - 1024 - 512)),
    'a flipped bit of the zip': Buffer.concat([whole.subarray(0, 90_000), Buffer.from([0xff]), whole.subarray(90_001)]),
    'a flipped bit of a page': flipped(Math.floor(archive.length / 2)),
    'a flipped bit of the manifest': flipped(512 + 3),
    'another major': gzipSync(otherMajor, { level: 1 }),
  };
  mkdirSync(join(home, 'database'));
  writeFileSync(join(home, 'database', 'mine'), 'x');
  for (const [name, bytes] of Object.entries(cases)) {
    const bad = join(source, 'bad');
    writeFileSync(bad, bytes);
    await expect(restore({ file: bad, replace: true }), name).rejects.toMatchObject({
      code: name === 'another major' ? 'backup.other-major' : 'backup.unreadable',
      kind: 'invalid',
    });
    expect(readdirSync(home), name).toEqual(['database']);
    expect(readdirSync(join(home, 'database')), name).toEqual(['mine']);
  }
  await expect(restore({ file: join(source, 'absent'), replace: true })).rejects.toMatchObject({
    code: 'backup.unreadable',
    message: expect.stringContaining('ENOENT'),
  });
});

it('unpacks nothing outside its folder', async () => {
  const outside = join(source, 'outside');
  mkdirSync(join(outside, 'database'), { recursive: true });
  writeFileSync(join(outside, 'candor-backup.json'), execFileSync('tar', ['-xzOf', file, 'candor-backup.json']));
  writeFileSync(join(outside, 'evil'), 'x');
  const bad = join(source, 'evil.tar.gz');
  const options = ['--format=ustar', '--absolute-names', '--transform=s,^evil,database/../../evil,'];
  execFileSync('tar', [...options, '-czf', bad, '-C', outside, 'candor-backup.json', 'evil']);
  await expect(restore({ file: bad })).rejects.toMatchObject({
    code: 'backup.unreadable',
    message: expect.stringContaining('database/../../evil'),
  });
  expect(existsSync(join(home, '..', 'evil'))).toBe(false);
  expect(readdirSync(home)).toEqual([]);
});

it('finishes a restore that was killed between its two moves, and forgets one killed before them', async () => {
  await restore();
  renameSync(join(home, 'database'), join(home, 'database.restored'));
  mkdirSync(join(home, 'database.copy-0badcafe'));
  expect(await countRows(home)).toBe(20_000);
  expect(readdirSync(home).toSorted()).toEqual(['database', 'run']);
  await stopAll();

  mkdirSync(join(home, 'database.restored'));
  expect(await countRows(home)).toBe(20_000);
  expect(readdirSync(home).toSorted()).toEqual(['database', 'run']);
});
