/**
 * Returns the path of a line through its points. Of points that share a column of pixels the first, the lowest, the highest and the
 * last are kept, which looks the same and stays quick over ten thousands of points. A missing value interrupts the line.
 */
export function linePath(
  values: readonly (number | null)[],
  x: (index: number) => number,
  y: (value: number) => number,
): string {
  let path = '';
  let isDrawing = false;
  const put = (index: number) => {
    const value = values[index];
    if (value === null || value === undefined) return;
    path += `${isDrawing ? 'L' : 'M'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`;
    isDrawing = true;
  };
  let index = 0;
  while (index < values.length) {
    if (values[index] === null) {
      isDrawing = false;
      index++;
      continue;
    }
    const column = Math.floor(x(index));
    let end = index + 1;
    while (end < values.length && values[end] !== null && Math.floor(x(end)) === column) end++;
    for (const kept of extremes(values, index, end)) put(kept);
    index = end;
  }
  return path;
}

function extremes(values: readonly (number | null)[], from: number, end: number): readonly number[] {
  if (end - from <= 4) return Array.from({ length: end - from }, (_, place) => from + place);
  let low = from;
  let high = from;
  for (let at = from; at < end; at++) {
    if ((values[at] ?? 0) < (values[low] ?? 0)) low = at;
    if ((values[at] ?? 0) > (values[high] ?? 0)) high = at;
  }
  return [...new Set([from, Math.min(low, high), Math.max(low, high), end - 1])];
}
