import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const PackageJson = z.object({ version: z.string() });

/**
 * Returns the version of the code that computes results: the package's, then the SHA-256 over the sources of all packages and the server,
 * tests left out. It needs no git, so an unpacked archive knows its version too. Line ends count as \n.
 */
export function codeVersion(home: string): string {
  const { version } = PackageJson.parse(JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')));
  const hash = createHash('sha256');
  for (const path of sources(home)) {
    const text = readFileSync(join(home, path), 'utf8').replaceAll('\r\n', '\n');
    hash.update(`${path}:${Buffer.byteLength(text)}\n`).update(text);
  }
  return `${version}+sha256.${hash.digest('hex')}`;
}

function sources(home: string): string[] {
  const packages = readdirSync(join(home, 'packages')).map((name) => `packages/${name}/src`);
  return [...packages, 'apps/server/src'].flatMap((folder) => filesBelow(home, folder)).toSorted();
}

function filesBelow(home: string, folder: string): string[] {
  return readdirSync(join(home, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(home, path);
    return /\.(ts|mjs)$/.test(path) && !path.endsWith('.test.ts') ? [path] : [];
  });
}
