import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { expect, it } from 'vitest';
import { readMigrations } from './migrate.ts';

const META = join(import.meta.dirname, '..', 'migrations', 'meta');

it('has a migration for everything in the schema: drizzle-kit would generate nothing', async () => {
  const folder = join(import.meta.dirname, 'schema');
  const schema: Record<string, unknown> = {};
  for (const file of readdirSync(folder)) Object.assign(schema, await import(pathToFileURL(join(folder, file)).href));
  const latest = readdirSync(META)
    .filter((file) => file.endsWith('_snapshot.json'))
    .toSorted()
    .at(-1)!;
  const migrated = JSON.parse(readFileSync(join(META, latest), 'utf8'));
  const wanted = generateDrizzleJson(schema, migrated.id, undefined, 'snake_case');
  expect(await generateMigration(migrated, wanted)).toEqual([]);
  expect(Object.keys(wanted.tables)).toContain('public.bars');
});

it('has the migrations that drizzle-kit knows of, in their order', () => {
  const { entries } = JSON.parse(readFileSync(join(META, '_journal.json'), 'utf8'));
  expect(readMigrations().map(({ name }) => name)).toEqual(entries.map(({ tag }: { tag: string }) => tag));
});
