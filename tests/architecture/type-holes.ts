import { RISK_MANAGER_FILE } from './house.ts';
import type { SourceTree } from './source-tree.ts';
import { isNode, type Node, walk } from './walk.ts';

/** Returns a sentence for every `any`, and for every place outside the risk manager that declares an order approved. */
export function typeHoleViolations(tree: SourceTree): string[] {
  return [...tree.modules.values()].flatMap((module) => {
    const violations: string[] = [];
    walk(module.program, (node) => {
      const where = `${module.path}:${module.lineOf(node)}`;
      if (node.type === 'TSAnyKeyword') violations.push(`${where} says any.`);
      if (approves(node) && module.path !== RISK_MANAGER_FILE) {
        violations.push(`${where} declares an order approved; only ${RISK_MANAGER_FILE} may.`);
      }
    });
    return violations;
  });
}

// A cast, an old-style cast, or a type guard: each turns any order into an approved one with a word.
function approves(node: Node): boolean {
  const declares = ['TSAsExpression', 'TSTypeAssertion', 'TSTypePredicate'].includes(node.type);
  const type = node['typeAnnotation'];
  return declares && isNode(type) && mentionsApprovedOrder(type);
}

function mentionsApprovedOrder(type: Node): boolean {
  let mentioned = false;
  walk(type, (node) => {
    mentioned ||= node.type === 'Identifier' && node['name'] === 'ApprovedOrder';
  });
  return mentioned;
}
