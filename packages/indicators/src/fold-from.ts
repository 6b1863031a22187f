import type { ColumnKernel } from '@candor/domain/ports/indicator';
import type { RollingRange } from './rolling-range.ts';

/**
 * Folds a kernel over a line from its first value on, as a chain does bar by bar; what comes before is not available. A first value before
 * the line, below 0, is that of a stretch in its middle. Both columns may be
 * the same one.
 */
export function foldFrom(kernel: ColumnKernel, first: number, values: Float64Array, out: Float64Array): void {
  const from = Math.min(Math.max(first, 0), values.length);
  out.fill(Number.NaN, 0, from);
  kernel.fold(values.subarray(from), out.subarray(from));
}

/** Folds the highest and the lowest of one line from its first value on. */
export function foldRangeFrom(
  range: RollingRange,
  first: number,
  values: Float64Array,
  tops: Float64Array,
  bottoms: Float64Array,
): void {
  const from = Math.min(Math.max(first, 0), values.length);
  tops.fill(Number.NaN, 0, from);
  bottoms.fill(Number.NaN, 0, from);
  const known = values.subarray(from);
  range.fold(known, known, tops.subarray(from), bottoms.subarray(from));
}
