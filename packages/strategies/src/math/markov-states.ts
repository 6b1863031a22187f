import { badInput, badParam, lengthMismatch } from './math-error.ts';
import { quantileSorted } from './quantile.ts';
import { requireState } from './transition-matrix.ts';

/** The usual borders of five states, in standard deviations from the mean. */
export const SIGMA_CUTS = [-1.5, -0.5, 0.5, 1.5] as const;

/**
 * Returns the k-1 borders of k states that are equally frequent in the training returns: their type-7 quantiles j/k, ascending.
 * Train on returns before the decision only. Throws `strategies.bad-param` for k below 2, `strategies.bad-input` for a return that is not finite.
 */
export function quantileEdges(trainingReturns: ArrayLike<number>, k: number): number[] {
  if (!(Number.isInteger(k) && k >= 2)) throw badParam(`"k" must be a whole number of states from 2 up; it is ${k}.`);
  const sorted = Float64Array.from(trainingReturns).sort();
  for (const value of sorted) requireFinite(value, 'return');
  return Array.from({ length: k - 1 }, (_, j) => quantileSorted(sorted, (j + 1) / k));
}

/** Returns the state of a return: the number of borders strictly below it. */
export function stateOf(value: number, edges: readonly number[]): number {
  let state = 0;
  for (const edge of edges) if (edge < value) state++;
  return state;
}

/** Returns the quantile states of the returns together with their borders, which come from these same returns. Throws as `quantileEdges` does. */
export function statesQuantile(returns: readonly number[], k: number): { edges: number[]; states: number[] } {
  const edges = quantileEdges(returns, k);
  return { edges, states: returns.map((value) => stateOf(value, edges)) };
}

/**
 * Returns the states of the returns by their distance from `mu` in units of `sigma`: the number of cuts strictly below (r-mu)/sigma.
 * Throws `strategies.bad-param` unless sigma is above 0 and the cuts ascend, `strategies.bad-input` for a return that is not finite.
 */
export function statesSigma(
  returns: readonly number[],
  mu: number,
  sigma: number,
  cuts: readonly number[] = SIGMA_CUTS,
): number[] {
  if (!Number.isFinite(mu)) throw badParam(`"mu" must be finite; it is ${mu}.`);
  if (!(sigma > 0 && Number.isFinite(sigma))) throw badParam(`"sigma" must be above 0 and finite; it is ${sigma}.`);
  if (!cuts.every((cut, i) => Number.isFinite(cut) && (i === 0 || cuts[i - 1]! < cut))) {
    throw badParam(`"cuts" must be finite and ascend; they are ${cuts.join(', ')}.`);
  }
  return returns.map((value) => {
    requireFinite(value, 'return');
    return stateOf((value - mu) / sigma, cuts);
  });
}

/**
 * Returns the product states a*kb+b of two parallel sequences of states, b being one of kb classes (of volatility or volume).
 * Throws `strategies.length-mismatch` when they differ in length, `strategies.bad-input` for a state that does not exist.
 */
export function statesProduct(a: readonly number[], b: readonly number[], kb: number): number[] {
  if (!(Number.isInteger(kb) && kb >= 1))
    throw badParam(`"kb" must be a whole number of classes from 1 up; it is ${kb}.`);
  if (a.length !== b.length) throw lengthMismatch(`"a" has ${a.length} states, "b" has ${b.length}.`);
  return a.map((state, i) => {
    requireState(state, Number.POSITIVE_INFINITY, 'a');
    requireState(b[i]!, kb, 'b');
    return state * kb + b[i]!;
  });
}

function requireFinite(value: number, name: string): void {
  if (!Number.isFinite(value)) throw badInput(`A ${name} must be a finite number; one is ${value}.`);
}
