import { isoFromDay } from '@candor/domain/time';
import { type Absent, missing } from './figure.ts';
import { momentsOf, ratioToDeviation } from './metrics/moments.ts';

/** The earlier seven tenths of a run's sessions beside the later three. */
export interface Split {
  readonly early: SplitPart;
  readonly late: SplitPart;
  /** First session of the later part, YYYY-MM-DD. */
  readonly lateFrom: string;
  /** What the parting shows, and what it does not. */
  readonly note: string;
}

export interface SplitPart {
  readonly sessions: number;
  readonly totalReturn: number;
  /** Annualised; null where the returns do not vary. */
  readonly sharpe: number | null;
}

interface RunToSplit {
  /** The starting equity, then the equity at each session's close. */
  readonly equity: Float64Array;
  /** One a session. */
  readonly returns: Float64Array;
  /** Day numbers. */
  readonly sessions: Int32Array;
  readonly trials: number | null;
  readonly periodsPerYear: number;
}

/**
 * Returns how a run did early and late, or why it cannot be parted. The later part is not called out of sample: nothing was fitted on the
 * earlier one alone, and tries that were made on the whole span have seen both.
 */
export function splitOf({ equity, returns, sessions, trials, periodsPerYear }: RunToSplit): Split | Absent {
  const first = Math.floor((returns.length * 7) / 10);
  if (first < 2 || returns.length - first < 2) {
    return { missingBecause: missing('TOO_FEW_OBSERVATIONS').sentence };
  }
  const part = (from: number, to: number): SplitPart => ({
    sessions: to - from,
    totalReturn: equity[to]! / equity[from]! - 1 + 0,
    sharpe: ratioToDeviation(momentsOf(returns.subarray(from, to)), Math.sqrt(periodsPerYear)).value,
  });
  return {
    early: part(0, first),
    late: part(first, returns.length),
    lateFrom: isoFromDay(sessions[first]!),
    note:
      (trials ?? 1) > 1
        ? `This is not a test out of sample: ${trials} tries were made on these sessions or some of them, so the later part may not have been unseen.`
        : 'This is not a test out of sample: nothing was chosen on the earlier part alone. It shows whether the result is steady.',
  };
}
