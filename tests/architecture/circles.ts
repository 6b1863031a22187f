import type { SourceTree } from './source-tree.ts';

/**
 * Returns a sentence for every circle of imports. Type imports count: two files that need each other's shapes are one story in two
 * places, and the next value import would close the circle for real.
 */
export function circleViolations(tree: SourceTree): string[] {
  const violations: string[] = [];
  const finished = new Set<string>();
  const trail: string[] = [];

  const visit = (path: string): void => {
    if (finished.has(path)) return;
    const seenAt = trail.indexOf(path);
    if (seenAt >= 0) {
      violations.push(`Circle: ${[...trail.slice(seenAt), path].join(' → ')}.`);
      return;
    }
    trail.push(path);
    for (const { target } of tree.modules.get(path)?.imports ?? []) {
      if (target !== undefined && tree.modules.has(target)) visit(target);
    }
    trail.pop();
    finished.add(path);
  };

  for (const path of tree.modules.keys()) visit(path);
  return violations;
}
