import { join } from 'node:path';
import { buildDashboard } from './dashboard/build-dashboard.ts';
import { nextBuild } from './dashboard/next-build.ts';

// The dashboard is all there is to build. Asked for by name, a failure is one.
try {
  const isNew = await buildDashboard(join(import.meta.dirname, '..'), nextBuild);
  process.stdout.write(
    isNew ? 'The dashboard is built.\n' : 'The dashboard is built already, from these very sources.\n',
  );
} catch (error) {
  process.stderr.write(`The dashboard was not built: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
