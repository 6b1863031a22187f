/** A trade on the bars it lived through. */
export interface TradePath {
  readonly direction: 'long' | 'short';
  readonly entryPrice: number;
  /** Row of the bar on which it was entered. */
  readonly entryRow: number;
  readonly entryMoment: Moment;
  /** Undefined while it is open, which lasts to the last bar. */
  readonly exit: { readonly row: number; readonly moment: Moment; readonly price: number } | undefined;
}

type Moment = 'open' | 'intrabar';

interface Excursion {
  /** The furthest it stood below its entry, as a fraction of the entry price, at or below 0. */
  readonly worst: number;
  /** The furthest it stood above, at or above 0. */
  readonly best: number;
}

interface Prices {
  readonly open: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
}

/**
 * Returns how far a trade went against and for its holder. Only prices that are known to lie between entry and exit count: the extremes of
 * every bar it was held through whole; of a bar that was entered inside, the close; of one that was left inside, the open.
 */
export function excursionOf(
  { direction, entryPrice, entryRow, entryMoment, exit }: TradePath,
  { open, high, low, close }: Prices,
): Excursion {
  let lowest = entryPrice;
  let highest = entryPrice;
  const see = (price: number): void => {
    lowest = Math.min(lowest, price);
    highest = Math.max(highest, price);
  };
  const afterEntry = entryMoment === 'open' ? entryRow : entryRow + 1;
  const end = exit?.row ?? close.length;
  for (let row = afterEntry; row < end; row++) {
    see(low[row]!);
    see(high[row]!);
  }
  if (entryMoment === 'intrabar' && entryRow < end) see(close[entryRow]!);
  if (exit !== undefined) {
    see(exit.price);
    if (exit.moment === 'intrabar' && afterEntry <= exit.row) see(open[exit.row]!);
  }
  const fall = lowest / entryPrice - 1;
  const rise = highest / entryPrice - 1;
  return direction === 'long' ? { worst: fall, best: rise } : { worst: 0 - rise, best: 0 - fall };
}
