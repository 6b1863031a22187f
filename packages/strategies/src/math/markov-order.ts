import { chiSquareSurvival } from './chi-square.ts';
import { requireStates } from './markov-fit.ts';
import { badParam } from './math-error.ts';

/** How much of its past a sequence of states depends on. Log-likelihoods are in nats, each with its maximum-likelihood fit. */
export interface OrderTest {
  /** Triples used. */
  readonly n: number;
  readonly logLik: readonly [number, number, number];
  /** Order 1 against order 0. */
  readonly lr01: number;
  readonly df01: number;
  readonly p01: number;
  /** Order 2 against order 1. */
  readonly lr12: number;
  readonly df12: number;
  readonly p12: number;
  readonly bic: readonly [number, number, number];
  /** Order with the smallest Bayesian information criterion. */
  readonly bestOrder: 0 | 1 | 2;
}

/**
 * Returns the likelihood-ratio tests of the order of a chain over states 0..k-1 and the order that BIC prefers, all on the same triples.
 * Throws `strategies.insufficient-data` for fewer than 3 observations, `strategies.bad-input` for a state outside, `strategies.bad-param` for k below 2.
 * Source: Anderson & Goodman 1957, Ann. Math. Statist. 28, 89-110; Katz 1981 for BIC.
 */
export function orderTest(states: ArrayLike<number>, k: number): OrderTest {
  if (!(k >= 2)) throw badParam(`"k" must be a whole number of states from 2 up; it is ${k}.`);
  requireStates(states, k, 3);
  const n = states.length - 2;
  const singles = new Float64Array(k);
  const pairs = new Float64Array(k * k);
  const triples = new Float64Array(k * k * k);
  for (let t = 2; t < states.length; t++) {
    const last = states[t]!;
    const pair = states[t - 1]! * k + last;
    const triple = states[t - 2]! * k * k + pair;
    singles[last] = singles[last]! + 1;
    pairs[pair] = pairs[pair]! + 1;
    triples[triple] = triples[triple]! + 1;
  }
  const logLik = [rowLogLikelihood(singles, k), rowLogLikelihood(pairs, k), rowLogLikelihood(triples, k)] as const;
  const parameters = [k - 1, k * (k - 1), k * k * (k - 1)] as const;
  const penalty = Math.log(n);
  const bic = [
    parameters[0] * penalty - 2 * logLik[0],
    parameters[1] * penalty - 2 * logLik[1],
    parameters[2] * penalty - 2 * logLik[2],
  ] as const;
  // Nested models never fit worse; rounding may say so by a hair.
  const lr01 = Math.max(0, 2 * (logLik[1] - logLik[0]));
  const lr12 = Math.max(0, 2 * (logLik[2] - logLik[1]));
  const df01 = (k - 1) ** 2;
  const df12 = k * (k - 1) ** 2;
  return {
    n,
    logLik,
    lr01,
    df01,
    p01: chiSquareSurvival(lr01, df01),
    lr12,
    df12,
    p12: chiSquareSurvival(lr12, df12),
    bic,
    bestOrder: bic[0] <= bic[1] && bic[0] <= bic[2] ? 0 : bic[1] <= bic[2] ? 1 : 2,
  };
}

// Rows of k counts, one row a context: sum of N ln(N / row total), with 0 ln 0 = 0.
function rowLogLikelihood(counts: Float64Array, k: number): number {
  let logLikelihood = 0;
  for (let start = 0; start < counts.length; start += k) {
    let total = 0;
    for (let j = 0; j < k; j++) total += counts[start + j]!;
    for (let j = 0; j < k; j++) {
      const count = counts[start + j]!;
      if (count > 0) logLikelihood += count * Math.log(count / total);
    }
  }
  return logLikelihood;
}
