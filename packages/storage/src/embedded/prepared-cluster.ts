import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { openDatabase } from '../database.ts';
import { migrate, readMigrations } from '../migrate.ts';
import { clusterPath, isPrepared, moveInto } from './cluster.ts';
import { openEmbeddedDatabase } from './embedded-database.ts';

const CACHE = 'node_modules/.cache/candor';
const MANIFEST = join(import.meta.dirname, '../../package.json');

/**
 * Returns where the cluster for first starts lies, below the root of the clone: an empty database with every migration applied. Its name
 * holds what it was made from, so one that is there fits this code.
 */
export function preparedClusterPath(root: string): string {
  const hash = createHash('sha256');
  hash.update(engineVersions());
  for (const { name, sql } of readMigrations()) hash.update(`\0${name}\0${sql}`);
  return join(root, CACHE, `cluster-${hash.digest('hex').slice(0, 16)}`);
}

/** Makes the cluster for first starts unless it is there, and removes those of other versions. Returns false when it was there. */
export async function prepareCluster(root: string): Promise<boolean> {
  const prepared = preparedClusterPath(root);
  if (isPrepared(prepared)) return false;
  const cache = dirname(prepared);
  mkdirSync(cache, { recursive: true });
  // Nobody else knows the folder, so this process owns it.
  const folder = join(realpathSync(cache), `making-${randomBytes(4).toString('hex')}`);
  mkdirSync(folder, { mode: 0o700 });
  try {
    const owner = { path: folder, isHeld: () => true };
    const embedded = await openEmbeddedDatabase({ owner });
    try {
      const { max, ...address } = embedded.connection;
      const database = openDatabase({ ...address, maxConnections: max });
      try {
        await migrate(database);
      } finally {
        await database.close();
      }
    } finally {
      await embedded.stop();
    }
    for (const name of readdirSync(cache)) {
      const isOther = name.startsWith('cluster-') && name !== basename(prepared);
      if (isOther) rmSync(join(cache, name), { recursive: true, force: true });
    }
    // Another process may have been quicker.
    if (isPrepared(prepared)) return false;
    moveInto(clusterPath(owner), prepared);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return true;
}

/** Returns the lines of our manifest that pin the engine. */
function engineVersions(): string {
  const lines = readFileSync(MANIFEST, 'utf8').split('\n');
  return lines
    .filter((line) => line.includes('"@electric-sql/'))
    .map((line) => line.trim())
    .join('\n');
}
