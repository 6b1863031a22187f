import { describe, inject } from 'vitest';

/**
 * Describes a suite that runs against a real Redis or Valkey, at the URL handed to it; skipped by name, with the remedy, where there is
 * none. It is shared: each test keeps to a key prefix of its own.
 */
export function describeWithRedis(name: string, suite: (redisUrl: string) => void): void {
  const url = inject('redisUrl');
  if (url !== undefined) describe(name, () => suite(url));
  else describe.skip(`${name} (needs Redis: ${inject('servicesRemedy')})`, () => suite(NOWHERE));
}

// The tests of a skipped suite are still listed, so its body runs with a URL that nothing ever connects to.
const NOWHERE = 'redis://nowhere.invalid';
