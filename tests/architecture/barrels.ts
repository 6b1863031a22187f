import type { SourceTree } from './source-tree.ts';
import { isNode, type Node } from './walk.ts';

/** Returns a sentence for every file that passes on what another file exports: things are imported from where they are made. */
export function barrelViolations(tree: SourceTree): string[] {
  return [...tree.modules.values()].flatMap((module) => {
    const name = module.path.split('/').at(-1) ?? '';
    const violations = /^index\./.test(name) ? [`${module.path} is an index file.`] : [];
    const body = (module.program['body'] as readonly unknown[]).filter(isNode);
    const imported = new Set(body.flatMap(importedNames));
    for (const statement of body) {
      if (statement.type === 'ExportAllDeclaration' || isNode(statement['source'])) {
        if (statement.type.startsWith('Export')) {
          violations.push(`${module.path}:${module.lineOf(statement)} re-exports from another file.`);
        }
      } else if (statement.type === 'ExportNamedDeclaration') {
        for (const local of specifierNames(statement, 'local')) {
          if (imported.has(local))
            violations.push(`${module.path}:${module.lineOf(statement)} re-exports ${local}, which it imports.`);
        }
      }
    }
    return violations;
  });
}

function importedNames(statement: Node): string[] {
  return statement.type === 'ImportDeclaration' ? specifierNames(statement, 'local') : [];
}

function specifierNames(statement: Node, side: string): string[] {
  const specifiers = statement['specifiers'];
  if (!Array.isArray(specifiers)) return [];
  return specifiers.filter(isNode).flatMap((specifier) => {
    const name = specifier[side];
    return isNode(name) && typeof name['name'] === 'string' ? [name['name']] : [];
  });
}
