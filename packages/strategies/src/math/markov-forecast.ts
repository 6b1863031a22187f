import { requireStates } from './markov-fit.ts';
import { badInput, badParam, lengthMismatch } from './math-error.ts';
import { advance, requireState, requireTransitionMatrix, type TransitionMatrix } from './transition-matrix.ts';

/**
 * Returns the mean return of each of k states, drawn towards the mean of all by the weight of `kappa` observations: (n_s m_s + kappa m) / (n_s + kappa).
 * A state without observations has the mean of all. Throws `strategies.length-mismatch`, `strategies.insufficient-data` for no
 * observations, `strategies.bad-input` for a return that is not finite and `strategies.bad-param` for a negative kappa.
 */
export function stateMeans(returns: readonly number[], states: readonly number[], k: number, kappa = 10): number[] {
  const { sums, counts, total } = sumsByState(returns, states, k, kappa);
  const grand = total / returns.length;
  return sums.map((sum, s) => (counts[s]! + kappa === 0 ? grand : (sum + kappa * grand) / (counts[s]! + kappa)));
}

/**
 * Returns the standard deviation of the returns within each of k states around its own mean, its square drawn towards the pooled
 * within-state variance by the weight of `kappa` observations. Throws as `stateMeans` does.
 */
export function stateSds(returns: readonly number[], states: readonly number[], k: number, kappa = 10): number[] {
  const { sums, counts } = sumsByState(returns, states, k, kappa);
  const squares = new Array<number>(k).fill(0);
  for (const [t, state] of states.entries()) {
    squares[state] = squares[state]! + (returns[t]! - sums[state]! / counts[state]!) ** 2;
  }
  const pooled = squares.reduce((sum, square) => sum + square, 0) / returns.length;
  return squares.map((square, s) => {
    const weight = counts[s]! + kappa;
    return Math.sqrt(weight === 0 ? pooled : (square + kappa * pooled) / weight);
  });
}

/** Returns the expected sum of the returns of the next `horizon` steps from the state `current`: sum over m of e_s P^m mu. */
export function expectedReturn(
  matrix: TransitionMatrix,
  means: readonly number[],
  current: number,
  horizon: number,
): number {
  requireForecast(matrix, means, 'stateMeans', current, horizon);
  let law = startOf(current, matrix.length);
  let expected = 0;
  for (let step = 0; step < horizon; step++) {
    law = advance(law, matrix);
    expected += dot(law, means);
  }
  return expected;
}

/**
 * Returns the variance of the sum of the returns of the next `horizon` steps from the state `current`: that within the states, and
 * that of the path of state means with its covariances between steps.
 */
export function returnVariance(
  matrix: TransitionMatrix,
  means: readonly number[],
  sds: readonly number[],
  current: number,
  horizon: number,
): number {
  requireForecast(matrix, means, 'stateMeans', current, horizon);
  requireForecast(matrix, sds, 'stateSds', current, horizon);
  const laws: number[][] = [];
  // ahead[d] holds P^d mu: the mean expected d steps later, by state.
  const ahead: number[][] = [[...means]];
  let law = startOf(current, matrix.length);
  for (let step = 0; step < horizon; step++) {
    law = advance(law, matrix);
    laws.push(law);
    ahead.push(matrix.map((row) => dot(row, ahead[step]!)));
  }
  let variance = 0;
  for (const [a, lawA] of laws.entries()) {
    const meanA = dot(lawA, means);
    for (const [s, probability] of lawA.entries()) variance += probability * (sds[s]! ** 2 + (means[s]! - meanA) ** 2);
    for (let b = a + 1; b < horizon; b++) {
      const meanB = dot(laws[b]!, means);
      const later = ahead[b - a]!;
      for (const [s, probability] of lawA.entries()) {
        variance += 2 * probability * (means[s]! - meanA) * (later[s]! - meanB);
      }
    }
  }
  return variance;
}

/**
 * Returns the probability that the next return is above 0 from the state `current`: sum over j of P_sj (u_j + 1) / (n_j + 2), with u_j
 * the observations above 0 among the n_j of state j (Laplace's rule).
 */
export function probUp(
  matrix: TransitionMatrix,
  current: number,
  upCounts: readonly number[],
  counts: readonly number[],
): number {
  requireForecast(matrix, upCounts, 'upCounts', current, 1);
  requireForecast(matrix, counts, 'counts', current, 1);
  return matrix[current]!.reduce((sum, probability, j) => {
    const up = upCounts[j]!;
    const all = counts[j]!;
    if (!(up >= 0 && up <= all)) throw badInput(`State ${j} was up ${up} of ${all} times, which cannot be.`);
    return sum + (probability * (up + 1)) / (all + 2);
  }, 0);
}

function sumsByState(returns: readonly number[], states: readonly number[], k: number, kappa: number) {
  if (returns.length !== states.length) {
    throw lengthMismatch(`"returns" has ${returns.length} values, "states" has ${states.length}.`);
  }
  requireStates(states, k, 1);
  if (!(kappa >= 0 && Number.isFinite(kappa))) throw badParam(`"kappa" must be a number from 0 up; it is ${kappa}.`);
  const sums = new Array<number>(k).fill(0);
  const counts = new Array<number>(k).fill(0);
  let total = 0;
  for (const [t, value] of returns.entries()) {
    if (!Number.isFinite(value)) throw badInput(`A return must be a finite number; returns[${t}] is ${value}.`);
    const state = states[t]!;
    sums[state] = sums[state]! + value;
    counts[state] = counts[state]! + 1;
    total += value;
  }
  return { sums, counts, total };
}

function requireForecast(
  matrix: TransitionMatrix,
  perState: readonly number[],
  name: string,
  current: number,
  horizon: number,
): void {
  requireTransitionMatrix(matrix);
  if (perState.length !== matrix.length) {
    throw lengthMismatch(`"${name}" has ${perState.length} values, the transition matrix has ${matrix.length} states.`);
  }
  for (const value of perState) {
    if (!Number.isFinite(value)) throw badInput(`"${name}" must hold finite numbers; one is ${value}.`);
  }
  requireState(current, matrix.length, 'current');
  if (!(Number.isInteger(horizon) && horizon >= 1)) {
    throw badParam(`"horizon" must be a whole number of steps from 1 up; it is ${horizon}.`);
  }
}

function startOf(state: number, k: number): number[] {
  return Array.from({ length: k }, (_, j) => (j === state ? 1 : 0));
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
