import { CONFIG_FILE, PROCESS_PATHS } from './house.ts';
import { references } from './references.ts';
import type { Module, SourceTree } from './source-tree.ts';

/** Returns a sentence for every read of the environment outside the one file that may, and for every touch of the process in a room. */
export function environmentViolations(tree: SourceTree): string[] {
  return [...tree.modules.values()].filter(isProduct).flatMap((module) => {
    const mayTouchProcess = PROCESS_PATHS.some((path) => module.path.startsWith(path));
    const imported = module.imports
      .filter(({ specifier, typeOnly }) => !typeOnly && /^(node:)?process$/.test(specifier))
      .map(({ specifier }) => `${module.path} imports ${specifier}; use the global where it is allowed.`);
    const touched = references(module.program)
      .filter(({ name }) => name === 'process')
      .flatMap(({ member, node }) => {
        const where = `${module.path}:${module.lineOf(node)}`;
        if (member === 'env') return [`${where} reads the environment; only ${CONFIG_FILE} does.`];
        if (!mayTouchProcess) return [`${where} touches the process; only the entries in bin do.`];
        // Passed on whole, its env could be read anywhere.
        return member === undefined ? [`${where} passes the process on.`] : [];
      });
    return [...imported, ...touched];
  });
}

function isProduct(module: Module): boolean {
  return !module.isTest && module.path !== CONFIG_FILE;
}
