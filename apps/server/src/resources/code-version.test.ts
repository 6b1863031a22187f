import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { codeVersion } from './code-version.ts';

let home: string;
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(home, path)), { recursive: true });
  writeFileSync(join(home, path), text);
};
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'candor-'));
  write('package.json', '{ "version": "1.2.3" }');
  write('packages/domain/src/bar.ts', 'export const a = 1;\n');
  write('apps/server/src/bin/candor.mjs', 'start();\n');
});
afterEach(() => rmSync(home, { recursive: true }));

it('is the version of the package and a hash', () =>
  expect(codeVersion(home)).toMatch(/^1\.2\.3\+sha256\.[0-9a-f]{64}$/));

it.each([
  ['packages/domain/src/bar.ts', 'export const a = 2;\n'],
  ['packages/domain/src/deep/new.ts', ''],
  ['apps/server/src/bin/candor.mjs', 'stop();\n'],
])('changes when %s does', (path, text) => {
  const before = codeVersion(home);
  write(path, text);
  expect(codeVersion(home)).not.toBe(before);
});

it.each([
  ['packages/domain/src/bar.test.ts', 'a test'],
  ['packages/domain/README.md', 'a text'],
  ['my/own.ts', 'a strategy'],
  ['packages/domain/src/bar.ts', 'export const a = 1;\r\n'],
])('does not change with %s', (path, text) => {
  const before = codeVersion(home);
  write(path, text);
  expect(codeVersion(home)).toBe(before);
});
