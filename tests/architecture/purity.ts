import { isBuiltin } from 'node:module';
import { IMPURE_FILES, PURE_PATHS } from './house.ts';
import { memberName, type Reference, references } from './references.ts';
import type { Module, SourceTree } from './source-tree.ts';
import { isNode, walk } from './walk.ts';

/** Returns a sentence for every read of clock, randomness, environment, network or machine in a pure room. Test files are free. */
export function purityViolations(tree: SourceTree): string[] {
  return [...tree.modules.values()].filter(isPure).flatMap((module) => [
    ...module.imports
      .filter(({ specifier }) => isBuiltin(specifier))
      .map(({ specifier }) => `${module.path} is pure and imports ${specifier}.`),
    ...references(module.program).flatMap((reference) => {
      const sin = sinOf(reference);
      return sin ? [`${module.path}:${module.lineOf(reference.node)} is pure and ${sin}.`] : [];
    }),
    ...localeAndZone(module),
  ]);
}

function isPure(module: Module): boolean {
  return (
    !module.isTest && PURE_PATHS.some((path) => module.path.startsWith(path)) && !IMPURE_FILES.includes(module.path)
  );
}

const MACHINE: Readonly<Record<string, string>> = {
  process: 'touches the process',
  globalThis: 'reaches for globals',
  global: 'reaches for globals',
  performance: 'reads a clock',
  fetch: 'uses the network',
  WebSocket: 'uses the network',
  crypto: 'reads randomness',
  setTimeout: 'waits on a clock',
  setInterval: 'waits on a clock',
  setImmediate: 'waits on the machine',
  queueMicrotask: 'waits on the machine',
  navigator: 'reads the machine',
  console: 'writes to the console',
  require: 'loads code at run time',
  eval: 'runs text as code',
  Function: 'runs text as code',
  Intl: 'reads the machine’s locale',
};

function sinOf({ name, member, node, parent }: Reference): string | undefined {
  if (name === 'Math') {
    if (member === 'random') return 'reads Math.random';
    return member === undefined ? 'passes Math on, whose random is not seeded' : undefined;
  }
  if (name === 'Date') return dateSin(member, node, parent);
  return Object.hasOwn(MACHINE, name) ? MACHINE[name] : undefined;
}

function dateSin(member: string | undefined, node: Reference['node'], parent: Reference['parent']): string | undefined {
  if (member === 'now') return 'reads Date.now';
  if (member !== undefined) return undefined;
  if (parent?.type === 'NewExpression' && parent['callee'] === node) {
    const count = (parent['arguments'] as readonly unknown[]).length;
    if (count === 0) return 'reads the clock by new Date()';
    return count > 1 ? 'reads the machine’s time zone by new Date(year, month, …)' : undefined;
  }
  return parent?.type === 'BinaryExpression' ? undefined : 'reads the clock through Date';
}

// The same bars must give the same numbers in Tokyo: what depends on the machine's zone or language is as impure as its clock.
const LOCAL = /^(toLocale\w+|localeCompare|(get|set)(FullYear|Month|Date|Day|Hours|Minutes|TimezoneOffset))$/;

function localeAndZone(module: Module): string[] {
  const violations: string[] = [];
  walk(module.program, (node) => {
    const where = `${module.path}:${module.lineOf(node)}`;
    if (node.type === 'MemberExpression') {
      const name = memberName(node);
      if (name && LOCAL.test(name))
        violations.push(`${where} is pure and reads the machine’s zone or locale by ${name}.`);
    } else if (node.type === 'ImportExpression') {
      violations.push(`${where} is pure and loads code at run time.`);
    } else if (node.type === 'MetaProperty' && isNode(node['meta']) && node['meta']['name'] === 'import') {
      violations.push(`${where} is pure and reads import.meta.`);
    }
  });
  return violations;
}
