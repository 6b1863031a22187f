import { chiSquareSurvival } from './chi-square.ts';
import { requireStates } from './markov-fit.ts';
import { badParam } from './math-error.ts';

export interface HomogeneityTest {
  readonly statistic: number;
  readonly df: number;
  /** Chance of such differences between the segments when one law rules them all; 1 when there is nothing to compare. */
  readonly p: number;
}

/**
 * Returns the G test that one transition law rules all of `segments` equal parts of a sequence of states 0..k-1.
 * Throws `strategies.insufficient-data` for fewer than 2 observations, `strategies.bad-param` for fewer than 2 segments.
 * Source: Anderson & Goodman 1957, Ann. Math. Statist. 28, 89-110.
 */
export function homogeneityTest(states: ArrayLike<number>, k: number, segments: number): HomogeneityTest {
  requireStates(states, k, 2);
  if (!(Number.isInteger(segments) && segments >= 2)) {
    throw badParam(`"segments" must be a whole number from 2 up; it is ${segments}.`);
  }
  const transitions = states.length - 1;
  const parts = Array.from({ length: segments }, (_, part) =>
    pairCounts(
      states,
      k,
      Math.floor((transitions * part) / segments),
      Math.floor((transitions * (part + 1)) / segments),
    ),
  );
  const pooled = pairCounts(states, k, 0, transitions);
  let statistic = 0;
  let df = 0;
  for (let row = 0; row < k; row++) {
    const pooledTotal = rowTotal(pooled, row, k);
    let observedParts = 0;
    for (const part of parts) {
      const total = rowTotal(part, row, k);
      if (total > 0) observedParts++;
      for (let j = row * k; j < row * k + k; j++) {
        const count = part[j]!;
        if (count > 0) statistic += 2 * count * Math.log((count * pooledTotal) / (total * pooled[j]!));
      }
    }
    let columns = 0;
    for (let j = row * k; j < row * k + k; j++) if (pooled[j]! > 0) columns++;
    if (observedParts > 0) df += (observedParts - 1) * (columns - 1);
  }
  statistic = Math.max(0, statistic);
  return { statistic, df, p: df === 0 ? 1 : chiSquareSurvival(statistic, df) };
}

function pairCounts(states: ArrayLike<number>, k: number, from: number, to: number): Float64Array {
  const counts = new Float64Array(k * k);
  for (let t = from; t < to; t++) {
    const pair = states[t]! * k + states[t + 1]!;
    counts[pair] = counts[pair]! + 1;
  }
  return counts;
}

function rowTotal(counts: Float64Array, row: number, k: number): number {
  let total = 0;
  for (let j = row * k; j < row * k + k; j++) total += counts[j]!;
  return total;
}
