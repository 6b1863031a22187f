const MINUS = '\u2212';
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

// Not by Intl: what is said is part of a run's fingerprint, and its tables change with the runtime.

/** Returns a change as a share, with its sign: "+28.7%", two decimals below 1%. */
export function signedPercentInWords(fraction: number): string {
  return signed(percentOf(fraction), fraction);
}

/** Returns a share of a whole, rounded to whole percent: "61%"; what is not all or nothing never reads as that. */
export function shareInWords(share: number): string {
  if (share > 0 && share < 0.01) return 'under 1%';
  if (share > 0.99 && share < 1) return 'over 99%';
  return `${grouped(share * 100, 0)}%`;
}

/** Returns a difference of two shares: "22 points", one decimal below 1. */
export function pointsInWords(difference: number): string {
  const points = Math.abs(difference) * 100;
  const text = grouped(points, points < 1 ? 1 : 0);
  return `${text} ${text === '1' ? 'point' : 'points'}`;
}

/** Returns a change of money to the cent: "+$17,511.78". */
export function signedUsdInWords(usd: number): string {
  return signed(`$${grouped(Math.abs(usd), 2)}`, usd);
}

/** Returns a ratio: "0.54". */
export function ratioInWords(ratio: number): string {
  const text = grouped(Math.abs(ratio), 2);
  return ratio < 0 && text !== '0.00' ? MINUS + text : text;
}

/** Returns odds counted out: "64 of 100", never none and never all. */
export function casesInWords(share: number): string {
  if (share < 0.01) return 'under 1 of 100';
  return share > 0.99 ? 'over 99 of 100' : `${Math.round(share * 100)} of 100`;
}

/** Returns a level of confidence as odds: "9 in 10". */
export function oddsInWords(level: number): string {
  const inTen = level * 10;
  return Math.abs(inTen - Math.round(inTen)) < 1e-9 ? `${Math.round(inTen)} in 10` : `${Math.round(level * 20)} in 20`;
}

/** Returns a date written YYYY-MM-DD as "4 Jan 2016". */
export function dateInWords(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${day} ${MONTHS[month! - 1]} ${year}`;
}

function percentOf(fraction: number): string {
  const percent = Math.abs(fraction) * 100;
  return `${grouped(percent, percent < 1 ? 2 : 1)}%`;
}

function signed(text: string, value: number): string {
  if (!/[1-9]/.test(text)) return text;
  return `${value < 0 ? MINUS : '+'}${text}`;
}

function grouped(value: number, decimals: number): string {
  const [whole, rest] = value.toFixed(decimals).split('.');
  const thousands = whole!.replace(/\B(?=(\d{3})+$)/g, ',');
  return rest === undefined ? thousands : `${thousands}.${rest}`;
}
