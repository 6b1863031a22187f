import { CandorError } from '@candor/domain/candor-error';

export interface Drawdown {
  /** The deepest fall from an earlier peak, as a fraction at or below 0. */
  readonly maxDrawdown: number;
  /** Last index of the peak it fell from. */
  readonly peakIndex: number;
  /** First index of the deepest point. */
  readonly troughIndex: number;
  /** First index at which the peak was reached again, or null while it was not. */
  readonly recoveryIndex: number | null;
  /** Longest distance from the last peak, in periods. */
  readonly longestUnderwater: number;
  /** Root of the mean squared drawdown over all points (Martin & McCann 1989). */
  readonly ulcer: number;
}

export interface DrawdownEpisode {
  readonly depth: number;
  readonly peakIndex: number;
  readonly troughIndex: number;
  readonly recoveryIndex: number | null;
}

/**
 * Returns the drawdown of an equity curve whose first point is the starting equity. Throws `research.insufficient-data` for no points
 * and `research.bad-input` where the start is not above 0 or a point is not finite.
 */
export function drawdownOf(equity: ArrayLike<number>): Drawdown {
  requireEquity(equity);
  let peak = equity[0]!;
  let lastPeakIndex = 0;
  let maxDrawdown = 0;
  let peakIndex = 0;
  let troughIndex = 0;
  let longestUnderwater = 0;
  let squares = 0;
  for (let t = 0; t < equity.length; t++) {
    const value = equity[t]!;
    if (value >= peak) {
      peak = value;
      lastPeakIndex = t;
    }
    const depth = value / peak - 1;
    squares += depth * depth;
    longestUnderwater = Math.max(longestUnderwater, t - lastPeakIndex);
    if (depth < maxDrawdown) {
      maxDrawdown = depth;
      peakIndex = lastPeakIndex;
      troughIndex = t;
    }
  }
  return {
    maxDrawdown,
    peakIndex,
    troughIndex,
    recoveryIndex: recoveryAfter(equity, troughIndex, equity[peakIndex]!),
    longestUnderwater,
    ulcer: Math.sqrt(squares / equity.length),
  };
}

/** Returns the falls from one peak to its recovery, deepest first, at most `limit`. They never overlap. Throws as `drawdownOf` does. */
export function drawdownEpisodes(equity: ArrayLike<number>, limit: number): DrawdownEpisode[] {
  requireEquity(equity);
  const episodes: DrawdownEpisode[] = [];
  let peakIndex = 0;
  let troughIndex = 0;
  const close = (recoveryIndex: number | null): void => {
    const depth = equity[troughIndex]! / equity[peakIndex]! - 1;
    if (depth < 0) episodes.push({ depth, peakIndex, troughIndex, recoveryIndex });
  };
  for (let t = 1; t < equity.length; t++) {
    if (equity[t]! >= equity[peakIndex]!) {
      close(t);
      peakIndex = t;
      troughIndex = t;
    } else if (equity[t]! < equity[troughIndex]!) {
      troughIndex = t;
    }
  }
  close(null);
  return episodes.sort((a, b) => a.depth - b.depth).slice(0, limit);
}

function recoveryAfter(equity: ArrayLike<number>, from: number, level: number): number | null {
  for (let t = from; t < equity.length; t++) {
    if (equity[t]! >= level) return t;
  }
  return null;
}

function requireEquity(equity: ArrayLike<number>): void {
  if (equity.length === 0) {
    throw new CandorError('research.insufficient-data', {
      kind: 'invalid',
      message: 'The equity curve has no points.',
    });
  }
  for (let t = 0; t < equity.length; t++) {
    if (!Number.isFinite(equity[t]) || (t === 0 && !(equity[0]! > 0))) {
      throw new CandorError('research.bad-input', {
        kind: 'invalid',
        message: `Equity must be finite and start above 0; at point ${t} it is ${equity[t]}.`,
      });
    }
  }
}
