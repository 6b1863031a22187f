import type { Schemas } from '@/lib/api/client';
import { count, decimal, percent, quantity, wholeMoney } from '@/lib/format';

export type LimitUse = Schemas['RiskHeadroomOutput']['limits'][number];

/** Returns a use, a limit or the room left in the unit of the limit. */
export function inUnit(value: number, unit: string): string {
  switch (unit) {
    case 'usd':
      return wholeMoney(value);
    case 'fraction':
      return percent(value);
    case 'shares':
      return `${quantity(value)} ${value === 1 ? 'share' : 'shares'}`;
    case 'orders':
      return `${count(value)} ${value === 1 ? 'order' : 'orders'}`;
    case 'ms':
      return `${decimal(value / 1_000, 1)} s`;
    default:
      return decimal(value);
  }
}

/** Returns what is used: of an amount of money the share, which is what a limit is about. */
export function usedWords(use: LimitUse): string {
  if (use.value === 0) return 'none';
  return use.unit === 'usd' ? percent(shareOf(use)) : inUnit(use.value, use.unit);
}

/** Returns the rest of the sentence: of what, and how much is left. */
export function restWords(use: LimitUse): string {
  const room = `room ${roomWords(use)}`;
  return use.unit === 'usd' ? `used, ${room}` : `of ${inUnit(use.limit, use.unit)}, ${room}`;
}

/** Returns the room that is left, in words: points for a share, so that it is not taken for a share of the room. */
export function roomWords({ unit, headroom }: LimitUse): string {
  const left = Math.max(0, headroom);
  return unit === 'fraction' ? `${decimal(left * 100, 1)} points` : inUnit(left, unit);
}

/** Returns how much of a limit is used: 1 is all of it. */
export function shareOf({ value, limit }: Pick<LimitUse, 'value' | 'limit'>): number {
  if (limit > 0) return Math.max(0, value / limit);
  return 1;
}

/** Returns the limits that are used most, the tightest first. */
export function tightest(limits: readonly LimitUse[], most: number): readonly LimitUse[] {
  return limits.toSorted((one, other) => shareOf(other) - shareOf(one)).slice(0, most);
}
