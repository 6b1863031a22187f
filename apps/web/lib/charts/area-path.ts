import { linePath } from './line-path';
import { runsOf } from './runs';

/** Returns the path of the area between a line and another, or a height in px; where the line is interrupted, so is the area. */
export function areaPath(
  values: readonly (number | null)[],
  to: readonly (number | null)[] | number,
  { x, y }: { readonly x: (index: number) => number; readonly y: (value: number) => number },
): string {
  let path = '';
  for (const [from, end] of runsOf(values)) {
    const own = linePath(values.slice(from, end), (index) => x(from + index), y);
    if (typeof to === 'number') {
      path += `${own}L${x(end - 1).toFixed(1)} ${to.toFixed(1)}L${x(from).toFixed(1)} ${to.toFixed(1)}Z`;
    } else {
      const other = to.slice(from, end).toReversed();
      path += `${own}${linePath(other, (index) => x(end - 1 - index), y).replace('M', 'L')}Z`;
    }
  }
  return path;
}
