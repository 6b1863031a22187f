import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addCatalogLines, insertBelow, readGuide } from './guides/read-guide.ts';
import { makeScratchFolder, REPOSITORY, removeScratchFolder, writeFiles } from './scratch-folder.ts';

const GUIDES = [
  { guide: 'add-a-strategy.md', room: 'packages/strategies' },
  { guide: 'add-an-indicator.md', room: 'packages/indicators' },
  { guide: 'add-a-provider.md', room: 'packages/market-data' },
] as const;

// The laws of a whole catalog, in a run of their own.
const LONGEST_MS = 240_000;

let folder: string;
beforeEach(() => {
  folder = makeScratchFolder('guides-');
});
afterEach(() => removeScratchFolder(folder));

describe.each(GUIDES)('docs/guides/$guide', ({ guide, room }) => {
  it(
    'has an example that can be followed to the letter: types, its own test, and the laws that it inherits',
    () => {
      const path = join(REPOSITORY, 'docs/guides', guide);
      expect(existsSync(path), 'the guide is missing').toBe(true);
      const { files, imports, entries, insertions } = readGuide(readFileSync(path, 'utf8'));
      const tests = Object.keys(files).filter((name) => name.endsWith('.test.ts'));
      expect(
        Object.keys(files).length - tests.length,
        'no ts block begins with the path of a source file',
      ).toBeGreaterThan(0);
      expect(tests.length, 'no ts block begins with the path of a test').toBeGreaterThan(0);
      expect(imports.length, 'no ts block has the import for the catalog').toBeGreaterThan(0);
      expect(entries.length, 'no ts block has the line for the catalog').toBeGreaterThan(0);
      expect(Object.keys(files).filter((name) => !name.startsWith(`${room}/src/`))).toEqual([]);
      expect(
        Object.keys(files).filter((name) => existsSync(join(REPOSITORY, name))),
        'the example is in the repository',
      ).toEqual([]);

      // The room as it is, with what the guide adds; every other room is reached by name, as ever.
      cpSync(join(REPOSITORY, room), join(folder, room), { recursive: true });
      writeFiles(folder, files);
      const catalog = join(folder, room, 'src/catalog.ts');
      writeFileSync(catalog, addCatalogLines(readFileSync(catalog, 'utf8'), imports, entries));
      for (const { path: target, text } of insertions) {
        writeFileSync(join(folder, target), insertBelow(readFileSync(join(folder, target), 'utf8'), text));
      }
      writeFileSync(
        join(folder, 'tsconfig.json'),
        JSON.stringify({ extends: '../../tsconfig.json', include: ['packages'] }),
      );

      expect(run('typescript/bin/tsc', '--pretty', 'false', '--project', folder)).toEqual({ exitCode: 0, output: '' });

      const report = join(folder, 'report.json');
      const suites = [...tests, `${room}/src/catalog.test.ts`];
      const { exitCode, output } = run(
        'vitest/vitest.mjs',
        'run',
        '--root',
        folder,
        '--reporter=json',
        '--outputFile',
        report,
        ...suites,
      );
      const ran = existsSync(report) ? readReport(report) : [];
      expect(
        ran.filter(({ status }) => status !== 'passed'),
        output,
      ).toEqual([]);
      expect(exitCode, output).toBe(0);
      for (const suite of suites)
        expect(
          ran.map(({ file }) => file),
          'a suite was not run',
        ).toContain(join(folder, suite));
      expect(countOf(ran, catalogTestOf(folder, room)), 'being registered brought no laws with it').toBeGreaterThan(
        lawsBefore(room),
      );
    },
    LONGEST_MS,
  );
});

describe('reading a guide', () => {
  it('takes files and catalog lines by the path in their first line, and leaves asides alone', () => {
    const text = [
      '```ts\n// packages/a/src/new.ts\nexport const made = 1;\n```',
      '```ts\n// packages/a/src/catalog.ts\nimport { made } from "./new.ts";\n\n  made,\n```',
      '```ts\n// packages/a/src/catalog.test.ts\nconst old = 1;\nconst added = 2;\n```',
      '```ts\nimport { aside } from "./aside.ts";\n```',
      '```sh\nnpm test\n```',
    ].join('\n\n');
    expect(readGuide(text)).toEqual({
      files: { 'packages/a/src/new.ts': 'export const made = 1;\n' },
      imports: ['import { made } from "./new.ts";'],
      entries: ['made,'],
      insertions: [{ path: 'packages/a/src/catalog.test.ts', text: 'const old = 1;\nconst added = 2;\n' }],
    });
  });

  it('puts an insertion below the line it begins with, or says that the line has gone', () => {
    expect(insertBelow('a\nb\nc\n', 'b\nnew\n')).toBe('a\nb\nnew\nc\n');
    expect(() => insertBelow('a\nc\n', 'b\nnew\n')).toThrow('"b" does not stand in the file exactly once.');
  });

  it('puts catalog lines where the alphabet wants them', () => {
    const catalog = "import { b } from './b.ts';\n\nconst all = [\n  // By name.\n  b, //\n  d,\n];\n";
    expect(addCatalogLines(catalog, ["import { c } from './c.ts';"], ['c,'])).toBe(
      "import { c } from './c.ts';\nimport { b } from './b.ts';\n\nconst all = [\n  // By name.\n  b, //\n  c,\n  d,\n];\n",
    );
    expect(addCatalogLines(catalog, [], ['e,'])).toContain('  d,\n  e,\n];');
  });
});

function run(tool: string, ...args: string[]): { exitCode: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(REPOSITORY, 'node_modules', tool), ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { exitCode: status, output: stdout + stderr };
}

interface Ran {
  readonly file: string;
  readonly status: string;
  readonly name: string;
  readonly messages: readonly string[];
}

function readReport(path: string): Ran[] {
  const { testResults } = JSON.parse(readFileSync(path, 'utf8')) as {
    testResults: {
      name: string;
      message: string;
      assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
    }[];
  };
  return testResults.flatMap(({ name: file, message, assertionResults }) =>
    assertionResults.length === 0
      ? [{ file, status: 'unloadable', name: '', messages: [message] }]
      : assertionResults.map(({ status, fullName, failureMessages }) => ({
          file,
          status,
          name: fullName,
          messages: failureMessages,
        })),
  );
}

function catalogTestOf(root: string, room: string): string {
  return join(root, room, 'src/catalog.test.ts');
}

function countOf(ran: readonly Ran[], file: string): number {
  return ran.filter((test) => test.file === file).length;
}

// How many tests the catalog has without the example: counted, not run.
function lawsBefore(room: string): number {
  const report = join(folder, 'before.json');
  const args = ['list', '--root', REPOSITORY, '--json', report, `${room}/src/catalog.test.ts`];
  const { exitCode, output } = run('vitest/vitest.mjs', ...args);
  expect(exitCode, output).toBe(0);
  const listed = JSON.parse(readFileSync(report, 'utf8')) as unknown[];
  expect(listed.length).toBeGreaterThan(0);
  return listed.length;
}
