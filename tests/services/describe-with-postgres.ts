import { describe, inject } from 'vitest';

/**
 * Describes a suite that runs against a real PostgreSQL with pgvector, at the URL handed to it; skipped by name, with the remedy, where
 * there is none. Each test makes itself a database of its own.
 */
export function describeWithPostgres(name: string, suite: (postgresUrl: string) => void): void {
  const url = inject('postgresUrl');
  if (url !== undefined) describe(name, () => suite(url));
  else describe.skip(`${name} (needs PostgreSQL: ${inject('servicesRemedy')})`, () => suite(NOWHERE));
}

// The tests of a skipped suite are still listed, so its body runs with a URL that nothing ever connects to.
const NOWHERE = 'postgres://postgres@nowhere.invalid/postgres';
