import { join } from 'node:path';
import { prepareCluster } from '@candor/storage/embedded/prepared-cluster';
import { buildDashboard } from './dashboard/build-dashboard.ts';
import { nextBuild } from './dashboard/next-build.ts';

const root = join(import.meta.dirname, '..');

// Makes what a first start would otherwise have to wait for, or do without. The database it makes itself, in some seconds more.
try {
  const isNew = await prepareCluster(root);
  if (isNew) process.stdout.write('The embedded database is prepared.\n');
} catch (error) {
  process.stderr.write(`The embedded database was not prepared, so the first start takes longer: ${reasonOf(error)}\n`);
}

// Without it the server starts all the same, and says at its address what is missing.
try {
  const announce = (): void => void process.stderr.write('The dashboard is being built, which takes half a minute.\n');
  const isNew = await buildDashboard(root, nextBuild, announce);
  if (isNew) process.stdout.write('The dashboard is built.\n');
} catch (error) {
  process.stderr.write(
    `The dashboard was not built, so the server shows an older one or none. Try again with: npm run build. ${reasonOf(error)}\n`,
  );
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
