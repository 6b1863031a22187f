import { CandorError } from '@candor/domain/candor-error';
import { didYouMean } from '@candor/domain/nearest';

/** What a period left behind, and what the next one opened with. Only `demark` reads the open, only `woodie` the next open. */
export interface PivotPeriod {
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly nextOpen: number;
}

const SEVEN = ['pp', 'r1', 's1', 'r2', 's2', 'r3', 's3'] as const;

/** The levels that each convention knows, in the order they are written. */
export const PIVOT_LEVELS = {
  standard: SEVEN,
  fibonacci: SEVEN,
  camarilla: [...SEVEN, 'r4', 's4'],
  woodie: SEVEN,
  demark: ['pp', 'r1', 's1'],
} as const;

export type PivotConvention = keyof typeof PIVOT_LEVELS;

/**
 * Returns the pivot levels of the period after the given one, in price units, in the order of the convention's level names; written into
 * `levels` where it is given. Standard and Fibonacci levels: Person, A Complete Guide to Technical Trading Tactics (2004); Camarilla:
 * Stott (1989); Woodie: Wood, the next open counted twice; DeMark, New Market Timing Techniques (1997). Throws `indicators.bad-param` for
 * an unknown convention and `indicators.bad-input` for a price that is not finite or a high below its low.
 */
export function pivotLevels(
  convention: PivotConvention,
  period: PivotPeriod,
  levels: Float64Array = new Float64Array(namesOf(convention).length),
): Float64Array {
  const { open, high, low, close, nextOpen } = period;
  requirePrices(high, low, close);
  const range = high - low;
  switch (convention) {
    case 'standard':
      writeStandard(levels, (high + low + close) / 3, high, low);
      break;
    case 'woodie':
      requirePrices(nextOpen, nextOpen, nextOpen);
      writeStandard(levels, (high + low + 2 * nextOpen) / 4, high, low);
      break;
    case 'fibonacci':
      levels[0] = (high + low + close) / 3;
      writePair(levels, 1, levels[0], 0.382 * range);
      writePair(levels, 3, levels[0], 0.618 * range);
      writePair(levels, 5, levels[0], range);
      break;
    case 'camarilla':
      levels[0] = close;
      writePair(levels, 1, close, (1.1 * range) / 12);
      writePair(levels, 3, close, (1.1 * range) / 6);
      writePair(levels, 5, close, (1.1 * range) / 4);
      writePair(levels, 7, close, (1.1 * range) / 2);
      break;
    case 'demark': {
      requirePrices(open, open, open);
      const sum = high + low + close + demarkWeighted(open, high, low, close);
      levels[0] = sum / 4;
      levels[1] = sum / 2 - low;
      levels[2] = sum / 2 - high;
      break;
    }
  }
  return levels;
}

function namesOf(convention: PivotConvention): readonly string[] {
  if (Object.hasOwn(PIVOT_LEVELS, convention)) return PIVOT_LEVELS[convention];
  throw new CandorError('indicators.bad-param', {
    kind: 'invalid',
    message: `There is no pivot convention "${convention}". ${didYouMean(convention, Object.keys(PIVOT_LEVELS))}`,
  });
}

function requirePrices(high: number, low: number, close: number): void {
  if (Number.isFinite(high) && Number.isFinite(low) && Number.isFinite(close) && high >= low) return;
  throw new CandorError('indicators.bad-input', {
    kind: 'invalid',
    message: `Pivot levels need finite prices with high at or above low, not high ${high}, low ${low}, close or open ${close}.`,
  });
}

function writeStandard(levels: Float64Array, pivot: number, high: number, low: number): void {
  levels[0] = pivot;
  levels[1] = 2 * pivot - low;
  levels[2] = 2 * pivot - high;
  levels[3] = pivot + (high - low);
  levels[4] = pivot - (high - low);
  levels[5] = high + 2 * (pivot - low);
  levels[6] = low - 2 * (high - pivot);
}

function writePair(levels: Float64Array, slot: number, middle: number, distance: number): void {
  levels[slot] = middle + distance;
  levels[slot + 1] = middle - distance;
}

// A falling period counts its low twice, a rising one its high, any other its close.
function demarkWeighted(open: number, high: number, low: number, close: number): number {
  if (close < open) return low;
  return close > open ? high : close;
}
