import { join } from 'node:path';
import { expect, it } from 'vitest';
import { servicesNeeded } from '../../tools/services/services-needed.ts';
import { REPOSITORY } from '../scratch-folder.ts';

// A server that nobody asked for costs seconds; the first time, its installation costs minutes.
it.each([
  ['apps/server/src/resources/metrics.test.ts', []],
  ['apps/server/src/resources/lock/lock.test.ts', ['redis']],
  ['apps/server/src/resources/redis-away.test.ts', ['own']],
  ['tests/services/services.test.ts', ['own', 'postgres']],
  ['tests/e2e/pages.test.ts', ['chromium']],
  ['tests/no-such-file.test.ts', []],
])('%s needs %j and nothing else', (path, needs) => {
  expect([...servicesNeeded([join(REPOSITORY, path)])].toSorted()).toEqual(needs);
});
