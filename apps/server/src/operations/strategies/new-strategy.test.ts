import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createOwnStrategies, type OwnStrategies } from '../../resources/own-strategies.ts';
import type { Caller } from '../operation.ts';
import { newStrategy } from './new-strategy.ts';

const caller: Caller = {
  door: 'cli',
  userId: 'local',
  signal: new AbortController().signal,
  progress: () => {},
  call: () => Promise.reject(new Error('It calls nothing.')),
};

let home: string;
let ownStrategies: OwnStrategies;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'candor-'));
  ownStrategies = createOwnStrategies(home, home);
});
afterEach(() => rmSync(home, { recursive: true }));

it('writes one file into my/, named and titled after the strategy', async () => {
  expect(await newStrategy.run({ ownStrategies }, { name: 'first-idea-2' }, caller)).toEqual({
    path: 'my/first-idea-2.ts',
  });
  expect(ownStrategies.list()).toEqual(['my/first-idea-2.ts']);
  const text = readFileSync(join(home, 'my/first-idea-2.ts'), 'utf8');
  expect(text).toContain('export const firstIdea2 = defineStrategy({');
  expect(text).toContain("title: 'First idea 2'");
});

it('never touches a strategy that is there', async () => {
  await newStrategy.run({ ownStrategies }, { name: 'mine' }, caller);
  await expect(newStrategy.run({ ownStrategies }, { name: 'mine' }, caller)).rejects.toMatchObject({
    code: 'files.exists',
    message: 'my/mine.ts exists already and was left as it is.',
  });
  expect(readdirSync(join(home, 'my'))).toEqual(['mine.ts']);
});

it('leaves the names of bundled strategies alone', async () => {
  await expect(newStrategy.run({ ownStrategies }, { name: 'sma-crossover' }, caller)).rejects.toThrow(
    /comes with Candor/,
  );
  expect(readdirSync(home)).toEqual([]);
});

it.each(['', 'Mine', '../mine', 'mine.ts', 'a b', '-a', 'a--b', 'x'.repeat(61)])(
  'accepts no name like "%s"',
  (name) => {
    expect(newStrategy.input.safeParse({ name }).success).toBe(false);
  },
);
