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
const SKIPPED = new Set(['node_modules', 'cases', 'results']);
const SOURCE = /\.(ts|mts|mjs|js)$/;

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
  for (const [path, text] of Object.entries(files)) {
    if (path.endsWith('/package.json')) manifests.push(readManifest(path, text));
    else modules.set(path, parseModule(path, text));
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
    if (entry.isDirectory()) {
      if (!SKIPPED.has(entry.name)) collect(root, path, files);
    } else if (SOURCE.test(entry.name) || entry.name === 'package.json') {
      files[path] = readFileSync(join(root, path), 'utf8');
    }
  }
}

function readManifest(path: string, text: string): Manifest {
  const { name, dependencies = {} } = JSON.parse(text) as { name: string; dependencies?: Record<string, string> };
  return { path, room: roomOf(path), name, dependencies: Object.keys(dependencies) };
}

function parseModule(path: string, text: string): Module {
  const parsed = parseSync(path, text);
  const error = parsed.errors[0];
  if (error) throw new Error(`${path} cannot be parsed: ${error.message}`);
  const program: unknown = parsed.program;
  if (!isNode(program)) throw new Error(`${path} has no program.`);

  const imports: Import[] = [];
  const add = (specifier: string, typeOnly: boolean): void => {
    imports.push({ specifier, target: resolve(path, specifier), typeOnly });
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
    isTest: /\.test\.ts$/.test(path) || path.startsWith('tests/'),
    program,
    imports,
    lineOf: (node) => text.slice(0, node.start).split('\n').length,
  };
}

const SCOPE = '@candor/';

function resolve(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier);
  if (!specifier.startsWith(SCOPE)) return undefined;
  const [room, ...rest] = specifier.slice(SCOPE.length).split('/');
  const home = room === 'server' || room === 'web' ? `apps/${room}` : `packages/${room}`;
  return `${home}/src/${rest.join('/')}.ts`;
}
