import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { committedOpenApi } from './committed-open-api.ts';

/** Writes docs/openapi.json anew, from the operations as they are now. */
const path = join(import.meta.dirname, '../docs/openapi.json');
writeFileSync(path, committedOpenApi());
console.log('Written: docs/openapi.json');
