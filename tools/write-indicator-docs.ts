import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { indicatorDocs } from './indicator-docs.ts';

/** Writes docs/indicators.md and its pictures anew, from the catalog as it is now. */
const docs = join(import.meta.dirname, '../docs');
const pictures = join(docs, 'indicators');
const files = await indicatorDocs();
mkdirSync(pictures, { recursive: true });
for (const name of readdirSync(pictures)) if (!files.has(`indicators/${name}`)) rmSync(join(pictures, name));
for (const [path, text] of files) writeFileSync(join(docs, path), text);
console.log(`Written: docs/indicators.md and ${files.size - 1} pictures`);
