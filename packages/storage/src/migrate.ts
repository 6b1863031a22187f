import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CandorError } from '@candor/domain/candor-error';
import type { PoolClient } from 'pg';
import type { Database } from './database.ts';
import { translateError } from './translate-error.ts';

/** One step of the schema. It is never edited after it has landed. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

export interface MigrationStatus {
  readonly name: string;
  /** UTC milliseconds; undefined while it is not applied. */
  readonly appliedAt: number | undefined;
}

const FOLDER = join(import.meta.dirname, '..', 'migrations');
// Any number that nobody else locks: the letters of "candor".
const LOCK = 0x63_61_6e_64_6f_72;
// A step that rewrites a large table, or waits for another process to finish its own, may take its time.
const PATIENCE_MS = 15 * 60_000;

/** Returns the migrations of this version, in order. */
export function readMigrations(): readonly Migration[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.sql'))
    .toSorted()
    .map((file) => ({
      name: file.slice(0, -'.sql'.length),
      // A checkout on Windows may have other line endings; it is the same migration.
      sql: readFileSync(join(FOLDER, file), 'utf8').replaceAll('\r\n', '\n'),
    }));
}

/**
 * Applies what is missing, all of it or none, and returns its names. Processes that start together take turns. Throws
 * `storage.newer-schema` (conflict) when the database knows migrations that this version does not, and `storage.changed-migration` (conflict)
 * when one was applied with another text.
 */
export async function migrate(
  database: Database,
  migrations: readonly Migration[] = readMigrations(),
): Promise<readonly string[]> {
  return inTransaction(database, async (client) => {
    await client.query(patiently(`select pg_advisory_xact_lock(${LOCK})`));
    await client.query(`create table if not exists candor_migrations (
      name text primary key,
      sha256 text not null,
      applied_at timestamptz not null default clock_timestamp()
    )`);
    const applied = await appliedMigrations(client);
    refuseUnknown(applied, migrations);
    const missing = migrations.filter(({ name }) => !applied.has(name));
    for (const { name, sql } of missing) {
      // In one message and without parameters, so that a migration may be many statements.
      await client.query(patiently(sql));
      await client.query('insert into candor_migrations (name, sha256) values ($1, $2)', [name, sha256Of(sql)]);
    }
    return missing.map(({ name }) => name);
  });
}

/** Returns every migration of this version and when it was applied. Throws as `migrate` does for a database it does not know. */
export async function migrationStatus(
  database: Database,
  migrations: readonly Migration[] = readMigrations(),
): Promise<readonly MigrationStatus[]> {
  return inTransaction(database, async (client) => {
    const { rows } = await client.query<{ exists: boolean }>(
      "select to_regclass('candor_migrations') is not null as exists",
    );
    const applied = rows[0]?.exists === true ? await appliedMigrations(client) : new Map<string, Applied>();
    refuseUnknown(applied, migrations);
    return migrations.map(({ name }) => ({ name, appliedAt: applied.get(name)?.appliedAt }));
  });
}

/** Throws `storage.schema-behind` (conflict) unless every migration is applied, and as `migrate` does for a database it does not know. */
export async function requireCurrentSchema(
  database: Database,
  migrations: readonly Migration[] = readMigrations(),
): Promise<void> {
  const missing = (await migrationStatus(database, migrations)).filter(({ appliedAt }) => appliedAt === undefined);
  if (missing.length === 0) return;
  throw new CandorError('storage.schema-behind', {
    kind: 'conflict',
    message: `The database lacks ${missing.length} migrations of this version, from ${missing[0]?.name} on. Run "candor db migrate".`,
  });
}

interface Applied {
  readonly sha256: string;
  readonly appliedAt: number;
}

async function appliedMigrations(client: PoolClient): Promise<ReadonlyMap<string, Applied>> {
  const { rows } = await client.query<{ name: string; sha256: string; applied_at: Date }>(
    'select name, sha256, applied_at from candor_migrations',
  );
  return new Map(rows.map(({ name, sha256, applied_at }) => [name, { sha256, appliedAt: applied_at.getTime() }]));
}

function refuseUnknown(applied: ReadonlyMap<string, Applied>, migrations: readonly Migration[]): void {
  const known = new Map(migrations.map(({ name, sql }) => [name, sha256Of(sql)]));
  for (const [name, { sha256 }] of [...applied].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (!known.has(name)) {
      throw new CandorError('storage.newer-schema', {
        kind: 'conflict',
        message: `The database was written by a newer Candor: this version does not know its migration ${name}. Update Candor, or restore a backup of the older one.`,
      });
    }
    if (known.get(name) !== sha256) {
      throw new CandorError('storage.changed-migration', {
        kind: 'conflict',
        message: `Migration ${name} was applied to the database with another text than this version has. A migration never changes once applied: use the version that wrote the database.`,
      });
    }
  }
}

// The driver's own limit for an answer, which its types do not know to be one of a query too.
function patiently(text: string) {
  return { text, query_timeout: PATIENCE_MS };
}

async function inTransaction<T>(database: Database, work: (client: PoolClient) => Promise<T>): Promise<T> {
  let client: PoolClient | undefined;
  let failed = true;
  try {
    client = await database.pool.connect();
    await client.query('begin');
    await client.query(`set local statement_timeout = ${PATIENCE_MS}`);
    const result = await work(client);
    await client.query('commit');
    failed = false;
    return result;
  } catch (error) {
    throw translateError(error);
  } finally {
    // A connection that failed is closed, which also ends its transaction.
    client?.release(failed);
  }
}

function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
