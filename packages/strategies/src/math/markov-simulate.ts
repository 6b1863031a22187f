import type { Rng } from '@candor/domain/ports/rng';
import { badParam } from './math-error.ts';
import { requireState, requireTransitionMatrix, type TransitionMatrix } from './transition-matrix.ts';

/**
 * Returns n states of a chain that begins in `start`, which is the first of them; one draw a step, by the inverse of the row's sums.
 * Throws `strategies.bad-param` for a bad matrix or an n below 1, `strategies.bad-input` for a start that is no state.
 */
export function simulateChain(matrix: TransitionMatrix, n: number, start: number, rng: Rng): number[] {
  requireTransitionMatrix(matrix);
  requireState(start, matrix.length, 'start');
  if (!(Number.isInteger(n) && n >= 1)) throw badParam(`"n" must be a whole number of states from 1 up; it is ${n}.`);
  const states = [start];
  let state = start;
  for (let t = 1; t < n; t++) {
    state = drawFrom(matrix[state]!, rng.next());
    states.push(state);
  }
  return states;
}

function drawFrom(probabilities: readonly number[], uniform: number): number {
  let cumulative = 0;
  for (let j = 0; j < probabilities.length; j++) {
    cumulative += probabilities[j]!;
    if (uniform < cumulative) return j;
  }
  // Rounding may leave the sum a hair below 1.
  return probabilities.length - 1;
}
