import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { operationCatalog } from './catalog.ts';

const ROOT = join(import.meta.dirname, '../../../..');

interface Source {
  readonly path: string;
  readonly text: string;
}

/** Every file of the product's own sources. */
const sources: readonly Source[] = [
  ...readdirSync(join(ROOT, 'packages')).map((name) => `packages/${name}/src`),
  'apps/server/src',
].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => ({ path: `${folder}/${name}`, text: readFileSync(join(ROOT, folder, name), 'utf8') })),
);

/** A code as it is thrown, with its kind where both are written down in one place. */
const THROWN = /CandorError\(\s*'([a-z0-9.-]+)'(?:,\s*\{\s*kind: '([a-z-]+)')?/g;

/** Returns the kinds with which a code is thrown; empty where they are worked out. Undefined for one that no file writes. */
function kindsOf(code: string): ReadonlySet<string> | undefined {
  const kinds = new Set<string>();
  let isWritten = false;
  for (const { text } of sources) {
    for (const [, thrown, kind] of text.matchAll(THROWN)) if (thrown === code && kind !== undefined) kinds.add(kind);
    // A code may be chosen between two, or handed to a function that makes the error.
    const isDeclared = new RegExp(`(?<!code: )'${code.replaceAll('.', '\\.')}'`);
    isWritten ||= isDeclared.test(text);
  }
  return isWritten ? kinds : undefined;
}

describe.each(operationCatalog.map((operation) => ({ id: operation.id, operation })))('$id', ({ id, operation }) => {
  const { http, cli, input, scope, summary, needs } = operation;

  it('is a topic and a verb, and one sentence', () => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/);
    expect(operationCatalog.filter((other) => other.id === id)).toHaveLength(1);
    expect(summary).toMatch(/^[A-Z].*[.?]$/);
    expect(http ?? cli, 'or nobody can reach it').toBeDefined();
    expect(new Set(needs).size).toBe(needs.length);
  });

  it('has the scope of what its method may do', () => {
    if (http?.method === 'GET') expect(scope).toMatch(/:read$/);
    if (http !== undefined && ['PUT', 'PATCH', 'DELETE'].includes(http.method)) expect(scope).toMatch(/:write$/);
    if (http?.status === 201 || http?.status === 202) expect(scope).toMatch(/:write$/);
  });

  it('needs every field of its path, and gives examples that fit', () => {
    for (const [, name] of http?.path.matchAll(/\{(\w+)\}/g) ?? []) {
      expect(input.shape[name!]?.safeParse(undefined).success, name).toBe(false);
    }
    for (const example of http?.examples ?? []) {
      expect([example.summary, input.safeParse(example.input).error]).toEqual([example.summary, undefined]);
    }
  });

  it('tells only of problems that there are, as they are', () => {
    for (const { code, kind } of http?.problems ?? []) {
      const kinds = kindsOf(code);
      expect([code, kinds !== undefined], 'is thrown somewhere').toEqual([code, true]);
      if (kinds !== undefined && kinds.size > 0)
        expect([code, [...kinds]]).toEqual([code, expect.arrayContaining([kind])]);
    }
  });

  it('tells of every problem that its own file makes', () => {
    const own = sources.find(({ text }) => text.includes(`id: '${id}',`) && text.includes('defineOperation('));
    expect(own, 'its file').toBeDefined();
    const made = [...own!.text.matchAll(THROWN)].map(([, code]) => code!);
    if (http === undefined) return;
    expect(http.problems?.map(({ code }) => code) ?? []).toEqual(expect.arrayContaining(made));
  });

  it('takes no text without an end', () => {
    if (http === undefined) return;
    expect(
      endless(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })).filter((path) => path !== rawField),
    ).toEqual([]);
  });
  // A file has its own size.
  const rawField = http?.rawBody?.field;
});

const Schema = z.looseObject({
  type: z.string().optional(),
  maxLength: z.number().optional(),
  maxItems: z.number().optional(),
  pattern: z.string().optional(),
  format: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).default({}),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).default([]),
});

/** Returns the paths of texts and lists that may be of any length. What a record holds is judged by who takes it. */
function endless(json: unknown, path = ''): string[] {
  const schema = Schema.parse(json);
  const { type, maxLength, pattern, format, maxItems } = schema;
  const isChosen = schema.enum !== undefined || schema.const !== undefined;
  const isText =
    type === 'string' && maxLength === undefined && pattern === undefined && format === undefined && !isChosen;
  return [
    ...(isText || (type === 'array' && maxItems === undefined) ? [path] : []),
    ...Object.entries(schema.properties).flatMap(([name, below]) =>
      endless(below, path === '' ? name : `${path}.${name}`),
    ),
    ...(schema.items === undefined ? [] : endless(schema.items, `${path}[]`)),
    ...schema.anyOf.flatMap((below) => endless(below, path)),
  ];
}

describe('what every door says', () => {
  const shared = sources.filter(({ path }) => !/\/src\/(cli|bin)\//.test(path));
  const linesWith = (pattern: RegExp) =>
    shared.flatMap(({ path, text }) =>
      text
        .split('\n')
        .flatMap((line) => (pattern.test(line) && !/^\s*(\/\/|\/?\*)/.test(line) ? [`${path}: ${line}`] : [])),
    );

  it('names fields and not the options of a command, which only the command line has', () => {
    const ofCommandsOnly = operationCatalog.flatMap(({ http, cli }) =>
      http === undefined && cli ? [cli.command] : [],
    );
    const told = linesWith(
      /(message: |describe\().*( --[a-z]|\bcandor (symbols|strategies|indicators|datasets|check|new)\b)/,
    );
    expect(told.filter((line) => !/verify-backtest-file|backtest-and-wait/.test(line))).toEqual([]);
    expect(ofCommandsOnly, 'those two are commands only').toEqual(expect.arrayContaining(['verify', 'backtest']));
  });

  it('sets the sign of a percent to its number', () => {
    expect(linesWith(/['"`].*[\d}] %(?! \w+[);]).*['"`]/)).toEqual([]);
  });
});
