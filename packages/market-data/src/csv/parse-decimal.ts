const ZERO = 48;
const DOT = 46;
const MINUS = 45;
const PLUS = 43;
const MOST_EXACT_DIGITS = 15;
const POWERS_OF_TEN = Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const GROUPED = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/;

/**
 * Returns the number written in bytes [start, end), rounded as JavaScript itself rounds it, or NaN for what is no plain number. Digit groups
 * such as 1,234.5 are read only where `commaGroups` says that a comma can mean nothing else.
 */
export function parseDecimal(bytes: Uint8Array, start: number, end: number, commaGroups: boolean): number {
  let at = start;
  const sign = bytes[at]!;
  if (sign === MINUS || sign === PLUS) at++;
  let digits = 0;
  let pointAt = -1;
  let mantissa = 0;
  for (; at < end; at++) {
    const digit = bytes[at]! - ZERO;
    if (digit >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit;
      digits++;
    } else if (bytes[at] === DOT && pointAt < 0) {
      pointAt = at;
    } else {
      return parseOddDecimal(bytes, start, end, commaGroups);
    }
  }
  // Up to 15 digits and 10^22 are exact doubles, and so the one division rounds correctly (Clinger 1990, the fast path).
  if (digits === 0 || digits > MOST_EXACT_DIGITS) return parseOddDecimal(bytes, start, end, commaGroups);
  const value = pointAt < 0 ? mantissa : mantissa / POWERS_OF_TEN[end - 1 - pointAt]!;
  return sign === MINUS ? -value : value;
}

function parseOddDecimal(bytes: Uint8Array, start: number, end: number, commaGroups: boolean): number {
  let text = '';
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at]!);
  if (DECIMAL.test(text)) return Number(text);
  return commaGroups && GROUPED.test(text) ? Number(text.replaceAll(',', '')) : Number.NaN;
}
