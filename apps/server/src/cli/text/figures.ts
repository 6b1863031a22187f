/** A fraction as percent with its sign: `+12.3%`. */
export function signedPercent(fraction: number, decimals = 1): string {
  return `${signed(fraction * 100, decimals)}%`;
}

/** A fraction as percent, where a sign would say nothing. */
export function percent(fraction: number, decimals = 1): string {
  return `${(fraction * 100).toFixed(decimals)}%`;
}

/** An amount in USD with thousands set apart: `1,234.56 USD`. */
export function usd(amount: number): string {
  return `${grouped(amount, 2)} USD`;
}

/** A number with its sign and thousands set apart. */
export function signed(value: number, decimals: number): string {
  const text = grouped(value, decimals);
  return value > 0 && !/^0(\.0+)?$/.test(text) ? `+${text}` : text;
}

/** A number with thousands set apart; what rounds to zero has no sign. */
export function grouped(value: number, decimals: number): string {
  const text = value.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return /^-0(\.0+)?$/.test(text) ? text.slice(1) : text;
}

/** A count with its noun: `1 bar`, `1,258 bars`. */
export function counted(count: number, noun: string): string {
  return `${grouped(count, 0)} ${noun}${count === 1 ? '' : 's'}`;
}
