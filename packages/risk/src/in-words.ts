import type { OrderRequest } from '@candor/domain/order';

const MONEY = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const PERCENT = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
const COUNT = new Intl.NumberFormat('en-US', { maximumFractionDigits: 9 });

/** Returns an amount as people read it, `25,100.00 USD`. */
export function usd(amount: number): string {
  return Number.isFinite(amount) ? `${MONEY.format(amount)} USD` : 'an unknown amount';
}

/** Returns a fraction as people read it, 0.051 as `5.1%`. */
export function percent(fraction: number): string {
  return Number.isFinite(fraction) ? `${PERCENT.format(fraction * 100)}%` : 'an unknown share';
}

/** Returns a count or quantity with its thousands separated. */
export function count(quantity: number): string {
  return Number.isFinite(quantity) ? COUNT.format(quantity) : 'an unknown number of';
}

/** Returns the beginning of a sentence about an order: `Buying 51 AAA`. */
export function doing({ side, symbol }: OrderRequest, quantity: number): string {
  return `${side === 'buy' ? 'Buying' : 'Selling'} ${count(quantity)} ${symbol}`;
}
