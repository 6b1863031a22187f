import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseSync } from 'oxc-parser';
import { isNode, type Node, walk } from './walk.ts';

export interface Import {
  readonly specifier: string;
  /** Path of the module inside the repository, or undefined for a package of somebody else's. */
  readonly target: string | undefined;
  readonly typeOnly: boolean;
}

export interface Module {
  /** From the root, with forward slashes. */
  readonly path: string;
  readonly room: string;
  readonly isTest: boolean;
  readonly program: Node;
  readonly imports: readonly Import[];
  lineOf(node: Node): number;
}

export interface Manifest {
  readonly path: string;
  readonly room: string;
  readonly name: string;
  readonly dependencies: readonly string[];
}

export interface SourceTree {
  readonly modules: ReadonlyMap<string, Module>;
  readonly manifests: readonly Manifest[];
}

const FOLDERS = ['packages', 'apps', 'bench', 'tests', 'tools'];
const SKIPPED = new Set(['node_modules', 'cases', 'results', '.next', 'out', 'next-env.d.ts']);
const SOURCE = /\.(tsx?|mts|mjs|js|css)$/;
const WEB = 'apps/web/';

/** Returns every source file and package manifest below the root. */
export function readSourceTree(root: string): SourceTree {
  const files: Record<string, string> = {};
  for (const folder of FOLDERS) collect(root, folder, files);
  return sourceTree(files);
}

/** Returns the tree of the given texts, by path: the whole scan but for the disk. */
export function sourceTree(files: Readonly<Record<string, string>>): SourceTree {
  const modules = new Map<string, Module>();
  const manifests: Manifest[] = [];
  const known = new Set(Object.keys(files));
  for (const [path, text] of Object.entries(files)) {
    if (path.endsWith('.css')) modules.set(path, readStylesheet(path, text));
    else if (!path.endsWith('/package.json')) modules.set(path, parseModule(path, text, known));
    else if (/^(packages|apps)\//.test(path)) manifests.push(readManifest(path, text));
  }
  return { modules, manifests };
}

/** Returns the room a path lies in: the package's name, the app's name, or the folder at the root. */
export function roomOf(path: string): string {
  const [top, name] = path.split('/');
  return (top === 'packages' || top === 'apps' ? name : top) ?? path;
}

/** Returns the folder of the workspace member a path lies in. */
export function homeOf(path: string): string {
  const [top, name] = path.split('/');
  return top === 'packages' || top === 'apps' ? `${top}/${name}` : (top ?? path);
}

function collect(root: string, folder: string, files: Record<string, string>): void {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (SKIPPED.has(entry.name)) continue;
    if (entry.isDirectory()) collect(root, path, files);
    else if (SOURCE.test(entry.name) || entry.name === 'package.json') {
      files[path] = readFileSync(join(root, path), 'utf8');
    }
  }
}

function readManifest(path: string, text: string): Manifest {
  const { name, dependencies = {} } = JSON.parse(text) as { name: string; dependencies?: Record<string, string> };
  return { path, room: roomOf(path), name, dependencies: Object.keys(dependencies) };
}

function parseModule(path: string, text: string, known: ReadonlySet<string>): Module {
  const parsed = parseSync(path, text);
  const error = parsed.errors[0];
  if (error) throw new Error(`${path} cannot be parsed: ${error.message}`);
  const program: unknown = parsed.program;
  if (!isNode(program)) throw new Error(`${path} has no program.`);

  const imports: Import[] = [];
  const add = (specifier: string, typeOnly: boolean): void => {
    imports.push({ specifier, target: resolve(path, specifier, known), typeOnly });
  };
  for (const { moduleRequest, entries } of parsed.module.staticImports) {
    add(moduleRequest.value, entries.length > 0 && entries.every((entry) => entry.isType));
  }
  for (const { entries } of parsed.module.staticExports) {
    for (const { moduleRequest, isType } of entries) if (moduleRequest) add(moduleRequest.value, isType);
  }
  walk(program, (node) => {
    const typeOnly = node.type === 'TSImportType';
    if (!typeOnly && node.type !== 'ImportExpression') return;
    const source = node['source'];
    if (isNode(source) && typeof source['value'] === 'string') add(source['value'], typeOnly);
  });

  return {
    path,
    room: roomOf(path),
    isTest: /\.test\.tsx?$/.test(path) || path.startsWith('tests/'),
    program,
    imports,
    lineOf: (node) => text.slice(0, node.start).split('\n').length,
  };
}

/** Returns a stylesheet as the names that it draws in, which the bundler finds the way data is found. */
function readStylesheet(path: string, text: string): Module {
  const names = [...text.matchAll(/^@import ("[^"]+")/gm)].map(([, name]) => `(${name});`);
  return { ...parseModule(path.replace(/css$/, 'js'), names.join('\n'), new Set()), path };
}

const SCOPE = '@candor/';

function resolve(from: string, specifier: string, known: ReadonlySet<string>): string | undefined {
  const path = specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : undefined;
  if (from.startsWith(WEB)) {
    const inWeb = specifier.startsWith('@/') ? WEB + specifier.slice(2) : path;
    if (inWeb !== undefined) return withEnding(inWeb, known);
  }
  if (path !== undefined) return path;
  if (!specifier.startsWith(SCOPE)) return undefined;
  const [room, ...rest] = specifier.slice(SCOPE.length).split('/');
  const home = room === 'server' || room === 'web' ? `apps/${room}` : `packages/${room}`;
  return `${home}/src/${rest.join('/')}.ts`;
}

// The bundler of the pages takes a file by its name without the ending.
function withEnding(path: string, known: ReadonlySet<string>): string {
  return ['', '.tsx', '.d.ts'].map((ending) => path + ending).find((each) => known.has(each)) ?? `${path}.ts`;
}
