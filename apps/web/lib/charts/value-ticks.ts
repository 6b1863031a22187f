/**
 * Returns round values between two, at most so many, for the grid of an axis. A logarithmic axis that spans more than a few times its
 * lowest value gets 1, 2 and 5 of each power of ten; below that, evenly spaced ones read better there, too.
 */
export function valueTicks(low: number, high: number, most: number, isLog = false): readonly number[] {
  if (!(high > low) || most < 1) return [];
  if (isLog && low > 0 && high / low > 4) return powerTicks(low, high, most);
  const raw = (high - low) / most;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 2.5, 5, 10].map((round) => round * power).find((round) => round >= raw) ?? 10 * power;
  const ticks: number[] = [];
  const first = Math.ceil(low / step - 1e-9);
  // Counted in steps, so that no error adds up.
  for (let at = first; at * step <= high + step * 1e-9; at++) ticks.push(at * step);
  return ticks.length > most ? ticks.filter((_, place) => place % 2 === 0) : ticks;
}

function powerTicks(low: number, high: number, most: number): readonly number[] {
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(low)); 10 ** power <= high; power++) {
    for (const round of [1, 2, 5]) ticks.push(round * 10 ** power);
  }
  const inside = ticks.filter((tick) => tick >= low && tick <= high);
  const every = Math.ceil(inside.length / most);
  return inside.filter((_, place) => place % every === 0);
}
