import { isNode, type Node, walk } from './walk.ts';

/** A name that a module reads from its surroundings or its own scope: never a property's key, never a type. */
export interface Reference {
  readonly name: string;
  /** The property read from it, when it is read at once: `now` in `Date.now()`. */
  readonly member: string | undefined;
  readonly node: Node;
  readonly parent: Node | undefined;
}

/** Returns every reference to a name in value position, the left ends of member chains included. */
export function references(program: Node): Reference[] {
  const found: Reference[] = [];
  walk(program, (node, parent, field) => {
    if (node.type !== 'Identifier' || typeof node['name'] !== 'string' || isMereName(parent, field)) return;
    const member = parent?.type === 'MemberExpression' && field === 'object' ? memberName(parent) : undefined;
    found.push({ name: node['name'], member, node, parent });
  });
  return found;
}

/** Returns the name of the property that a member expression reads, when it is written down. */
export function memberName(expression: Node): string | undefined {
  const property = expression['property'];
  if (!isNode(property)) return undefined;
  const name = expression['computed'] === true ? property['value'] : property['name'];
  return typeof name === 'string' ? name : undefined;
}

// Where an identifier is a label, a key or a type rather than something that is read.
function isMereName(parent: Node | undefined, field: string): boolean {
  if (parent === undefined) return false;
  if (parent.type === 'MemberExpression') return field === 'property' && parent['computed'] !== true;
  if (field === 'key') return parent['computed'] !== true;
  return (
    parent.type === 'ImportSpecifier' ||
    parent.type === 'ExportSpecifier' ||
    parent.type === 'TSTypeReference' ||
    parent.type === 'TSQualifiedName' ||
    parent.type === 'TSPropertySignature' ||
    parent.type === 'TSMethodSignature' ||
    parent.type === 'TSNamedTupleMember'
  );
}
