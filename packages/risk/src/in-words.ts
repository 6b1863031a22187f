import type { OrderRequest } from '@candor/domain/order';

/** Returns an amount as people read it, `25,100.00 USD`. */
export function usd(amount: number): string {
  return Number.isFinite(amount) ? `${separated(amount.toFixed(2))} USD` : 'an unknown amount';
}

/** Returns a fraction as people read it, 0.051 as `5.1%`. */
export function percent(fraction: number): string {
  return Number.isFinite(fraction) ? `${separated(String(Number((fraction * 100).toFixed(2))))}%` : 'an unknown share';
}

/** Returns a count, a quantity or a price with its thousands separated and at most nine decimals. */
export function count(quantity: number): string {
  return Number.isFinite(quantity)
    ? separated(quantity.toFixed(9).replace(/\.0+$|(\.\d*?)0+$/, '$1'))
    : 'an unknown number of';
}

/** Returns the beginning of a sentence about an order: `Buying 51 AAA`. */
export function doing({ side, symbol }: OrderRequest, quantity: number): string {
  return `${side === 'buy' ? 'Buying' : 'Selling'} ${count(quantity)} ${symbol}`;
}

// A formatter of the machine would be short, but its words could differ from one machine to the next, and these are part of a run.
function separated(digits: string): string {
  const [whole = '', decimals] = digits.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}
