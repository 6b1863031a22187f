// A price on the grid, such as 100.1 / 0.05, misses its whole number of ticks by what doubles lose: a few units in the last place.
const TICK_SLACK = 1e-9;
const ROUNDING = 4 * Number.EPSILON;

/** Returns the price on the tick grid, rounded up for sign 1 and down for -1: against a trader whose order has that sign. A tick of 0 leaves it as it is. */
export function roundToTick(price: number, sign: 1 | -1, tickSize: number): number {
  if (tickSize === 0) return price;
  const ticks = price / tickSize;
  const slack = TICK_SLACK + ticks * ROUNDING;
  const whole = sign > 0 ? Math.ceil(ticks - slack) : Math.floor(ticks + slack);
  // 0.01 is not a double; dividing by its reciprocal, which is, keeps 100.13 the double that "100.13" parses to.
  return tickSize < 1 ? whole / Math.round(1 / tickSize) : whole * tickSize;
}
