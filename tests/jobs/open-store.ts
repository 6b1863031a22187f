import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UnitOfWork } from '@candor/domain/ports/repositories';
import { openDatabase } from '@candor/storage/database';
import { openEmbeddedDatabase } from '@candor/storage/embedded/embedded-database';
import { migrate } from '@candor/storage/migrate';
import { createUnitOfWork } from '@candor/storage/unit-of-work';
import type { Pool } from 'pg';

/** A database with all tables, nothing in them. */
export interface Store {
  readonly pool: Pool;
  readonly unitOfWork: UnitOfWork;
  close(): Promise<void>;
}

/** Returns a store in a new directory, in a thread of this process. */
export async function openEmbeddedStore(
  directory = realpathSync(mkdtempSync(join(tmpdir(), 'candor-'))),
): Promise<Store> {
  const embedded = await openEmbeddedDatabase({ owner: { path: directory, isHeld: () => true } });
  const { max, ...address } = embedded.connection;
  const database = openDatabase({ ...address, maxConnections: max });
  await migrate(database);
  return {
    pool: database.pool,
    unitOfWork: createUnitOfWork(database),
    close: async () => {
      await database.close();
      await embedded.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Returns a store in a database of its own on a real server. */
export async function openPostgresStore(url: string): Promise<Store> {
  const database = openDatabase({ connectionString: url, maxConnections: 5 });
  await migrate(database);
  return { pool: database.pool, unitOfWork: createUnitOfWork(database), close: () => database.close() };
}
