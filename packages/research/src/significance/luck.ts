import { type Absent, missing } from '../figure.ts';
import { casesInWords, ratioInWords } from '../figures-in-words.ts';
import type { SharpeSample } from '../metrics/moments.ts';
import { errorWithoutSkill, sharpeToRuleOutLuck } from './luck-share.ts';
import type { Significance } from './significance.ts';

/**
 * How much of a Sharpe ratio luck explains, with all that is needed to draw it: the best ratio x of `effectiveTrials` N tries without any
 * skill has the density N Phi(x/e)^(N-1) phi(x/e)/e, where e is the standard error, and `luckShare` is its part beyond this run.
 */
export interface Luck {
  readonly sharpePerYear: number;
  readonly sharpePerSession: number;
  /** Of the ratio of a single try without any skill. */
  readonly standardErrorPerYear: number;
  readonly standardErrorPerSession: number;
  /** The ratio at which the luck share would be 5%. */
  readonly sharpeToRuleOutLuckPerYear: number;
  readonly sharpeToRuleOutLuckPerSession: number;
  /** Configurations tried on this data, this one counted; null where nobody counted, which is judged as one. */
  readonly trials: number | null;
  /** Independent tries that they are worth. */
  readonly effectiveTrials: number;
  readonly luckShare: number;
  /** The deflated Sharpe ratio; null where the shape of the returns leaves it undefined. */
  readonly probabilityOfSkill: number | null;
  /** The luck share, counted out. */
  readonly sentence: string;
}

/** Returns the luck in a run, or why it cannot be told. */
export function luckOf(
  sample: SharpeSample | undefined,
  significance: Significance,
  trials: number | null,
  periodsPerYear: number,
): Luck | Absent {
  const { luckShare, effectiveTrials, dsr } = significance;
  if (luckShare.value === null) return { missingBecause: luckShare.sentence };
  if (!sample) return { missingBecause: missing('ZERO_VARIANCE').sentence };
  const { sharpe, n } = sample;
  const scale = Math.sqrt(periodsPerYear);
  const error = errorWithoutSkill(n);
  const ruledOut = sharpeToRuleOutLuck(n, effectiveTrials);
  const search = (trials ?? 1) > 1 ? `a search of ${trials} tries` : '1 try';
  return {
    sharpePerYear: sharpe * scale,
    sharpePerSession: sharpe,
    standardErrorPerYear: error * scale,
    standardErrorPerSession: error,
    sharpeToRuleOutLuckPerYear: ruledOut * scale,
    sharpeToRuleOutLuckPerSession: ruledOut,
    trials,
    effectiveTrials,
    luckShare: luckShare.value,
    probabilityOfSkill: dsr.value,
    sentence: `With no skill at all, ${search} finds a Sharpe ratio of ${ratioInWords(sharpe * scale)} or more in ${casesInWords(luckShare.value)} cases.`,
  };
}
