// Long enough that a call costs nothing, short enough that three columns stay in the first-level cache.
const STRETCH = 1024;

/**
 * Cuts the rows [start, length) into stretches and gives each as [from, to): for folds of several passes, where the second pass then finds
 * what the first one wrote still in the cache. And for a long loop over several numbers of state: called anew for each stretch it is soon
 * compiled as a whole, where one that is entered once and replaced while it runs keeps its numbers in boxes.
 */
export function eachStretch(start: number, length: number, walk: (from: number, to: number) => void): void {
  for (let from = start; from < length; from += STRETCH) walk(from, Math.min(from + STRETCH, length));
}

/** Returns room for one value of each row of a stretch over `length` rows: the given one where it is long enough. */
export function stretchBuffer(length: number, given?: Float64Array): Float64Array {
  const size = Math.min(length, STRETCH);
  return given !== undefined && given.length >= size ? given : new Float64Array(size);
}
