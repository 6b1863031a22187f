import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import type { WireDatabase } from './wire-server.ts';

export interface OpenDatabase extends WireDatabase {
  /** Runs `work` while no statement runs. */
  exclusively<T>(work: (execute: WireDatabase['execute']) => Promise<T>): Promise<T>;
  /** Writes everything to its place and closes. */
  close(): Promise<void>;
}

/** How PGlite reports the ordinary end of a statement by an SQL error. Every other throw is the end of the database. */
const SQL_ERROR_STATUS = 100;

/**
 * Opens a cluster, creating it when the folder is empty, and returns it. Throws with what PostgreSQL said when it cannot be opened.
 *
 * PGlite goes on after a trap (a stack that overflowed, an exit by a fatal error) and answers nonsense from then on, a commit that never was
 * included. Here the first trap is the last word: what the statement said is dropped, `onBroken` is told, and nothing runs any more.
 */
export async function openPGlite(directory: string, onBroken: (reason: string) => void): Promise<OpenDatabase> {
  const database = await open(directory);
  let broken: Error | undefined;
  const { Module } = database;
  const step = Module._PostgresMainLoopOnce;
  Module._PostgresMainLoopOnce = () => {
    if (broken !== undefined) throw broken;
    try {
      step();
    } catch (error) {
      if (!isSqlError(error)) {
        broken = new Error(`The database broke: ${reasonOf(error)}`);
        // At once, since PGlite may call again and again without ever coming back.
        onBroken(reasonOf(error));
      }
      throw error;
    }
  };

  const execute: WireDatabase['execute'] = async (messages, onBytes) => {
    const onRawData = (bytes: Uint8Array): void => {
      if (broken === undefined) onBytes(bytes);
    };
    await database.execProtocolRawStream(messages, { onRawData });
    if (broken !== undefined) throw broken;
  };
  return {
    execute: (messages, onBytes) => database.runExclusive(() => execute(messages, onBytes)),
    exclusively: (work) => database.runExclusive(() => work(execute)),
    close: () => database.close(),
  };
}

// PGlite runs PostgreSQL as a single process without helpers. The log is kept short by our own checkpoints.
const SETTINGS = { max_wal_size: '128MB', min_wal_size: '32MB' };

async function open(directory: string): Promise<PGlite> {
  const said: string[] = [];
  try {
    return await PGlite.create(directory, {
      extensions: { vector },
      startParams: [
        ...PGlite.defaultStartParams,
        ...Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
      ],
      onStderr: (line) => {
        said.push(line);
        return false;
      },
    });
  } catch (error) {
    const complaint = said.findLast((line) => /(FATAL|PANIC|ERROR):/.test(line));
    throw new Error(complaint ?? reasonOf(error), { cause: error });
  }
}

function isSqlError(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'status' in error && error.status === SQL_ERROR_STATUS;
}

// The exit of the program is reported by an object that is no error.
function reasonOf(error: unknown): string {
  const said = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
  return String(said);
}
