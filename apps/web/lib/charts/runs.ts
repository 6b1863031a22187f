/** Returns the stretches in which there are values, from the first to the one behind the last. */
export function runsOf(values: readonly (number | null)[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  let from: number | undefined;
  for (let at = 0; at <= values.length; at++) {
    const isThere = at < values.length && values[at] !== null;
    if (isThere) from ??= at;
    else if (from !== undefined) {
      runs.push([from, at]);
      from = undefined;
    }
  }
  return runs;
}

/** Returns the stretches without a value, from the last known point to the next one. */
export function gapsOf(values: readonly (number | null)[]): readonly (readonly [number, number])[] {
  const runs = runsOf(values);
  return runs.slice(1).map(([from], place) => [(runs[place]?.[1] ?? 1) - 1, from] as const);
}
