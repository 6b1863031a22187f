import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { indicatorDocs } from '../tools/indicator-docs.ts';

const DOCS = join(import.meta.dirname, '../docs');

describe('docs/indicators.md', async () => {
  const files = await indicatorDocs();

  it('is what the catalog makes of it, pictures too: after a change run npm run indicator-docs', () => {
    const pictures = readdirSync(join(DOCS, 'indicators')).map((name) => `indicators/${name}`);
    expect(['indicators.md', ...pictures].toSorted()).toEqual([...files.keys()].toSorted());
    for (const [path, text] of files) expect(readFileSync(join(DOCS, path), 'utf8'), path).toBe(text);
  });

  it('has small pictures', () => {
    const large = [...files].filter(([path, text]) => path.endsWith('.svg') && text.length > 6000);
    expect(large.map(([path, text]) => `${path} has ${text.length} bytes`)).toEqual([]);
  });
});
