import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createOwnStrategies, type OwnStrategies } from './own-strategies.ts';

const DEFINITION = `export const mine = { id: 'mine', create() {}, warmup() {}, params: { safeParse() {} } };\n`;

let home: string;
let own: OwnStrategies;
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(home, path)), { recursive: true });
  writeFileSync(join(home, path), text);
};
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'candor-'));
  own = createOwnStrategies(home, join(home, 'elsewhere'));
});
afterEach(() => rmSync(home, { recursive: true }));

describe('own strategies', () => {
  it('are the files in my/, their tests left out', () => {
    expect(own.list()).toEqual([]);
    for (const name of ['b.ts', 'a.ts', 'a.test.ts', 'notes.md']) write(`my/${name}`, '');
    expect(own.list()).toEqual(['my/a.ts', 'my/b.ts']);
  });

  it('are told from ids by their spelling', () => {
    expect(['my/a.ts', 'a.ts', './a', 'sma-crossover'].map((name) => own.isPath(name))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it('are found from the working directory first, then from the root', () => {
    write('my/a.ts', DEFINITION);
    expect(own.locate('my/a.ts')).toBe(join(home, 'my/a.ts'));
    write('elsewhere/my/a.ts', DEFINITION);
    expect(own.locate('my/a.ts')).toBe(join(home, 'elsewhere/my/a.ts'));
  });

  it('carry the plain hash of their file', async () => {
    write('my/a.ts', DEFINITION);
    const { definition, sourceSha256 } = await own.load('my/a.ts');
    expect(definition.id).toBe('mine');
    expect(sourceSha256).toBe(createHash('sha256').update(DEFINITION).digest('hex'));
  });

  it('change their hash when a file of the person’s that they import does, however far down', async () => {
    write('my/a.ts', `import { b } from './parts/b.ts';\nexport const used = b;\n${DEFINITION}`);
    write('my/parts/b.ts', `export { b } from '../c.ts';\n`);
    write('my/c.ts', 'export const b = 1;\n');
    const before = (await own.load('my/a.ts')).sourceSha256;
    expect((await own.load('my/a.ts')).sourceSha256).toBe(before);
    write('my/c.ts', 'export const b = 2;\n');
    expect((await own.load('my/a.ts')).sourceSha256).not.toBe(before);
  });

  it('are loaded anew when they have changed', async () => {
    write('my/a.ts', DEFINITION);
    await own.load('my/a.ts');
    write('my/a.ts', DEFINITION.replace("'mine'", "'mine-2'"));
    expect((await own.load('my/a.ts')).definition.id).toBe('mine-2');
  });

  it('offer the nearest file for one that is not there, or the way to a first one', () => {
    expect(() => own.locate('my/a.ts')).toThrow('There is no file my/a.ts. There is none yet; make one first.');
    write('elsewhere/trend.ts', DEFINITION);
    expect(() => own.locate('trnd.ts')).toThrow('Did you mean "trend.ts"?');
  });
});
