import type { TransitionMatrix } from './transition-matrix.ts';

/** States that reach each other and nothing else, ascending. A chain that has entered one never leaves. */
export type ClosedClass = readonly number[];

/** Returns the closed communicating classes of a chain, by their first state. One class means one stationary law. */
export function closedClasses(matrix: TransitionMatrix): ClosedClass[] {
  const reach = matrix.map((_, state) => reachableFrom(matrix, state));
  const classes: ClosedClass[] = [];
  for (const [state, reached] of reach.entries()) {
    const members = [...reached].sort((a, b) => a - b);
    const isClosed = members.every((member) => reach[member]!.has(state));
    if (isClosed && members[0] === state) classes.push(members);
  }
  return classes;
}

/** Returns the period of a closed class: the greatest common divisor of the lengths of its loops; 1 means aperiodic. */
export function periodOf(matrix: TransitionMatrix, members: ClosedClass): number {
  const depth = new Map([[members[0]!, 0]]);
  const queue = [members[0]!];
  let period = 0;
  for (const from of queue) {
    for (const to of members) {
      if (!(matrix[from]![to]! > 0)) continue;
      const known = depth.get(to);
      if (known === undefined) {
        depth.set(to, depth.get(from)! + 1);
        queue.push(to);
      } else {
        period = greatestCommonDivisor(period, Math.abs(depth.get(from)! + 1 - known));
      }
    }
  }
  return period;
}

/** Returns every state that a chain in `state` can be in later or now. */
function reachableFrom(matrix: TransitionMatrix, state: number): Set<number> {
  const seen = new Set([state]);
  for (const from of seen) {
    for (const [to, probability] of matrix[from]!.entries()) if (probability > 0) seen.add(to);
  }
  return seen;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
