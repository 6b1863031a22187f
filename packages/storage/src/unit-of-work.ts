import { AsyncLocalStorage } from 'node:async_hooks';
import { CandorError } from '@candor/domain/candor-error';
import type { Repositories, UnitOfWork } from '@candor/domain/ports/repositories';
import type { PoolClient } from 'pg';
import { connectionOver } from './connection.ts';
import type { Database } from './database.ts';
import { createRepositories } from './repositories.ts';
import { isLostConnection, isSerializationFailure, translateError } from './translate-error.ts';

const MOST_ATTEMPTS = 4;

interface Running {
  isOver: boolean;
}

// Shared by all units of work: with one connection, a second one inside a first waits for a connection that will never come free.
const running = new AsyncLocalStorage<Running>();

/**
 * Returns the unit of work over a database: one transaction per run. Work that was in the way of others is done again from its start, so
 * it should do nothing outside the database. When the connection is lost at the very end, the work may have been written all the same:
 * whoever repeats it must be able to tell. Throws `storage.nested-unit-of-work` (conflict) for a run inside a run, and
 * `storage.not-committed` (conflict) when a statement failed and the work went on as if nothing had happened.
 */
export function createUnitOfWork(database: Database): UnitOfWork {
  return {
    run: async (work) => {
      if (running.getStore()?.isOver === false) {
        throw new CandorError('storage.nested-unit-of-work', {
          kind: 'conflict',
          message: 'A unit of work was begun inside another. Use the repositories of the one that is under way.',
        });
      }
      for (let attempt = 1; ; attempt++) {
        try {
          return await runOnce(database, work);
        } catch (error) {
          if (attempt === MOST_ATTEMPTS || !isSerializationFailure(error)) throw translateError(error);
        }
      }
    },
  };
}

async function runOnce<T>(database: Database, work: (repositories: Repositories) => Promise<T>): Promise<T> {
  const client = await database.pool.connect();
  const life: Running = { isOver: false };
  let isBroken = true;
  try {
    await client.query('begin');
    const repositories = createRepositories(connectionOver(client, () => life.isOver));
    let result: T;
    try {
      result = await running.run(life, () => work(repositories));
    } catch (error) {
      life.isOver = true;
      isBroken = isLostConnection(error) || !(await rolledBack(client));
      throw error;
    }
    life.isOver = true;
    const { command } = await client.query('commit');
    isBroken = false;
    if (command !== 'COMMIT') {
      throw new CandorError('storage.not-committed', {
        kind: 'conflict',
        message:
          'A statement of this unit of work failed and its error was not passed on, so nothing of it was written.',
      });
    }
    return result;
  } finally {
    life.isOver = true;
    client.release(isBroken);
  }
}

async function rolledBack(client: PoolClient): Promise<boolean> {
  try {
    await client.query('rollback');
    return true;
  } catch {
    // The connection is gone, and the transaction with it. Why the work failed is what the caller has to know.
    return false;
  }
}
