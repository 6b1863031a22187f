import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';

// Lives in a workspace of its own, because the generator does not run on the TypeScript that the rest is checked with.
const root = join(import.meta.dirname, '../..');
const document = JSON.parse(await readFile(join(root, 'docs/openapi.json'), 'utf8'));
const text = `// Made from docs/openapi.json by npm run api-client.\n${astToString(await openapiTS(document, { defaultNonNullable: false }))}`;
const [target] = process.argv.slice(2);
if (target === '--print') process.stdout.write(text);
else await writeFile(join(root, 'apps/web/lib/api/schema.d.ts'), text);
