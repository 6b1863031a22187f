import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { CandorError } from '@candor/domain/candor-error';
import { besidePath, clusterPath, createCluster, hasCluster, isPrepared, tidyBeside, useCluster } from './cluster.ts';
import type { DirectoryOwner } from './directory-owner.ts';
import { type EmbeddedThread, startEmbeddedThread } from './embedded-thread.ts';
import { fitsSocket } from './short-socket-path.ts';
import type { ThreadData } from './thread-messages.ts';

export interface EmbeddedDatabaseOptions {
  /** The right to the data directory; the database lies in its folder `database`. */
  readonly owner: DirectoryOwner;
  /** A closed cluster to start from where there is none yet; used when it is there and fits. */
  readonly prepared?: string | undefined;
  /** Is told what happens to the database, for the log. */
  readonly report?: ((event: EmbeddedDatabaseEvent) => void) | undefined;
  /** Gives up opening. */
  readonly signal?: AbortSignal | undefined;
}

export type EmbeddedDatabaseEvent =
  /** There was no database, and one is made; from nothing that takes some seconds. */
  | { readonly kind: 'creating'; readonly from: 'prepared' | 'nothing' }
  | { readonly kind: 'lost'; readonly reason: string; readonly retryInMs: number }
  | { readonly kind: 'recovered'; readonly tookMs: number };

export interface EmbeddedDatabaseHealth {
  readonly state: 'running' | 'recovering' | 'stopped';
  /** How often it was lost and opened again since it was started. */
  readonly recoveries: number;
  /** Why it was lost the last time. */
  readonly lastLoss: string | undefined;
}

/** PostgreSQL in a thread of this process, for `pg` to connect to. */
export interface EmbeddedDatabase {
  /** What `pg.Pool` takes. One connection at a time is served, so one pool with this `max` is all there may be. */
  readonly connection: {
    readonly host: string;
    readonly port: number;
    readonly user: string;
    readonly database: string;
    readonly max: 1;
  };
  health(): EmbeddedDatabaseHealth;
  /** Runs `work` with a copy of the cluster as it is at one moment, and removes the copy. Statements wait while it is made, not while `work` runs. */
  withCopy<T>(work: (folder: string) => Promise<T>): Promise<T>;
  /** Answers what has arrived, writes everything to its place and closes. */
  stop(): Promise<void>;
}

/**
 * Opens the embedded database of a data directory, creating it when there is none. Throws `embedded-database.…` and leaves the directory as
 * it is when something else is there.
 *
 * When its thread is lost, by running out of memory or by a fault of PostgreSQL, statements fail as they do when a server is gone, and the
 * thread is started again until it runs. A killed process loses no acknowledged row; a machine that loses power may, since PGlite does not
 * wait for the disk.
 */
export async function openEmbeddedDatabase(options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  const { owner, prepared, signal, report = () => {} } = options;
  if (!owner.isHeld()) throw new Error(`${owner.path} was given back; its database may not be opened.`);
  const directory = clusterPath(owner);
  const leave = useCluster(directory);
  const place = choosePlace(owner.path);
  let thread: EmbeddedThread;
  try {
    tidyBeside(directory);
    if (!hasCluster(directory)) {
      const from = prepared !== undefined && isPrepared(prepared) ? prepared : undefined;
      report({ kind: 'creating', from: from === undefined ? 'nothing' : 'prepared' });
      await createCluster(directory, from, signal);
    }
    thread = await startEmbeddedThread({ directory, listen: place.listen }, signal);
  } catch (error) {
    leave();
    place.remove();
    throw signal?.aborted || error instanceof CandorError ? error : cannotOpen(directory, error);
  }

  const port = thread.port ?? UNIX_PORT;
  // A pool keeps the address it was given, so the next thread listens on the same.
  const listen = thread.port === undefined ? place.listen : { host: LOOPBACK, port: thread.port };
  const stopping = new AbortController();
  let state: EmbeddedDatabaseHealth['state'] = 'running';
  let recoveries = 0;
  let lastLoss: string | undefined;

  /** Starts the thread again. Returns false when that failed. */
  const restart = async (): Promise<boolean> => {
    const startedAt = performance.now();
    try {
      thread = await startEmbeddedThread({ directory, listen }, stopping.signal);
    } catch (error) {
      stopping.signal.throwIfAborted();
      lastLoss = error instanceof Error ? error.message : String(error);
      return false;
    }
    if (stopping.signal.aborted) return true;
    recoveries += 1;
    state = 'running';
    report({ kind: 'recovered', tookMs: performance.now() - startedAt });
    return true;
  };
  const watch = async (): Promise<void> => {
    let delayMs = FIRST_DELAY_MS;
    for (;;) {
      if (stopping.signal.aborted) return;
      const runningSince = performance.now();
      lastLoss = await thread.lost;
      if (stopping.signal.aborted) return;
      state = 'recovering';
      // What runs for a while was not lost by starting.
      if (performance.now() - runningSince > LONGEST_DELAY_MS) delayMs = FIRST_DELAY_MS;
      do {
        report({ kind: 'lost', reason: lastLoss, retryInMs: delayMs });
        await wait(delayMs, undefined, { signal: stopping.signal });
        delayMs = Math.min(delayMs * 2, LONGEST_DELAY_MS);
      } while (!(await restart()));
    }
  };
  const watching = watch().catch((error: unknown) => {
    // Told to stop while it waits, it ends by a throw.
    if (!stopping.signal.aborted) throw error;
  });

  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    stopping.abort();
    await thread.close();
    await watching;
    // Another one may have come up just then.
    await thread.close();
    state = 'stopped';
    place.remove();
    leave();
  };

  return {
    connection: { host: place.host, port, user: 'postgres', database: 'postgres', max: 1 },
    health: () => ({ state, recoveries, lastLoss }),
    withCopy: async (work) => {
      const folder = besidePath(directory, 'copy');
      try {
        await thread.copy(folder).catch((cause: unknown) => {
          throw notCopied(directory, cause);
        });
        return await work(folder);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 10_000;
const LOOPBACK = '127.0.0.1';
// `pg` makes the name of a Unix socket of it.
const UNIX_PORT = 5432;
const SOCKET = `.s.PGSQL.${UNIX_PORT}`;

interface Place {
  readonly host: string;
  readonly listen: NonNullable<ThreadData['listen']>;
  remove(): void;
}

// The wire has no password: a Unix socket in a folder of our own is for this user alone. Where its name would be too long, a folder among the
// temporary files takes it; it is asked for by nobody else. Windows has loopback only.
function choosePlace(directory: string): Place {
  if (platform() === 'win32') return { host: LOOPBACK, listen: { host: LOOPBACK, port: 0 }, remove: () => {} };
  const own = join(directory, 'run');
  mkdirSync(own, { recursive: true, mode: 0o700 });
  const folder = fitsSocket(join(own, SOCKET)) ? own : mkdtempSync(join(tmpdir(), 'candor-'));
  const path = join(folder, SOCKET);
  return {
    host: folder,
    listen: { path },
    remove: () => rmSync(folder === own ? path : folder, { recursive: true, force: true }),
  };
}

function notCopied(directory: string, cause: unknown): CandorError {
  return new CandorError('embedded-database.not-copied', {
    kind: 'retry',
    message: `The database in ${directory} cannot be copied: ${cause instanceof Error ? cause.message : String(cause)}.`,
    cause,
  });
}

function cannotOpen(directory: string, cause: unknown): CandorError {
  return new CandorError('embedded-database.cannot-open', {
    kind: 'halt',
    message: `The database in ${directory} cannot be opened: ${cause instanceof Error ? cause.message : String(cause)}. It was left as it is: restore a backup, or move it away to start anew.`,
    cause,
  });
}
