/**
 * Returns the indices of a longest strictly increasing subsequence of `values`, so that as few rows as possible have to give way for the
 * rest to be in order; one row dated far ahead gives way itself, instead of all that follow it (patience sorting, Fredman 1975).
 */
export function longestOrderedRun(values: Float64Array): Int32Array {
  const before = new Int32Array(values.length);
  // Index of the smallest value that ends an increasing run of each length.
  const tails = new Int32Array(values.length);
  let length = 0;
  for (let i = 0; i < values.length; i++) {
    let low = 0;
    let high = length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (values[tails[middle]!]! < values[i]!) low = middle + 1;
      else high = middle;
    }
    before[i] = low === 0 ? -1 : tails[low - 1]!;
    tails[low] = i;
    if (low === length) length++;
  }
  const run = new Int32Array(length);
  for (let at = length - 1, i = length === 0 ? -1 : tails[length - 1]!; at >= 0; at--) {
    run[at] = i;
    i = before[i]!;
  }
  return run;
}
