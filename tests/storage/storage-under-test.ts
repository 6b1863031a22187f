import type { Repositories, UnitOfWork } from '@candor/domain/ports/repositories';
import { connectionOver } from '@candor/storage/connection';
import type { Database } from '@candor/storage/database';
import { migrate } from '@candor/storage/migrate';
import { createRepositories } from '@candor/storage/repositories';
import { createUnitOfWork } from '@candor/storage/unit-of-work';
import type { PoolClient } from 'pg';
import { afterAll, beforeAll } from 'vitest';

/** A database with the schema, shared by the tests of a suite: each keeps to accounts, data sets and jobs of its own. */
export interface StorageUnderTest {
  readonly database: Database;
  readonly unitOfWork: UnitOfWork;
  /** Runs `work` in a transaction that is rolled back, with its connection at hand to do what no repository does. */
  undone<T>(work: (client: PoolClient, repositories: Repositories) => Promise<T>): Promise<T>;
}

// A new cluster takes seconds, and on a busy machine many of them.
const OPENING_MS = 60_000;

/** Opens a database before the tests of the suite and closes it after them; returns where to find it meanwhile. */
export function storageUnderTest(open: () => Promise<Database>): () => StorageUnderTest {
  let storage: StorageUnderTest | undefined;
  beforeAll(async () => {
    const database = await open();
    await migrate(database);
    storage = {
      database,
      unitOfWork: createUnitOfWork(database),
      undone: async (work) => {
        const client = await database.pool.connect();
        try {
          await client.query('begin');
          return await work(client, createRepositories(connectionOver(client, () => false)));
        } finally {
          await client.query('rollback');
          client.release();
        }
      },
    };
  }, OPENING_MS);
  afterAll(async () => {
    await storage?.database.close();
  });
  return () => {
    if (storage === undefined) throw new Error('The database is opened before the first test and not sooner.');
    return storage;
  };
}
