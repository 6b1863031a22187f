import type { BarColumns } from '@candor/domain/bar';

/** A cent: prices that happen to be round say nothing of a coarser step. */
const FEWEST_DECIMALS = 2;
/** Beyond these, digits come from a division (an adjustment, a conversion) and from no price list. */
const MOST_DECIMALS = 8;

/**
 * Returns the smallest step in which the prices of a file are written: the finest decimal in any of them, no coarser than a cent. 0, which
 * means continuous, where a price has more than eight decimals.
 */
export function tickSizeOf({ open, high, low, close }: Pick<BarColumns, 'open' | 'high' | 'low' | 'close'>): number {
  let decimals = FEWEST_DECIMALS;
  for (const column of [open, high, low, close]) {
    for (const price of column) {
      while (!isWrittenIn(decimals, price)) if (++decimals > MOST_DECIMALS) return 0;
    }
  }
  return 1 / 10 ** decimals;
}

// A quotient of whole numbers is rounded to the double that the decimal itself is read as, so the comparison is exact.
function isWrittenIn(decimals: number, price: number): boolean {
  const scale = 10 ** decimals;
  return Math.round(price * scale) / scale === price;
}
