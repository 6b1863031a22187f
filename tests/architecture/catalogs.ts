import { REGISTRIES, type Registry } from './house.ts';
import type { Module, SourceTree } from './source-tree.ts';

/** Returns a sentence for every plugin that its catalog leaves out, and for every import against catalog → plugins → contract. */
export function catalogViolations(tree: SourceTree, registries: readonly Registry[] = REGISTRIES): string[] {
  return registries.flatMap((registry) => {
    const catalog = tree.modules.get(registry.catalog);
    const contract = tree.modules.get(registry.contract);
    if (!catalog) return [`${registry.catalog} does not exist.`];
    if (!contract) return [`${registry.contract} does not exist.`];
    const plugins = [...tree.modules.values()].filter((module) => isPlugin(module, registry));
    if (plugins.length === 0) return [`${registry.plugins} holds no plugin.`];

    const registered = new Set(catalog.imports.filter(({ typeOnly }) => !typeOnly).map(({ target }) => target));
    return [
      ...plugins
        .filter(({ path }) => !registered.has(path))
        .map(({ path }) => `${path} is not in ${registry.catalog}: to be registered is to be tested.`),
      ...plugins
        .filter((plugin) => importsOf(plugin).includes(registry.catalog))
        .map(({ path }) => `${path} is a plugin and imports its catalog.`),
      ...importsOf(contract)
        .filter((target) => target === registry.catalog || plugins.some(({ path }) => path === target))
        .map((target) => `${registry.contract} is a contract and imports ${target}.`),
    ];
  });
}

function isPlugin(module: Module, { plugins, contract, catalog, isPlugin }: Registry): boolean {
  if (module.isTest || !module.path.startsWith(plugins) || module.path === contract || module.path === catalog)
    return false;
  return isPlugin === 'folder' || module.imports.some(({ target, typeOnly }) => !typeOnly && target === contract);
}

function importsOf(module: Module): string[] {
  return module.imports.flatMap(({ target }) => target ?? []);
}
