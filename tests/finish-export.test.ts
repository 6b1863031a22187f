import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { finishExport } from '../tools/dashboard/finish-export.ts';
import { writeFiles } from './scratch-folder.ts';

const STYLE_ADDRESS = '/_next/static/chunks/a1.css';
const STYLE = `@font-face{src:url(../media/inter.woff2)}p{background:url("data:image/png;base64,AA")}${'p{color:red}'.repeat(200)}`;
const LINK = `<link rel="stylesheet" href="${STYLE_ADDRESS}" data-precedence="next"/>`;
const SCRIPT = `console.log(${'1,'.repeat(1000)}1)`;

let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candor-export-'));
  writeFiles(folder, {
    'index.html': `<html><head>${LINK}<script src="/_next/static/chunks/b2.js" async=""></script><script>theme()</script></head><body><p>Shell</p></body></html>`,
    [STYLE_ADDRESS.slice(1)]: STYLE,
    '_next/static/chunks/b2.js': SCRIPT,
    'small.txt': 'small',
    'picture.png': 'p'.repeat(5_000),
  });
  await finishExport(folder);
});
afterEach(() => rmSync(folder, { recursive: true }));

const read = (path: string): string => readFileSync(join(folder, path), 'utf8');

it('gives a page its style, with addresses that hold there, and leaves the stylesheet to the end', () => {
  const [head, body] = read('index.html').split('<body>');
  expect(head).toContain(`<style>${STYLE.replace('../media', '/_next/static/media')}</style>`);
  expect(head).not.toContain('stylesheet');
  expect(body).toBe(`<p>Shell</p>${LINK}</body></html>`);
});

it('runs the scripts of a page when it is whole, but for those inside it', () => {
  expect(read('index.html')).toContain('<script src="/_next/static/chunks/b2.js" defer=""></script><script>theme()');
});

it.each(['index.html', STYLE_ADDRESS, '_next/static/chunks/b2.js'])('lays beside %s the same, compressed', (path) => {
  const compressed = readFileSync(join(folder, `${path}.br`));
  expect(String(brotliDecompressSync(compressed))).toBe(read(path));
});

it.each(['small.txt', 'picture.png'])('leaves %s alone', (path) => {
  expect(existsSync(join(folder, `${path}.br`))).toBe(false);
});
