import { resolve } from 'node:path';
import { CandorError } from '@candor/domain/candor-error';
import { isoFromInstant } from '@candor/domain/time';
import { openDatabase } from '@candor/storage/database';
import { restoreEmbedded } from '@candor/storage/embedded/restore-embedded';
import { migrate, migrationStatus, readMigrations } from '@candor/storage/migrate';
import type { ProcessCommand } from '../cli/process-command.ts';
import { type Config, readConfig } from '../config.ts';
import { createContainer } from '../container.ts';
import { acquireDataDirectory, findOwner } from '../resources/data-directory.ts';
import type { ProcessKind } from './serve.ts';

/** Commands that are processes, or that work on the data while no process has it. */
export const processCommands: readonly ProcessCommand[] = [
  {
    command: 'start',
    summary: 'Run Candor: API, jobs and paper trading in one process.',
    usage: '',
    examples: ['candor start', 'PORT=3001 candor start'],
    run: (args) => withoutArguments(args, () => serveAs('server')),
  },
  {
    command: 'api',
    summary: 'Run the API and paper trading; jobs are left to workers. Needs DATABASE_URL and REDIS_URL.',
    usage: '',
    examples: ['candor api'],
    run: (args) => withoutArguments(args, () => serveAs('api')),
  },
  {
    command: 'worker',
    summary: 'Run jobs, as one of any number of workers. Needs DATABASE_URL and REDIS_URL.',
    usage: '',
    examples: ['candor worker'],
    run: (args) => withoutArguments(args, () => serveAs('worker')),
  },
  {
    command: 'db migrate',
    summary: 'Bring the schema of the database up to date.',
    usage: '',
    examples: ['candor db migrate'],
    run: (args) =>
      withoutArguments(args, async () => {
        const applied = await migrateNow(readConfig());
        say(applied.length === 0 ? 'The schema is up to date.' : `Applied: ${applied.join(', ')}.`);
        return 0;
      }),
  },
  {
    command: 'db status',
    summary: 'Show which migrations of the schema are applied.',
    usage: '',
    examples: ['candor db status'],
    run: (args) =>
      withoutArguments(args, async () => {
        const status = await statusNow(readConfig());
        for (const { name, appliedAt } of status)
          say(`${appliedAt === undefined ? 'missing                 ' : isoFromInstant(appliedAt)}  ${name}`);
        return status.every(({ appliedAt }) => appliedAt !== undefined) ? 0 : 1;
      }),
  },
  {
    command: 'restore',
    summary: 'Put the data of a backup in place, while no server runs. What was there is put aside, never deleted.',
    usage: 'FILE [--replace]',
    examples: ['candor restore candor-backup.tar.gz', 'candor restore candor-backup.tar.gz --replace'],
    run: restoreNow,
  },
];

/** A server is read in only when one is wanted: every other command would wait for it. */
async function serveAs(kind: ProcessKind): Promise<number> {
  const { runProcess } = await import('./run-process.ts');
  return runProcess(kind);
}

async function restoreNow(args: readonly string[]): Promise<number> {
  const files = args.filter((arg) => arg !== '--replace');
  const [file] = files;
  if (file === undefined || files.length > 1 || file.startsWith('-'))
    throw invalid('candor restore takes one FILE and, if need be, --replace.');
  const config = readConfig();
  refuseServers(config, 'restore');
  const owner = await acquireDataDirectory(config.dataDirectory, { describe: () => ownDescription() });
  try {
    const { manifest, putAside } = await restoreEmbedded({
      owner,
      file: resolve(config.workingDirectory, file),
      replace: args.includes('--replace'),
      knownMigrations: readMigrations().map(({ name }) => name),
      at: Date.now(),
    });
    say(`Restored what was backed up at ${manifest.createdAt} by version ${manifest.codeVersion}.`);
    if (putAside !== undefined) say(`What was there is now at ${putAside}.`);
    return 0;
  } finally {
    await owner.release();
  }
}

async function migrateNow(config: Config): Promise<readonly string[]> {
  if (config.backing.kind === 'embedded') {
    await refuseOwned(config);
    const container = createContainer(config, { role: 'command' });
    // What is embedded is brought up to date whenever it is opened.
    await container.open().finally(() => container.close());
    return [];
  }
  const database = openDatabase({ connectionString: config.backing.databaseUrl, maxConnections: 1 });
  return migrate(database).finally(() => database.close());
}

async function statusNow(config: Config) {
  if (config.backing.kind === 'embedded') {
    await refuseOwned(config);
    const container = createContainer(config, { role: 'command' });
    return container.migrationStatus().finally(() => container.close());
  }
  const database = openDatabase({ connectionString: config.backing.databaseUrl, maxConnections: 1 });
  return migrationStatus(database).finally(() => database.close());
}

async function refuseOwned({ dataDirectory }: Config): Promise<void> {
  const owner = await findOwner(dataDirectory);
  if (owner === undefined) return;
  throw new CandorError('data-directory.taken', {
    kind: 'conflict',
    message: `A server has the data (${owner.url ?? `process ${owner.pid}`}), and brought its schema up to date when it started. Stop it first.`,
  });
}

function refuseServers({ backing }: Config, what: string): void {
  if (backing.kind === 'embedded') return;
  throw invalid(
    `candor ${what} is for the embedded database; the data is on a PostgreSQL server, which has tools of its own.`,
  );
}

function withoutArguments(args: readonly string[], run: () => Promise<number>): Promise<number> {
  if (args.length === 0) return run();
  throw invalid(
    `"${args[0]}" is not expected here: this command takes no options. It is told what to do by the environment.`,
  );
}

function ownDescription() {
  return { pid: process.pid, startedAt: Date.now(), version: 'restore' };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function invalid(message: string): CandorError {
  return new CandorError('cli.bad-value', { kind: 'invalid', message });
}
