import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CandorError } from '@candor/domain/candor-error';
import { didYouMean } from '@candor/domain/nearest';
import type { StrategyDefinition } from '@candor/domain/ports/strategy';
import { createFiles } from './files.ts';
import { fingerprintText } from './fingerprint.ts';

/** A strategy from a person's own file. */
export interface OwnStrategy {
  /** Absolute. */
  readonly path: string;
  readonly definition: StrategyDefinition;
  /** Of the file; where it imports other files of the person's by a relative path, of all of them together. */
  readonly sourceSha256: string;
}

/** The person's own strategies: files in `my/`, or anywhere they name by path. */
export interface OwnStrategies {
  /** Paths of the strategies in `my/`, from the root. */
  list(): readonly string[];
  /** Returns whether a strategy is named by a file rather than by an id. */
  isPath(name: string): boolean;
  /** Returns the absolute path of an existing file. Throws `own-strategies.no-file` (not-found) with the nearest one there is. */
  locate(path: string): string;
  /** Runs the file and returns the strategy it exports. Throws `own-strategies.…` with the line, where there is one. */
  load(path: string): Promise<OwnStrategy>;
  /** Writes a new file into `my/` and returns its path from the root. Throws `files.exists`, leaving the file that is there untouched. */
  create(name: string, text: string): Promise<string>;
}

/** Returns the own strategies of a clone; relative paths are looked for in the working directory, then at the root. */
export function createOwnStrategies(home: string, workingDirectory: string): OwnStrategies {
  const folder = join(home, 'my');

  const locate = (path: string): string => {
    const candidates = [resolve(workingDirectory, path), resolve(home, path)];
    const found = candidates.find((candidate) => existsSync(candidate));
    if (found) return found;
    const wanted = candidates[0]!;
    const near = filesIn(dirname(wanted)).map((name) => join(dirname(path), name));
    throw new CandorError('own-strategies.no-file', {
      kind: 'not-found',
      message: `There is no file ${path}. ${near.length > 0 ? didYouMean(path, near) : 'There is none yet; make one first.'}`,
    });
  };

  return {
    list: () => filesIn(folder).map((name) => `my/${name}`),
    isPath: (name) => name.endsWith('.ts') || name.includes('/') || name.includes('\\'),
    locate,
    load: async (path) => {
      const absolute = locate(path);
      const sourceSha256 = fingerprintSource(absolute);
      // The hash in the address lets a changed file be loaded again by a process that lives long.
      const url = `${pathToFileURL(absolute).href}?sha256=${sourceSha256}`;
      const exported = await importModule(url, path);
      return { path: absolute, definition: pickStrategy(exported, path), sourceSha256 };
    },
    create: async (name, text) => {
      const path = `my/${name}.ts`;
      await createFiles(home).writeNew(path, text);
      return path;
    },
  };
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .toSorted();
}

async function importModule(url: string, path: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await import(url);
  } catch (error) {
    const { name, message, code }: NodeJS.ErrnoException = error instanceof Error ? error : new Error(String(error));
    const line = lineIn(error, path);
    const where = line === undefined ? path : `${path}, line ${line},`;
    const isMissing = code === 'ERR_MODULE_NOT_FOUND';
    throw new CandorError(isMissing ? 'own-strategies.missing-import' : 'own-strategies.broken', {
      kind: 'invalid',
      message: isMissing
        ? `${where} imports something that cannot be found: ${message.replace(/ imported from .*/, '')}. Import @candor/… by path, and keep the file inside the clone, in my/.`
        : `${where} cannot be run: ${name}: ${message.replace(/\.$/, '')}.`,
      cause: error,
    });
  }
}

/** Returns the line of the person's file that an error comes from, where its stack tells. */
// Node tells the place in the first lines of the stack: `file:///…/my/x.ts?…:3` or `at file:///…/my/x.ts?…:3:14`.
export function lineIn(error: unknown, path: string): number | undefined {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const name = basename(path).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const match = new RegExp(`/${name}(?:\\?sha256=[0-9a-f]+)?:(\\d+)`).exec(stack);
  return match ? Number(match[1]) : undefined;
}

function pickStrategy(exported: Readonly<Record<string, unknown>>, path: string): StrategyDefinition {
  const found = [...new Set(Object.values(exported))].filter(isStrategyDefinition);
  const [only] = found;
  if (only && found.length === 1) return only;
  throw new CandorError('own-strategies.not-one-strategy', {
    kind: 'invalid',
    message: only
      ? `${path} exports ${found.length} strategies (${found.map(({ id }) => id).join(', ')}); it must export exactly one.`
      : `${path} exports no strategy. Write: export const mine = defineStrategy({ … }).`,
  });
}

function isStrategyDefinition(value: unknown): value is StrategyDefinition {
  if (typeof value !== 'object' || value === null) return false;
  const { id, create, warmup, params } = value as Partial<StrategyDefinition>;
  const hasParams = typeof params === 'object' && params !== null && typeof params.safeParse === 'function';
  return typeof id === 'string' && typeof create === 'function' && typeof warmup === 'function' && hasParams;
}

const RELATIVE_IMPORT = /\bfrom\s*['"](\.[^'"]+)['"]|\bimport\s*\(?\s*['"](\.[^'"]+)['"]/g;

function fingerprintSource(entry: string): string {
  const prints = new Map<string, string>();
  const visit = (path: string): void => {
    if (prints.has(path) || !existsSync(path)) return;
    const text = readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
    prints.set(path, fingerprintText(text));
    for (const match of text.matchAll(RELATIVE_IMPORT)) visit(resolve(dirname(path), match[1] ?? match[2] ?? ''));
  };
  visit(entry);
  if (prints.size === 1) return prints.get(entry)!;
  const lines = [...prints].map(([path, print]) => `${print}  ${relative(dirname(entry), path).replaceAll('\\', '/')}`);
  return fingerprintText(lines.toSorted().join('\n'));
}
