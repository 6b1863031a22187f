import { badInput, badParam, lengthMismatch } from './math-error.ts';

/** Row i holds the probabilities of going from state i to each state; rows sum to 1. */
export type TransitionMatrix = readonly (readonly number[])[];

const ROW_SUM_SLACK = 1e-9;

/** Throws `strategies.bad-param` unless the matrix is square, holds no negative number and every row sums to 1 within 1e-9. */
export function requireTransitionMatrix(matrix: TransitionMatrix): void {
  const size = matrix.length;
  if (size === 0) throw badParam('A transition matrix needs at least one state.');
  for (const [i, row] of matrix.entries()) {
    if (row.length !== size) {
      throw badParam(`A transition matrix is square; row ${i} has ${row.length} entries instead of ${size}.`);
    }
    let sum = 0;
    for (const probability of row) {
      if (!(probability >= 0))
        throw badParam(`Row ${i} of the transition matrix holds ${probability}, which is no probability.`);
      sum += probability;
    }
    if (!(Math.abs(sum - 1) <= ROW_SUM_SLACK)) {
      throw badParam(
        `Row ${i} of the transition matrix sums to ${sum}; every row must sum to 1 within ${ROW_SUM_SLACK}.`,
      );
    }
  }
}

/** Throws `strategies.bad-input` unless `state` is one of 0..k-1. */
export function requireState(state: number, k: number, name: string): void {
  if (!(Number.isInteger(state) && state >= 0 && state < k)) {
    throw badInput(`"${name}" is ${state}; the states are 0 to ${k - 1}.`);
  }
}

/** Returns P^n, the n-step transition probabilities; P^0 is the identity. Throws `strategies.bad-param` for an n that is no whole number from 0 up. */
export function nStep(matrix: TransitionMatrix, n: number): number[][] {
  requireTransitionMatrix(matrix);
  requireSteps(n);
  let result: number[][] = matrix.map((row, i) => row.map((_, j) => (i === j ? 1 : 0)));
  let square = matrix.map((row) => [...row]);
  for (let left = n; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = multiply(result, square);
    if (left > 1) square = multiply(square, square);
  }
  return result;
}

/**
 * Returns the law of the state n steps after a start drawn from `start`: start P^n.
 * Throws `strategies.bad-input` when `start` is no distribution and `strategies.length-mismatch` when it has another number of states.
 */
export function forecast(matrix: TransitionMatrix, start: readonly number[], n: number): number[] {
  requireTransitionMatrix(matrix);
  requireSteps(n);
  if (start.length !== matrix.length) {
    throw lengthMismatch(`"start" has ${start.length} states, the transition matrix has ${matrix.length}.`);
  }
  const total = start.reduce((sum, probability) => sum + probability, 0);
  if (!(start.every((probability) => probability >= 0) && Math.abs(total - 1) <= ROW_SUM_SLACK)) {
    throw badInput(`"start" must be probabilities that sum to 1; they sum to ${total}.`);
  }
  let law = [...start];
  for (let step = 0; step < n; step++) law = advance(law, matrix);
  return law;
}

/** Returns the law of the state one step after a law, both one number a state: law P. */
export function advance(law: readonly number[], matrix: TransitionMatrix): number[] {
  return matrix.map((_, j) => law.reduce((sum, probability, i) => sum + probability * matrix[i]![j]!, 0));
}

function multiply(a: TransitionMatrix, b: TransitionMatrix): number[][] {
  return a.map((row) => advance(row, b));
}

function requireSteps(n: number): void {
  if (!(Number.isInteger(n) && n >= 0)) throw badParam(`"n" must be a whole number of steps from 0 up; it is ${n}.`);
}
