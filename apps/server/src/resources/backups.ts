import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CandorError } from '@candor/domain/candor-error';
import type { Clock } from '@candor/domain/ports/clock';
import { backupEmbedded } from '@candor/storage/embedded/backup-embedded';
import type { EmbeddedDatabase } from '@candor/storage/embedded/embedded-database';

export interface BackupMade {
  /** Absolute. */
  readonly file: string;
  readonly createdAt: number;
  readonly migrations: readonly string[];
}

export interface Backups {
  /** Writes a backup of the embedded database into the data directory. Throws `backup.not-embedded` (conflict) where there is none. */
  create(): Promise<BackupMade>;
}

export interface BackupsSettings {
  readonly dataDirectory: string;
  readonly clock: Clock;
  readonly codeVersion: () => string;
  /** Returns the embedded database and its migrations, or undefined on a database server. */
  readonly open: () => Promise<
    { readonly database: Pick<EmbeddedDatabase, 'withCopy'>; readonly migrations: readonly string[] } | undefined
  >;
}

/** Returns the backups of an embedded database. */
export function createBackups({ dataDirectory, clock, codeVersion, open }: BackupsSettings): Backups {
  return {
    create: async () => {
      const opened = await open();
      if (opened === undefined) {
        throw new CandorError('backup.not-embedded', {
          kind: 'conflict',
          message: 'The data is on a PostgreSQL server: back it up there, with pg_dump for example.',
        });
      }
      const createdAt = clock.now();
      const folder = join(dataDirectory, 'backups');
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const name = new Date(createdAt).toISOString().replace(/[-:]/g, '').replace('.', '-');
      const file = join(folder, `candor-${name}.tar.gz`);
      await backupEmbedded({ ...opened, file, createdAt, codeVersion: codeVersion() });
      return { file, createdAt, migrations: opened.migrations };
    },
  };
}
