import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, inject } from 'vitest';

const made: string[] = [];

// The first hook of the file, so it runs after every other has closed its connections.
afterAll(async () => {
  for (const name of made) await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
});

/** Makes an empty database on the tests' PostgreSQL and returns its URL; it is dropped when the test file has ended. */
export async function freshPostgresDatabase(): Promise<string> {
  const name = `candor_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(`CREATE DATABASE ${name}`);
  made.push(name);
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return url.href;
}

async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function serverUrl(): string {
  const url = inject('postgresUrl');
  if (url === undefined)
    throw new Error('There is no PostgreSQL for tests; describe the suite with describeWithPostgres.');
  return url;
}
