// How numbers are written: the person's locale, a true minus (U+2212), a sign on every change and none on a level. What is missing has a
// word of its own and never comes here.

const MINUS = '−';
const cache = new Map<string, Intl.NumberFormat>();

function format(value: number, options: Intl.NumberFormatOptions): string {
  const key = JSON.stringify(options);
  let formatter = cache.get(key);
  if (formatter === undefined) {
    formatter = new Intl.NumberFormat(undefined, options);
    cache.set(key, formatter);
  }
  return formatter.format(value).replaceAll('-', MINUS);
}

const signed = (isChange: boolean) => (isChange ? ({ signDisplay: 'exceptZero' } as const) : {});

/** Returns an amount with its cents: $105,376.36. */
export function money(usd: number): string {
  return format(usd, { style: 'currency', currency: 'USD' });
}

/** Returns a change of money with its sign: +$5,376.36. */
export function moneyChange(usd: number): string {
  return format(usd, { style: 'currency', currency: 'USD', ...signed(true) });
}

/** Returns an amount without cents, for axes and tiles: $105,376. */
export function wholeMoney(usd: number): string {
  return format(usd, { style: 'currency', currency: 'USD', maximumFractionDigits: 0 });
}

/** Returns an amount for an axis: $105K. */
export function shortMoney(usd: number): string {
  return format(usd, { style: 'currency', currency: 'USD', notation: 'compact', maximumFractionDigits: 1 });
}

/** Returns a share: 18.2%, two decimals below one percent. */
export function percent(fraction: number): string {
  return format(fraction, percentStyle(fraction));
}

/** Returns a change in percent with its sign: −0.09%. */
export function percentChange(fraction: number): string {
  return format(fraction, { ...percentStyle(fraction), ...signed(true) });
}

function percentStyle(fraction: number): Intl.NumberFormatOptions {
  const digits = Math.abs(fraction) < 0.01 && fraction !== 0 ? 2 : 1;
  return { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits };
}

/** Returns a probability: 61%, and never 0% or 100%. */
export function probability(fraction: number): string {
  if (fraction > 0.99) return 'over 99%';
  if (fraction < 0.01) return 'under 1%';
  return format(fraction, { style: 'percent', maximumFractionDigits: 0 });
}

/** Returns basis points: 11 bp. */
export function basisPoints(bps: number): string {
  return `${format(bps, { maximumFractionDigits: Number.isInteger(bps) ? 0 : 1 })} bp`;
}

/** Returns a ratio: 0.54. */
export function ratio(value: number): string {
  return format(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** Returns a number of shares: 117, fractions up to six places. */
export function quantity(shares: number): string {
  return format(shares, { maximumFractionDigits: 6 });
}

/** Returns a price in the instrument's ticks, or with two decimals where the tick is not known: 164.05. Without ticks (0) it is as found. */
export function price(value: number, tickSize = 0.01): string {
  if (tickSize === 0) return format(value, { minimumFractionDigits: 2, maximumFractionDigits: MOST_PRICE_DIGITS });
  const digits = tickDigits(tickSize);
  return format(value, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** Returns how many digits behind the point a price in such ticks has. */
export function tickDigits(tickSize: number): number {
  return Math.max(0, Math.min(MOST_PRICE_DIGITS, Math.ceil(-Math.log10(tickSize) - 1e-9)));
}

const MOST_PRICE_DIGITS = 8;

/** Returns a count: 1,258. */
export function count(value: number): string {
  return format(value, { maximumFractionDigits: 0 });
}

/** Returns a volume or another large number: 16.55M. */
export function compact(value: number): string {
  return format(value, { notation: 'compact', maximumFractionDigits: 2 });
}

/** Returns a plain number with at most so many digits behind the point. */
export function decimal(value: number, digits = 2): string {
  return format(value, { maximumFractionDigits: digits });
}

/** Returns a plain number with exactly so many digits behind the point, for cells that stand below each other: 4.0. */
export function fixed(value: number, digits: number): string {
  return format(value, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** Returns the noun in the number that fits: 1 fill, 2 fills. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}
