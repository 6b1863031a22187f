import { join } from 'node:path';
import { prepareCluster } from '@candor/storage/embedded/prepared-cluster';

// Makes what a first start would otherwise have to wait for. Nothing here is needed: a start makes it itself, in some seconds more.
try {
  const isNew = await prepareCluster(join(import.meta.dirname, '..'));
  if (isNew) process.stdout.write('The embedded database is prepared.\n');
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(`The embedded database was not prepared, so the first start takes longer: ${reason}\n`);
}
