import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const WEB = 'apps/web';
/** What the pages are made from besides their own sources: what they ask the server for, the packages that they are made of and with, and what is done to them last. */
const BESIDES = ['docs/openapi.json', 'package-lock.json', 'tools/dashboard/finish-export.ts'];

/** Made by tools, or of no part in the product. */
const LEFT_OUT = /^(node_modules|out|next-env\.d\.ts|dev\.ts|\..*|.*\.tsbuildinfo|.*\.test\.tsx?)$/;

/** Returns a hash of everything that the dashboard is built from, below the root of a clone. */
export function dashboardStamp(root: string): string {
  const hash = createHash('sha256');
  for (const path of [...sourcesBelow(root, WEB), ...BESIDES]) {
    const content = existsSync(join(root, path)) ? readFileSync(join(root, path)) : '';
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

function sourcesBelow(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !LEFT_OUT.test(name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? sourcesBelow(root, path) : [path];
    });
}
