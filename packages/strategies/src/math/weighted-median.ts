import { badInput, insufficientData, lengthMismatch } from './math-error.ts';

/**
 * Returns the lower weighted median: the first value, ascending, at which the cumulative weight reaches half of the whole.
 * Throws `strategies.length-mismatch`, `strategies.bad-input` for a value that is not finite or a negative weight, and
 * `strategies.insufficient-data` when there is no weight at all.
 */
export function weightedMedian(values: readonly number[], weights: readonly number[]): number {
  if (values.length !== weights.length) {
    throw lengthMismatch(`"values" has ${values.length} entries, "weights" has ${weights.length}.`);
  }
  let total = 0;
  for (const [i, weight] of weights.entries()) {
    if (!Number.isFinite(values[i])) throw badInput(`A median needs finite values; values[${i}] is ${values[i]}.`);
    if (!(weight >= 0 && Number.isFinite(weight))) throw badInput(`weights[${i}] must be from 0 up; it is ${weight}.`);
    total += weight;
  }
  if (!(total > 0)) throw insufficientData('A weighted median needs some weight.');
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!);
  let cumulative = 0;
  for (const i of order) {
    cumulative += weights[i]!;
    if (cumulative >= total / 2) return values[i]!;
  }
  return values[order.at(-1)!]!;
}
