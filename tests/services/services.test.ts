import { Client } from 'pg';
import { expect, it } from 'vitest';
import { describeWithOwnServer } from './describe-with-own-server.ts';
import { describeWithPostgres } from './describe-with-postgres.ts';
import { freshPostgresDatabase } from './fresh-postgres-database.ts';

async function rows(url: string, statement: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

describeWithPostgres('a fresh database', () => {
  it('is empty, has pgvector at hand and is nobody else’s', async () => {
    const [mine, yours] = await Promise.all([freshPostgresDatabase(), freshPostgresDatabase()]);
    await rows(mine, 'CREATE EXTENSION vector');
    await rows(mine, 'CREATE TABLE bars (close double precision)');
    expect(await rows(mine, "SELECT '[3,4]'::vector <-> '[0,0]'::vector AS distance")).toEqual([{ distance: 5 }]);
    expect(await rows(yours, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).toEqual([]);
  });
});

describeWithOwnServer('postgres', 'a PostgreSQL of one’s own', (start) => {
  it('keeps what was committed when it is killed and started again', async () => {
    const server = await start();
    await rows(server.url, 'CREATE TABLE orders AS SELECT 1 AS id');
    await server.kill();
    await expect(rows(server.url, 'SELECT 1')).rejects.toThrow(/ECONNREFUSED/);
    await server.start();
    expect(await rows(server.url, 'SELECT id FROM orders')).toEqual([{ id: 1 }]);
  });

  it('answers again after it was frozen', async () => {
    const server = await start();
    await server.pause();
    const impatient = new Client({ connectionString: server.url, connectionTimeoutMillis: 200 });
    await expect(impatient.connect()).rejects.toThrow(/timeout/);
    await server.resume();
    expect(await rows(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});
