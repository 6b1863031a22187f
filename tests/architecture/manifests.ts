import { isBuiltin } from 'node:module';
import { FOR_OTHERS } from './house.ts';
import type { Manifest, SourceTree } from './source-tree.ts';
import { walk } from './walk.ts';

/** Returns a sentence for every package that a manifest misses, and for every one that it lists in vain. Test files may also use the root's tools. */
export function manifestViolations(tree: SourceTree): string[] {
  return tree.manifests.flatMap((manifest) => {
    const declared = new Set(manifest.dependencies);
    const used = packagesUsed(tree, manifest, false);
    const usedByTests = packagesUsed(tree, manifest, true);
    const missing = [...used].filter((name) => !declared.has(name));
    const missingInTests = [...usedByTests].filter((name) => name.startsWith('@candor/') && !declared.has(name));
    const idle = [...declared].filter(
      (name) =>
        !used.has(name) &&
        !usedByTests.has(name) &&
        !isResolved(tree, manifest, name) &&
        FOR_OTHERS[manifest.room]?.includes(name) !== true,
    );
    return [
      ...new Set([...missing, ...missingInTests].map((name) => `${manifest.path} does not declare ${name}.`)),
      ...idle.map((name) => `${manifest.path} declares ${name}, which nothing in it imports.`),
    ];
  });
}

function packagesUsed(tree: SourceTree, manifest: Manifest, byTests: boolean): Set<string> {
  const used = new Set<string>();
  for (const module of tree.modules.values()) {
    if (module.room !== manifest.room || module.isTest !== byTests) continue;
    for (const { specifier, target } of module.imports) {
      const isOwnFile = target !== undefined && !specifier.startsWith('@candor/');
      if (isOwnFile || specifier.startsWith('.') || isBuiltin(specifier)) continue;
      const parts = specifier.split('/');
      const name = specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
      if (name !== manifest.name) used.add(name);
    }
  }
  return used;
}

// A package that ships data is found by resolving a path into it; no import statement names it.
function isResolved(tree: SourceTree, manifest: Manifest, name: string): boolean {
  return [...tree.modules.values()].some((module) => {
    if (module.room !== manifest.room || module.isTest) return false;
    let found = false;
    walk(module.program, ({ type, value }) => {
      found ||= type === 'Literal' && typeof value === 'string' && (value === name || value.startsWith(`${name}/`));
    });
    return found;
  });
}
