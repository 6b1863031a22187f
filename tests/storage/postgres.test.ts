import { CandorError } from '@candor/domain/candor-error';
import { type Database, openDatabase } from '@candor/storage/database';
import { migrate, migrationStatus, readMigrations, requireCurrentSchema } from '@candor/storage/migrate';
import { createUnitOfWork } from '@candor/storage/unit-of-work';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { describeWithOwnServer } from '../services/describe-with-own-server.ts';
import { describeWithPostgres } from '../services/describe-with-postgres.ts';
import { freshPostgresDatabase } from '../services/fresh-postgres-database.ts';
import { describeStorage } from './describe-storage.ts';
import { accountRow } from './rows.ts';

const opened: Database[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.close()));
});

function open(options: Parameters<typeof openDatabase>[0]): Database {
  const database = openDatabase(options);
  opened.push(database);
  return database;
}

const UNAVAILABLE = { code: 'storage.unavailable', kind: 'retry' };

describeWithPostgres('storage on PostgreSQL', () => {
  describeStorage(async () => openDatabase({ connectionString: await freshPostgresDatabase(), maxConnections: 8 }));

  describe('migrations', () => {
    it('are applied once by processes that start together', async () => {
      const connectionString = await freshPostgresDatabase();
      const [one, two] = [1, 2].map(() => open({ connectionString, maxConnections: 1 }));
      const names = readMigrations().map(({ name }) => name);
      expect(await migrationStatus(one!)).toEqual(names.map((name) => ({ name, appliedAt: undefined })));
      await expect(requireCurrentSchema(one!)).rejects.toMatchObject({ code: 'storage.schema-behind' });
      const applied = await Promise.all([migrate(one!), migrate(two!)]);
      expect(applied.toSorted((a, b) => a.length - b.length)).toEqual([[], names]);
      await requireCurrentSchema(two!);
      expect(await migrationStatus(two!)).toEqual(names.map((name) => ({ name, appliedAt: expect.any(Number) })));
    });

    it('are applied all or none', async () => {
      const database = open({ connectionString: await freshPostgresDatabase(), maxConnections: 1 });
      const broken = [...readMigrations(), { name: '9999_broken', sql: 'create table a (); create table a ();' }];
      await expect(migrate(database, broken)).rejects.toThrow(/already exists/);
      const { rows } = await database.pool.query("select 1 from pg_tables where schemaname = 'public'");
      expect(rows).toEqual([]);
    });

    it('refuse a database that a newer or another version wrote', async () => {
      const database = open({ connectionString: await freshPostgresDatabase(), maxConnections: 1 });
      const newer = [...readMigrations(), { name: '9999_of-the-future', sql: 'create table a ()' }];
      await migrate(database, newer);
      for (const attempt of [migrate(database), migrationStatus(database), requireCurrentSchema(database)]) {
        await expect(attempt).rejects.toMatchObject({
          code: 'storage.newer-schema',
          kind: 'conflict',
          message: expect.stringMatching(/9999_of-the-future.*Update Candor/),
        });
      }
      const edited = newer.map(({ name, sql }) => ({ name, sql: `${sql}\n-- edited` }));
      await expect(migrate(database, edited)).rejects.toMatchObject({ code: 'storage.changed-migration' });
    });
  });

  it('does work again that met another in a deadlock', async () => {
    const database = open({ connectionString: await freshPostgresDatabase(), maxConnections: 4 });
    await migrate(database);
    const unitOfWork = createUnitOfWork(database);
    const [a, b] = [accountRow(), accountRow()];
    const met = Promise.withResolvers<void>();
    let [attempts, arrived] = [0, 0];
    const transfer = (first: typeof a, second: typeof a) =>
      unitOfWork.run(async ({ accounts }) => {
        attempts++;
        await accounts.save(first);
        arrived++;
        if (arrived === 2) met.resolve();
        await met.promise;
        await accounts.save(second);
      });
    await unitOfWork.run(async ({ accounts }) => {
      await accounts.save(a);
      await accounts.save(b);
    });
    await Promise.all([transfer(a, { ...b, name: 'by one' }), transfer(b, { ...a, name: 'by two' })]);
    expect(attempts).toBeGreaterThan(2);
    const names = await unitOfWork.run(async ({ accounts }) => [await accounts.find(a.id), await accounts.find(b.id)]);
    expect(names.map((each) => each?.name)).toContainEqual(expect.stringMatching(/^by/));
  });

  it('gives up on a statement that takes too long, and the connection works on', async () => {
    const connectionString = await freshPostgresDatabase();
    await migrate(open({ connectionString, maxConnections: 1 }));
    const account = accountRow();
    const hurried = open({ connectionString, maxConnections: 1, statement_timeout: 50 });
    const holder = await open({ connectionString, maxConnections: 1 }).pool.connect();
    await holder.query('begin');
    await holder.query('lock table accounts');
    const unitOfWork = createUnitOfWork(hurried);
    const save = () => unitOfWork.run(({ accounts }) => accounts.save(account));
    await expect(save()).rejects.toMatchObject(UNAVAILABLE);
    await expect(save()).rejects.toThrow(/took too long/);
    await holder.query('rollback');
    holder.release();
    await save();
  });

  it('says who is refused when the server does not let it in', async () => {
    const url = new URL(await freshPostgresDatabase());
    url.pathname = '/no_such_database';
    const database = open({ connectionString: url.href, maxConnections: 1 });
    await expect(database.ping()).rejects.toMatchObject({ code: 'storage.refused', kind: 'invalid' });
    await expect(database.ping()).rejects.toThrow(/no_such_database/);
  });
});

describeWithOwnServer('postgres', 'storage on a PostgreSQL that goes away', (start) => {
  it('fails as retry while it is gone, and works on when it is back, without a hand', async () => {
    const server = await start();
    const lost = vi.fn();
    const database = open({ connectionString: server.url, maxConnections: 2, onLostConnection: lost });
    await migrate(database);
    const unitOfWork = createUnitOfWork(database);
    const [before, during, after] = [accountRow(), accountRow(), accountRow()];
    await unitOfWork.run(({ accounts }) => accounts.save(before));

    const begun = Promise.withResolvers<void>();
    const killed = Promise.withResolvers<void>();
    const interrupted = unitOfWork.run(async ({ accounts }) => {
      await accounts.save(during);
      begun.resolve();
      await killed.promise;
      await accounts.save(after);
    });
    const idle = await database.pool.connect();
    await begun.promise;
    idle.release();
    await server.kill();
    killed.resolve();
    await expect(interrupted).rejects.toMatchObject(UNAVAILABLE);
    await vi.waitFor(() => expect(lost).toHaveBeenCalled());
    await expect(unitOfWork.run(({ accounts }) => accounts.list())).rejects.toMatchObject(UNAVAILABLE);
    await expect(database.ping()).rejects.toMatchObject(UNAVAILABLE);

    await server.start();
    await database.ping();
    const ids = await unitOfWork.run(async ({ accounts }) => (await accounts.list()).map(({ id }) => id));
    expect(ids).toEqual([before.id]);
  });

  it('waits no longer than it is told for a server that is silent', async () => {
    const server = await start();
    const database = open({
      connectionString: server.url,
      maxConnections: 1,
      connectTimeoutMs: 300,
      query_timeout: 300,
    });
    await migrate(database);
    const unitOfWork = createUnitOfWork(database);
    await server.pause();
    const silent = unitOfWork.run(({ accounts }) => accounts.list());
    await expect(silent).rejects.toMatchObject({ ...UNAVAILABLE, cause: expect.any(Error) });
    await expect(database.ping()).rejects.toBeInstanceOf(CandorError);
    await server.resume();
    await vi.waitFor(() => database.ping(), { timeout: 10_000 });
    expect(await unitOfWork.run(({ accounts }) => accounts.list())).toEqual([]);
  });
});

describe('a database that is not there', () => {
  it('fails as retry at the first use and not before', async () => {
    const database = open({ host: '127.0.0.1', port: 1, maxConnections: 1 });
    await expect(createUnitOfWork(database).run(async () => 1)).rejects.toMatchObject(UNAVAILABLE);
    await expect(database.ping()).rejects.toMatchObject(UNAVAILABLE);
    expect(database.statistics()).toEqual({ total: 0, idle: 0, waiting: 0 });
  });

  it.each([0, 1.5, Number.NaN])('refuses %d connections', (maxConnections) =>
    expect(() => openDatabase({ maxConnections })).toThrow(/whole number from 1/),
  );
});
