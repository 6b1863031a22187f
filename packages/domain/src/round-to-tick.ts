// A price such as 100.1 / 0.05 misses its integer by an ulp or two; a millionth of a millionth of a tick forgives that.
const TICK_SLACK = 1e-9;

/** Returns the price on the tick grid, rounded up for sign 1 and down for -1: against a trader whose order has that sign. A tick of 0 leaves it as it is. */
export function roundToTick(price: number, sign: 1 | -1, tickSize: number): number {
  if (tickSize === 0) return price;
  const ticks = price / tickSize;
  const whole = sign > 0 ? Math.ceil(ticks - TICK_SLACK) : Math.floor(ticks + TICK_SLACK);
  // 0.01 is not a double; dividing by its reciprocal, which is, keeps 100.13 the double that "100.13" parses to.
  return tickSize < 1 ? whole / Math.round(1 / tickSize) : whole * tickSize;
}
