import { CandorError } from '@candor/domain/candor-error';
import { eigenvalues } from './eigenvalues.ts';
import { linearSolve } from './linear-solve.ts';
import { closedClasses, periodOf } from './markov-classes.ts';
import { badParam, insufficientData } from './math-error.ts';
import { requireState, requireTransitionMatrix, type TransitionMatrix } from './transition-matrix.ts';

export interface StationaryLaw {
  /** One probability a state; transient states get 0. */
  readonly probabilities: readonly number[];
  readonly periodic: boolean;
  /** 1 when not periodic. */
  readonly period: number;
}

/**
 * Returns the stationary law pi P = pi of a chain with one closed class.
 * Throws `strategies.not-ergodic` when there are several closed classes, for then it is not unique, and `strategies.bad-param` for a bad matrix.
 * Source: the elimination of Grassmann, Taksar & Heyman 1985, which subtracts nothing and so loses no digits.
 */
export function stationary(matrix: TransitionMatrix): StationaryLaw {
  requireTransitionMatrix(matrix);
  const classes = closedClasses(matrix);
  const members = classes[0]!;
  if (classes.length > 1) {
    throw new CandorError('strategies.not-ergodic', {
      kind: 'invalid',
      message: `The chain has ${classes.length} closed classes of states, so it has no single stationary law.`,
    });
  }
  const law = eliminated(members.map((i) => members.map((j) => matrix[i]![j]!)));
  const probabilities = matrix.map(() => 0);
  for (const [place, state] of members.entries()) probabilities[state] = law[place]!;
  const period = periodOf(matrix, members);
  return { probabilities, periodic: period > 1, period };
}

/**
 * Returns m with m[i][j] the expected number of steps from i to the first visit of j, and m[i][i] the expected time of return.
 * Infinity where j is transient. Throws as `stationary` does. Source: Kemeny & Snell 1960, through Z = (I - P + 1 pi)^-1.
 */
export function meanFirstPassage(matrix: TransitionMatrix): number[][] {
  const pi = stationary(matrix).probabilities;
  const fundamental = linearSolve(
    matrix.map((row, i) => row.map((probability, j) => (i === j ? 1 : 0) - probability + pi[j]!)),
    identity(matrix.length),
  );
  return matrix.map((_, i) =>
    pi.map((weight, j) => {
      if (weight === 0) return Number.POSITIVE_INFINITY;
      return i === j ? 1 / weight : (fundamental[j]![j]! - fundamental[i]![j]!) / weight;
    }),
  );
}

/** Returns the expected number of steps spent in each state once entered, 1/(1-P_ii); Infinity for an absorbing state. */
export function expectedSojourn(matrix: TransitionMatrix): number[] {
  requireTransitionMatrix(matrix);
  return matrix.map((row, i) => {
    // The others are summed, because 1 - P_ii of a long-lived state cancels.
    const leaving = row.reduce((sum, probability, j) => (i === j ? sum : sum + probability), 0);
    return leaving > 0 ? 1 / leaving : Number.POSITIVE_INFINITY;
  });
}

/**
 * Returns, for every state other than the two targets, the probability of reaching `targetA` before `targetB`.
 * Throws `strategies.bad-input` for a target that is no state and `strategies.bad-param` when the two are the same.
 */
export function hitBefore(matrix: TransitionMatrix, targetA: number, targetB: number): Map<number, number> {
  requireTransitionMatrix(matrix);
  requireState(targetA, matrix.length, 'targetA');
  requireState(targetB, matrix.length, 'targetB');
  if (targetA === targetB) throw badParam(`"targetA" and "targetB" must be different states; both are ${targetA}.`);
  const hopeful = canReach(matrix, targetA, targetB);
  const unknowns = [...hopeful].filter((state) => state !== targetA).sort((a, b) => a - b);
  const solution = linearSolve(
    unknowns.map((i) => unknowns.map((j) => (i === j ? 1 : 0) - matrix[i]![j]!)),
    unknowns.map((i) => [matrix[i]![targetA]!]),
  );
  const chances = new Map<number, number>();
  for (let state = 0; state < matrix.length; state++) {
    if (state === targetA || state === targetB) continue;
    const place = unknowns.indexOf(state);
    chances.set(state, place < 0 ? 0 : solution[place]![0]!);
  }
  return chances;
}

/** Returns 1 - |lambda_2|, how fast the chain forgets its start: 0 for one that never does. Throws `strategies.insufficient-data` for a single state. */
export function spectralGap(matrix: TransitionMatrix): number {
  requireTransitionMatrix(matrix);
  if (matrix.length < 2) throw insufficientData('The spectral gap needs at least 2 states.');
  const moduli = eigenvalues(matrix)
    .map(({ re, im }) => Math.hypot(re, im))
    .sort((a, b) => b - a);
  return Math.max(0, 1 - moduli[1]!);
}

// States from which `target` can be reached without passing `avoided`, itself among them: outside of it the chance is 0, inside it the system is regular.
function canReach(matrix: TransitionMatrix, target: number, avoided: number): Set<number> {
  const found = new Set([target]);
  for (const to of found) {
    for (const [from, row] of matrix.entries()) if (from !== avoided && row[to]! > 0) found.add(from);
  }
  return found;
}

function eliminated(irreducible: number[][]): number[] {
  const size = irreducible.length;
  for (let last = size - 1; last > 0; last--) {
    const row = irreducible[last]!;
    let leaving = 0;
    for (let j = 0; j < last; j++) leaving += row[j]!;
    for (let i = 0; i < last; i++) {
      const share = irreducible[i]![last]! / leaving;
      irreducible[i]![last] = share;
      for (let j = 0; j < last; j++) irreducible[i]![j] = irreducible[i]![j]! + share * row[j]!;
    }
  }
  const law = [1];
  let total = 1;
  for (let j = 1; j < size; j++) {
    let weight = 0;
    for (let i = 0; i < j; i++) weight += law[i]! * irreducible[i]![j]!;
    law.push(weight);
    total += weight;
  }
  return law.map((weight) => weight / total);
}

function identity(size: number): number[][] {
  return Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => (i === j ? 1 : 0)));
}
