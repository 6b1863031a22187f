import { badParam, insufficientData } from './math-error.ts';
import { requireState, type TransitionMatrix } from './transition-matrix.ts';

export interface ChainFit {
  readonly matrix: TransitionMatrix;
  /** Weight of every observed transition: whole numbers without forgetting. */
  readonly counts: readonly (readonly number[])[];
  /** Sum of the counts: the number of transitions that still weigh. */
  readonly effectiveN: number;
  /** States that were never left in the data and have no prior either; their rows are uniform. */
  readonly unobservedStates: readonly number[];
}

/**
 * Returns the transition matrix of a sequence of states 0..k-1 with a Dirichlet prior: P_ij = (N_ij + alpha) / (N_i. + alpha k).
 * Throws `strategies.insufficient-data` for fewer than 2 observations, `strategies.bad-input` for a state outside 0..k-1 and
 * `strategies.bad-param` for a negative alpha.
 */
export function fitChain(states: ArrayLike<number>, k: number, alpha = 0.5): ChainFit {
  return fitChainForgetting(states, k, Number.POSITIVE_INFINITY, alpha);
}

/**
 * Returns the fit in which every transition weighs half as much `halfLife` transitions later: N <- 2^(-1/halfLife) N before each new pair.
 * With `halfLife` Infinity it is the plain fit, bit for bit. Throws as `fitChain` does, and `strategies.bad-param` unless halfLife is above 0.
 */
export function fitChainForgetting(states: ArrayLike<number>, k: number, halfLife: number, alpha = 0.5): ChainFit {
  const counts = countTransitions(states, k, halfLife);
  if (!(alpha >= 0 && Number.isFinite(alpha))) throw badParam(`"alpha" must be a number from 0 up; it is ${alpha}.`);
  const unobservedStates: number[] = [];
  let effectiveN = 0;
  const matrix = counts.map((row, i) => {
    const observed = row.reduce((sum, count) => sum + count, 0);
    effectiveN += observed;
    const total = observed + alpha * k;
    if (total === 0) unobservedStates.push(i);
    return row.map((count) => (total === 0 ? 1 / k : (count + alpha) / total));
  });
  return { matrix, counts, effectiveN, unobservedStates };
}

/** Returns the sequence of pairs of an order-2 chain: previous*k + current, one shorter than the states. */
export function statesAsPairs(states: readonly number[], k: number): number[] {
  return states.slice(1).map((state, i) => states[i]! * k + state);
}

/** Returns states checked to be a sequence over 0..k-1 of at least `atLeast` observations. */
export function requireStates(states: ArrayLike<number>, k: number, atLeast: number): void {
  if (!(Number.isInteger(k) && k >= 1)) throw badParam(`"k" must be a whole number of states from 1 up; it is ${k}.`);
  if (states.length < atLeast) {
    throw insufficientData(`At least ${atLeast} observed states are needed; there are ${states.length}.`);
  }
  for (let t = 0; t < states.length; t++) requireState(states[t]!, k, `states[${t}]`);
}

function countTransitions(states: ArrayLike<number>, k: number, halfLife: number): number[][] {
  requireStates(states, k, 2);
  if (!(halfLife > 0)) throw badParam(`"halfLife" must be above 0 transitions; it is ${halfLife}.`);
  const keep = 2 ** (-1 / halfLife);
  const counts = Array.from({ length: k }, () => new Array<number>(k).fill(0));
  for (let t = 1; t < states.length; t++) {
    if (keep < 1) {
      for (const row of counts) for (let j = 0; j < k; j++) row[j] = row[j]! * keep;
    }
    const row = counts[states[t - 1]!]!;
    row[states[t]!] = row[states[t]!]! + 1;
  }
  return counts;
}
