import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from '../database.ts';
import { migrate } from '../migrate.ts';
import { openEmbeddedDatabase } from './embedded-database.ts';
import { prepareCluster, preparedClusterPath } from './prepared-cluster.ts';

it('is an empty database with every migration, made once', async () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'candor-')));
  expect(await prepareCluster(root)).toBe(true);
  expect(await prepareCluster(root), 'it is there').toBe(false);
  const prepared = preparedClusterPath(root);
  expect(readdirSync(dirname(prepared)), 'and nothing else').toHaveLength(1);

  const embedded = await openEmbeddedDatabase({ owner: { path: root, isHeld: () => true }, prepared });
  const { max, ...address } = embedded.connection;
  const database = openDatabase({ ...address, maxConnections: max });
  expect(await migrate(database), 'nothing is left to apply').toEqual([]);
  expect((await database.pool.query('select count(*)::int as n from journal')).rows).toEqual([{ n: 0 }]);
  await database.close();
  await embedded.stop();
  rmSync(root, { recursive: true });
});
