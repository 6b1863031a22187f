import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFiles, type Files } from './files.ts';

let folder: string;
let files: Files;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'candor-'));
  files = createFiles(folder);
});
afterEach(() => rmSync(folder, { recursive: true }));

it('replaces a file and leaves nothing else behind', async () => {
  await files.write('a.json', 'old');
  await files.write('a.json', 'new');
  expect(readdirSync(folder)).toEqual(['a.json']);
  expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('new');
});

it('refuses to write a new file over another, which stays as it was', async () => {
  await files.writeNew('deep/a.ts', 'mine');
  await expect(files.writeNew('deep/a.ts', 'other')).rejects.toMatchObject({ code: 'files.exists' });
  expect(readdirSync(join(folder, 'deep'))).toEqual(['a.ts']);
  expect(readFileSync(join(folder, 'deep/a.ts'), 'utf8')).toBe('mine');
});

it('says why a file cannot be written, and leaves nothing half-written', async () => {
  await expect(files.write('absent/a.json', 'x')).rejects.toMatchObject({
    code: 'files.unwritable',
    message: 'absent/a.json cannot be written: its folder does not exist.',
  });
  await expect(files.write('.', 'x')).rejects.toMatchObject({ code: 'files.unwritable' });
  expect(readdirSync(folder)).toEqual([]);
});

it('offers the nearest file for one that is not there', async () => {
  writeFileSync(join(folder, 'aapl.csv'), 'x');
  await expect(files.read('apl.csv')).rejects.toMatchObject({
    code: 'files.not-found',
    message: 'There is no file apl.csv. Did you mean aapl.csv?',
  });
  await expect(files.read('absent/apl.csv')).rejects.toMatchObject({ message: 'There is no file absent/apl.csv.' });
  await expect(files.read('.')).rejects.toMatchObject({ message: '. cannot be read: it is a folder.' });
});
