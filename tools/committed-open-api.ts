import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mountedOf } from '@candor/server/http/mounted-operation';
import { openApiOf } from '@candor/server/http/openapi/open-api-of';
import { operationCatalog } from '@candor/server/operations/catalog';
import { z } from 'zod';

const Manifest = z.object({ version: z.string() });

/** Returns the text of docs/openapi.json as it has to be. */
export function committedOpenApi(): string {
  const manifest = readFileSync(join(import.meta.dirname, '../package.json'), 'utf8');
  const { version } = Manifest.parse(JSON.parse(manifest));
  return `${JSON.stringify(openApiOf(mountedOf(operationCatalog), { version }), null, 2)}\n`;
}
