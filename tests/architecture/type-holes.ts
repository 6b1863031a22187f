import { KEEPERS_OF_ORDERS, RISK_MANAGER_FILE, SAVED_ORDER_FILE } from './house.ts';
import type { SourceTree } from './source-tree.ts';
import { isNode, type Node, walk } from './walk.ts';

/**
 * Returns a sentence for every `any`, for every place outside the risk manager that declares an order approved, and for every room that reads
 * approved orders back although it keeps none.
 */
export function typeHoleViolations(tree: SourceTree): string[] {
  return [...tree.modules.values()].flatMap((module) => {
    const violations: string[] = [];
    walk(module.program, (node) => {
      const where = `${module.path}:${module.lineOf(node)}`;
      if (node.type === 'TSAnyKeyword') violations.push(`${where} says any.`);
      if (approves(node) && module.path !== RISK_MANAGER_FILE && module.path !== SAVED_ORDER_FILE) {
        violations.push(`${where} declares an order approved; only ${RISK_MANAGER_FILE} may.`);
      }
    });
    const readsBack = module.imports.some(({ target, typeOnly }) => target === SAVED_ORDER_FILE && !typeOnly);
    if (readsBack && !module.isTest && !KEEPERS_OF_ORDERS.some((room) => module.path.startsWith(room))) {
      violations.push(`${module.path} reads approved orders back; only ${KEEPERS_OF_ORDERS.join(', ')} keep any.`);
    }
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
