import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadCases } from './load-cases.ts';
import { runCase } from './run-case.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'candor-oracles-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, content: unknown): void {
  writeFileSync(join(folder, name), JSON.stringify(content));
}

function oneCase(input: unknown, extra: object = {}): object {
  return { id: 'x', fn: 'topic.echo', input, expect: { value: 1 }, tol: { rel: 0, abs: 0 }, ...extra };
}

describe('loading', () => {
  it('puts the block of the file, or the bars shared by all topics, in place of its name', () => {
    write('indicators.json', { data: { synA: { close: [1, 2] } }, cases: [] });
    write('other.json', {
      data: { own: [3] },
      cases: [oneCase({ data: 'synA' }), oneCase({ data: 'own', benchmark: 'own' })],
    });
    const [shared, own] = loadCases(folder);
    expect(shared?.input).toEqual({ data: { close: [1, 2] } });
    expect(own?.input).toEqual({ data: [3], benchmark: [3] });
  });

  it('refuses a name that no block has', () => {
    write('other.json', { cases: [oneCase({ data: 'lost' })] });
    expect(() => loadCases(folder)).toThrow('No data block is called "lost".');
  });

  it('patches the base state and limits, one level deep', () => {
    const data = { base: { state: { cash: 1, held: [1] }, limits: { max: 2 } } };
    write('risk.json', {
      data,
      cases: [oneCase({ base: 'base', statePatch: { held: [] }, limitsPatch: { max: 3 }, order: 7 })],
    });
    expect(loadCases(folder)[0]?.input).toEqual({ state: { cash: 1, held: [] }, limits: { max: 3 }, order: 7 });
  });

  it('reads Infinity, hands the text of a property to its adapter, and leaves other files alone', () => {
    write('notes.json', { hello: 1 });
    write('a.json', { cases: [oneCase({ at: ['Infinity'] }, { expect: { property: 'p', most: '-Infinity' } })] });
    const [only] = loadCases(folder);
    expect(only?.input).toEqual({ at: [Number.POSITIVE_INFINITY], property: 'p' });
    expect(only?.expect['most']).toBe(Number.NEGATIVE_INFINITY);
  });

  it('says so where a folder holds no case', () => {
    expect(() => loadCases(folder)).toThrow('has no known-answer file');
    expect(() => loadCases(join(folder, 'absent'))).toThrow('has no known-answer file');
  });
});

describe('running', () => {
  const result = (adapters: Parameters<typeof runCase>[1], notYet: readonly string[], extra: object = {}) => {
    write('a.json', { cases: [oneCase({}, extra)] });
    return runCase(loadCases(folder)[0]!, adapters, notYet).result;
  };
  const right = { 'topic.echo': () => 1 };

  it('passes a right answer, fails a wrong one and one that throws', () => {
    expect(result(right, [])).toBe('passed');
    expect(result({ 'topic.echo': () => 2 }, [])).toBe('failed');
    expect(
      result(
        {
          'topic.echo': () => {
            throw new Error('broken');
          },
        },
        [],
      ),
    ).toBe('failed');
  });

  it('skips a function that is listed, and fails one that is neither mapped nor listed, or both', () => {
    expect(result({}, ['topic.echo'])).toBe('skipped');
    expect(result({}, [])).toBe('failed');
    expect(result(right, ['topic.echo'])).toBe('failed');
  });

  it('skips an optional case only while nothing answers for it', () => {
    expect(result({}, [], { optional: true })).toBe('skipped');
    expect(result({ 'topic.echo': () => 2 }, [], { optional: true })).toBe('failed');
  });

  it('takes no inherited property for an adapter', () => {
    expect(result({}, [], { fn: 'toString' })).toBe('failed');
  });
});
