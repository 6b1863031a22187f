import { constants, cpSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { MessagePort } from 'node:worker_threads';
import { type OpenDatabase, openPGlite } from './open-pglite.ts';
import type { FromThread, ThreadData, ToThread } from './thread-messages.ts';
import { createWireServer, query, type WireServer } from './wire-server.ts';

/** Runs the embedded database in its thread: opens it, serves it where it is told, and closes it when it is asked to. */
export async function runEmbeddedDatabase(parent: MessagePort, { directory, listen }: ThreadData): Promise<void> {
  const tell = (message: FromThread): void => parent.postMessage(message);
  let database: OpenDatabase;
  try {
    database = await openPGlite(directory, (reason) => tell({ kind: 'broken', reason }));
  } catch (error) {
    return tell({ kind: 'cannot-open', reason: reasonOf(error) });
  }
  if (listen === undefined) {
    await database.close();
    return tell({ kind: 'closed' });
  }
  const wire = createWireServer(database, { longestWaitMs: 5000 });
  const checkpoints = keepCheckpoints(database, wire, directory);
  parent.on('message', async (message: ToThread) => {
    if (message.kind === 'copy') {
      try {
        await copy(database, wire, directory, message.target);
        tell({ kind: 'copied', id: message.id });
      } catch (error) {
        tell({ kind: 'not-copied', id: message.id, reason: reasonOf(error) });
      }
    } else {
      clearInterval(checkpoints);
      await wire.close();
      await database.close();
      tell({ kind: 'closed' });
    }
  });
  // What a killed process left; nobody else listens here, since the directory has one owner.
  if ('path' in listen) rmSync(listen.path, { force: true });
  wire.server.once('error', (error) => tell({ kind: 'cannot-open', reason: error.message }));
  wire.server.listen(listen, () => {
    const address = wire.server.address();
    tell({ kind: 'ready', port: typeof address === 'object' ? address?.port : undefined });
  });
}

// Copied at one moment, the files are what a killed process leaves: PostgreSQL recovers them when they are opened. What was acknowledged is
// in them, what was in the middle of a transaction is not.
function copy(database: OpenDatabase, wire: WireServer, directory: string, target: string): Promise<void> {
  return database.exclusively(async (execute) => {
    if (wire.isAtRest()) await execute(query('CHECKPOINT'), () => {});
    cpSync(directory, target, {
      recursive: true,
      // Costs no space and no time where the file system can share blocks.
      mode: constants.COPYFILE_FICLONE,
      filter: (path) => !NOT_COPIED.test(basename(path)),
    });
  });
}

const NOT_COPIED = /^(postmaster\.(pid|opts)|pgsql_tmp.*)$/;

const LOOK_EVERY_MS = 5000;
const CHECKPOINT_EVERY_LOOKS = 12;
// Files of 16 MB. A checkpoint leaves eight or fewer to be used again.
const MOST_LOG_FILES = 14;

// PostgreSQL leaves checkpoints to a helper process, which PGlite has not: the log would grow until the database is closed, and opening it
// after a kill would take as long as all that was ever written.
function keepCheckpoints(database: OpenDatabase, wire: WireServer, directory: string): NodeJS.Timeout {
  let looks = 0;
  return setInterval(async () => {
    looks += 1;
    try {
      const isDue = looks >= CHECKPOINT_EVERY_LOOKS || logFiles(directory) > MOST_LOG_FILES;
      if (!isDue) return;
      await database.exclusively(async (execute) => {
        if (!wire.isAtRest()) return;
        await execute(query('CHECKPOINT'), () => {});
        looks = 0;
      });
    } catch {
      // The database is lost, and that is told elsewhere.
    }
  }, LOOK_EVERY_MS);
}

function logFiles(directory: string): number {
  return readdirSync(join(directory, 'pg_wal')).length;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
