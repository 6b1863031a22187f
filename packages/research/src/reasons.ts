import type { SharpeInterval } from './bootstrap/stationary.ts';
import {
  dateInWords,
  oddsInWords,
  pointsInWords,
  ratioInWords,
  shareInWords,
  signedPercentInWords,
  signedUsdInWords,
} from './figures-in-words.ts';
import type { Split } from './split-of.ts';

/** What speaks for believing a run, or against it, with its figures. */
export interface Reason {
  readonly weighs: 'for' | 'against';
  /** In capitals and stable. */
  readonly code: string;
  readonly sentence: string;
}

export interface ReasonFacts {
  readonly observations: number;
  /** Total return after costs, as a fraction. */
  readonly netReturn: number;
  readonly profitUsd: number;
  /** The closed ones, with what each made after commission. */
  readonly closedTrades: readonly { readonly entryOn: string; readonly exitOn: string; readonly netUsd: number }[];
  /** Share of the bars at whose close something was held. */
  readonly exposure: number;
  readonly costsUsd: number;
  /** At or below 0. */
  readonly maxDrawdown: number;
  readonly holding: { readonly name: string; readonly totalReturn: number; readonly maxDrawdown: number } | undefined;
  /** The run with every cost doubled; undefined where it was not run. */
  readonly doubled: { readonly totalReturn: number; readonly sharpe: number | null } | undefined;
  readonly sharpeInterval: SharpeInterval | null;
  readonly split: Split | undefined;
}

interface WeighedReason extends Reason {
  /** Puts the reasons of a run in order, and means nothing else. */
  readonly weight: number;
}

const MOST_EACH_WAY = 2;
const FEW_TRADES = 30;
const SHORT_SAMPLE = 250;
const LARGE_TRADE_SHARE = 1 / 3;
const SMALL_TRADE_SHARE = 0.1;
const SELDOM_INVESTED = 0.1;
const OFTEN_OUT = 0.6;
// Closer than this, beating and trailing are words for nothing.
const SAME_RETURN = 0.005;

/** Returns at most two reasons for and two against, the weightiest first. A run that never held anything has none. */
export function reasonsFor(facts: ReasonFacts): Reason[] {
  if (facts.exposure === 0 && facts.closedTrades.length === 0) return [];
  const all = [
    noCosts(facts),
    shortSample(facts),
    oneTrade(facts),
    fewTrades(facts),
    doubledCosts(facts),
    earlyAndLate(facts),
    holding(facts),
    interval(facts),
    invested(facts),
  ].filter((reason) => reason !== undefined);
  const ordered = all.toSorted((a, b) => b.weight - a.weight);
  const kept = (['for', 'against'] as const).flatMap((side) =>
    ordered.filter(({ weighs }) => weighs === side).slice(0, MOST_EACH_WAY),
  );
  return ordered
    .filter((reason) => kept.includes(reason))
    .map(({ weighs, code, sentence }) => ({ weighs, code, sentence }));
}

function noCosts({ costsUsd }: ReasonFacts): WeighedReason | undefined {
  if (costsUsd > 0) return undefined;
  return {
    weighs: 'against',
    weight: 0.95,
    code: 'NO_COSTS',
    sentence: 'No costs were charged, and trading has them.',
  };
}

function shortSample({ observations }: ReasonFacts): WeighedReason | undefined {
  if (observations >= SHORT_SAMPLE) return undefined;
  const returns = observations === 1 ? '1 daily return' : `${observations} daily returns`;
  return {
    weighs: 'against',
    weight: 0.9,
    code: 'SHORT_SAMPLE',
    sentence: `${returns}. Below ${SHORT_SAMPLE}, about a year, chance and skill look the same.`,
  };
}

function oneTrade({ closedTrades, profitUsd }: ReasonFacts): WeighedReason | undefined {
  if (!(profitUsd > 0) || closedTrades.length === 0) return undefined;
  const best = closedTrades.reduce((one, other) => (other.netUsd > one.netUsd ? other : one));
  const share = best.netUsd / profitUsd;
  const span = `${dateInWords(best.entryOn)} to ${dateInWords(best.exitOn)}, ${signedUsdInWords(best.netUsd)}`;
  if (share >= LARGE_TRADE_SHARE) {
    return {
      weighs: 'against',
      weight: 0.5 + Math.min(1, share) / 2,
      code: 'ONE_TRADE',
      sentence:
        share > 1
          ? `One trade made more than the whole profit of ${signedUsdInWords(profitUsd)} (${span}).`
          : `${shareInWords(share)} of the profit is one trade (${span}).`,
    };
  }
  if (share > SMALL_TRADE_SHARE || closedTrades.length < FEW_TRADES || !(share > 0)) return undefined;
  return {
    weighs: 'for',
    weight: 0.35,
    code: 'NO_SINGLE_TRADE',
    sentence: `It does not rest on one trade: the best made ${shareInWords(share)} of the profit.`,
  };
}

function fewTrades({ closedTrades: { length } }: ReasonFacts): WeighedReason | undefined {
  if (length >= FEW_TRADES) return undefined;
  const closed = length === 0 ? 'No trade was closed' : `${length} closed ${length === 1 ? 'trade' : 'trades'}`;
  return {
    weighs: 'against',
    weight: 0.5 + 0.3 * (1 - length / FEW_TRADES),
    code: 'FEW_TRADES',
    sentence: `${closed}. Below ${FEW_TRADES}, win rate and profit factor say little.`,
  };
}

// Of a run that lost money, or paid nothing, doubled costs prove nothing.
function doubledCosts({ doubled, netReturn, costsUsd }: ReasonFacts): WeighedReason | undefined {
  if (doubled === undefined || !(netReturn > 0) || !(costsUsd > 0)) return undefined;
  const { totalReturn, sharpe } = doubled;
  const ratio = sharpe === null ? '' : `, Sharpe ${ratioInWords(sharpe)}`;
  const figures = `${signedPercentInWords(totalReturn)}${ratio}`;
  return totalReturn > 0
    ? { weighs: 'for', weight: 0.5, code: 'SURVIVES_DOUBLED_COSTS', sentence: `Survives doubled costs: ${figures}.` }
    : {
        weighs: 'against',
        weight: 0.85,
        code: 'FAILS_DOUBLED_COSTS',
        sentence: `Does not survive doubled costs: ${figures}.`,
      };
}

function earlyAndLate({ split }: ReasonFacts): WeighedReason | undefined {
  if (split === undefined) return undefined;
  const { early, late, lateFrom } = split;
  if (early.sharpe === null || late.sharpe === null) return undefined;
  const figures = `Sharpe ${ratioInWords(early.sharpe)} before ${dateInWords(lateFrom)}, ${ratioInWords(late.sharpe)} from then on`;
  if (early.sharpe > 0 && late.sharpe > 0) {
    return { weighs: 'for', weight: 0.45, code: 'EARNED_THROUGHOUT', sentence: `Earned early and late: ${figures}.` };
  }
  if (early.sharpe > 0) {
    return { weighs: 'against', weight: 0.8, code: 'LOST_LATE', sentence: `Earned early and lost late: ${figures}.` };
  }
  if (!(late.sharpe > 0)) return undefined;
  return { weighs: 'against', weight: 0.6, code: 'EARNED_LATE_ONLY', sentence: `Earned only late: ${figures}.` };
}

function holding({ holding: other, netReturn, maxDrawdown }: ReasonFacts): WeighedReason | undefined {
  if (other === undefined) return undefined;
  const difference = netReturn - other.totalReturn;
  if (Math.abs(difference) < SAME_RETURN) return undefined;
  const beats = difference > 0;
  const isShallower = maxDrawdown > other.maxDrawdown;
  // Whichever of the two speaks the other way is said with "but".
  const link = beats === isShallower ? 'with' : 'but with';
  const article = isShallower ? 'the smaller' : 'no smaller a';
  const drawdowns = `${signedPercentInWords(maxDrawdown)} against ${signedPercentInWords(other.maxDrawdown)}`;
  return {
    weighs: beats ? 'for' : 'against',
    weight: 0.3 + Math.min(0.4, Math.abs(difference)),
    code: beats ? 'BEATS_HOLDING' : 'TRAILS_HOLDING',
    sentence: `${beats ? 'Beats' : 'Trails'} ${other.name} by ${pointsInWords(difference)} after costs, ${link} ${article} drawdown: ${drawdowns}.`,
  };
}

function interval({ sharpeInterval }: ReasonFacts): WeighedReason | undefined {
  if (sharpeInterval === null) return undefined;
  const { low, high, level } = sharpeInterval;
  const figures = `${oddsInWords(level)} resamples of its days lie from ${ratioInWords(low)} to ${ratioInWords(high)}`;
  return low > 0
    ? {
        weighs: 'for',
        weight: 0.55,
        code: 'SHARPE_ABOVE_ZERO',
        sentence: `The Sharpe ratio stays above 0: ${figures}.`,
      }
    : {
        weighs: 'against',
        weight: 0.55,
        code: 'SHARPE_MAY_BE_ZERO',
        sentence: `The Sharpe ratio may be 0 or less: ${figures}.`,
      };
}

function invested({ exposure, netReturn }: ReasonFacts): WeighedReason | undefined {
  const share = shareInWords(exposure);
  if (exposure < SELDOM_INVESTED) {
    return {
      weighs: 'against',
      weight: 0.3,
      code: 'SELDOM_INVESTED',
      sentence: `Invested at ${share} of the closes, so few days carry the result.`,
    };
  }
  if (exposure > OFTEN_OUT || !(netReturn > 0)) return undefined;
  return {
    weighs: 'for',
    weight: 0.25,
    code: 'OFTEN_OUT',
    sentence: `Invested at ${share} of the closes, and nothing was at risk at the others.`,
  };
}
