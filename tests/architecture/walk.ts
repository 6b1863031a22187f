/** A node of the syntax tree, of whatever kind. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** Visits a node and all below it, each with its parent and the parent's field that holds it. */
export function walk(root: Node, visit: (node: Node, parent: Node | undefined, field: string) => void): void {
  const step = (node: Node, parent: Node | undefined, field: string): void => {
    visit(node, parent, field);
    for (const [key, value] of Object.entries(node)) {
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) step(child, node, key);
    }
  };
  step(root, undefined, '');
}

/** Returns whether a value of the syntax tree is itself a node. */
export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}
