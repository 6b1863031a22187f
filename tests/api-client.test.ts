import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { REPOSITORY } from './scratch-folder.ts';

it('has the client of the dashboard made from the description of the API as it is', () => {
  const generator = join(REPOSITORY, 'tools/api-client/generate.ts');
  const made = execFileSync(process.execPath, [generator, '--print'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const committed = readFileSync(join(REPOSITORY, 'apps/web/lib/api/schema.d.ts'), 'utf8');
  // The whole difference would be thousands of lines; the first says enough.
  const lines = committed.split('\n');
  const differing = made.split('\n').find((line, index) => line !== lines[index]);
  expect(made === committed ? undefined : differing, 'npm run api-client brings it up to date').toBeUndefined();
});
