import type { Denial } from '@candor/domain/refusal';

/** Returns a denial. A number that is not finite is left out: what could not be computed is missing, never made up. */
export function deny(code: string, message: string, numbers: Readonly<Record<string, number>> = {}): Denial {
  return {
    code,
    message,
    numbers: Object.fromEntries(Object.entries(numbers).filter(([, number]) => Number.isFinite(number))),
  };
}

/** Returns the numbers of a broken cap: what it would be, what is allowed, and what was still free before. */
export function capNumbers(value: number, limit: number, usedBefore: number): Readonly<Record<string, number>> {
  return { value, limit, headroom: Math.max(0, limit - usedBefore) };
}
