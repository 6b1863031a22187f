export type VerdictId = 'cannot-say' | 'no-edge' | 'probably-luck' | 'holds-up-so-far' | 'not-proven';

/** What the ladder looks at. Undefined is "not known", and never counts in favour. */
export interface Evidence {
  /** Number of returns behind the statistics, one a session. */
  readonly observations: number;
  /** Whether the returns vary at all. */
  readonly varies: boolean;
  /** Total return after costs, as a fraction. */
  readonly netReturn: number;
  /** Annualised, for the sentence. */
  readonly sharpe: number | undefined;
  /** How many configurations were tried on this data; null where nobody counted. */
  readonly trials: number | null;
  /** How often that many skill-less tries find at least this Sharpe ratio. */
  readonly luckShare: number | undefined;
  /** Probability that the true Sharpe ratio is above 0. */
  readonly psr: number | undefined;
  /** The same above what the best of the tries would reach by chance. */
  readonly dsr: number | undefined;
  readonly outOfSampleReturn: number | undefined;
  /** Total return with every cost doubled. */
  readonly doubledCostReturn: number | undefined;
}

export interface Verdict {
  readonly id: VerdictId;
  /** Plain words for the top of the report. */
  readonly headline: string;
  /** One sentence with the numbers that decided. */
  readonly why: string;
  /** What would have to be different for a better verdict. */
  readonly whatWouldChangeIt: string;
}

const FEWEST_OBSERVATIONS = 250;
const CONFIDENCE = 0.95;
const LUCK_LIMIT = 0.5;

/** Returns the first rung of the ladder that applies; the order is the rule, because each rung takes the ones above it for granted. */
export function judge(evidence: Evidence): Verdict {
  return cannotSay(evidence) ?? noEdge(evidence) ?? probablyLuck(evidence) ?? holdsUp(evidence) ?? notProven(evidence);
}

function cannotSay({ observations, varies }: Evidence): Verdict | undefined {
  if (varies && observations >= FEWEST_OBSERVATIONS) return undefined;
  return {
    id: 'cannot-say',
    headline: 'Cannot say: there is not enough here to judge.',
    why: varies
      ? `There are ${observations} daily returns; below ${FEWEST_OBSERVATIONS}, about a year, chance and skill look the same.`
      : 'The equity never moved, so there is nothing to judge.',
    whatWouldChangeIt: varies
      ? `Run it over at least ${FEWEST_OBSERVATIONS} sessions.`
      : 'Find out why nothing was ever held: the decisions and refusals of the run say so.',
  };
}

function noEdge({ netReturn, observations }: Evidence): Verdict | undefined {
  if (netReturn > 0) return undefined;
  return {
    id: 'no-edge',
    headline: 'No edge: after costs it made no money.',
    why: `After costs it returned ${percent(netReturn)} over ${observations} sessions.`,
    whatWouldChangeIt: 'A different idea. Tuning this one on the same data only counts as more tries.',
  };
}

function probablyLuck({ luckShare, trials, sharpe }: Evidence): Verdict | undefined {
  if (luckShare === undefined || !(luckShare > LUCK_LIMIT)) return undefined;
  return {
    id: 'probably-luck',
    headline: 'Probably luck: chance alone does this more often than not.',
    why: `${tries(trials)} without any skill find a Sharpe ratio of ${ratio(sharpe)} or better in ${percent(luckShare)} of cases.`,
    whatWouldChangeIt: 'A higher Sharpe ratio over a longer span, found in fewer tries.',
  };
}

function holdsUp(evidence: Evidence): Verdict | undefined {
  if (doubtsOf(evidence).length > 0) return undefined;
  const { sharpe, doubledCostReturn, outOfSampleReturn, observations } = evidence;
  const unseen = outOfSampleReturn === undefined ? '' : `, ${percent(outOfSampleReturn)} out of sample`;
  return {
    id: 'holds-up-so-far',
    headline: 'Holds up so far.',
    why: `Its Sharpe ratio of ${ratio(sharpe)} over ${observations} sessions is above ${hurdle(evidence)} with ${certain(certaintyOf(evidence) ?? 0)} certainty, and it returned ${percent(doubledCostReturn ?? 0)} at doubled costs${unseen}.`,
    whatWouldChangeIt:
      outOfSampleReturn === undefined
        ? 'Data it has not seen: a loss there, or more tries on this data, would take the verdict back.'
        : 'New data, or more tries on this data, can take the verdict back.',
  };
}

function notProven(evidence: Evidence): Verdict {
  const doubts = doubtsOf(evidence);
  return {
    id: 'not-proven',
    headline: 'Not proven: it made money, but not so that chance is ruled out.',
    why: `It fell short in this: ${doubts.map(({ finding }) => finding).join('; ')}.`,
    whatWouldChangeIt: doubts.map(({ remedy }) => remedy).join(' '),
  };
}

interface Doubt {
  readonly finding: string;
  readonly remedy: string;
}

function doubtsOf(evidence: Evidence): Doubt[] {
  const { doubledCostReturn, outOfSampleReturn, trials } = evidence;
  const certainty = certaintyOf(evidence);
  const doubts: Doubt[] = [];
  if (certainty === undefined || !(certainty >= CONFIDENCE)) {
    const sure = certainty === undefined ? 'unknown' : certain(certainty);
    doubts.push({
      finding: `the certainty that its Sharpe ratio is truly above ${hurdle(evidence)} is ${sure}, and ${percent(CONFIDENCE)} is asked`,
      remedy: (trials ?? 1) > 1 ? 'A longer span, or fewer tries, would decide it.' : 'A longer span would decide it.',
    });
  }
  if (outOfSampleReturn !== undefined && !(outOfSampleReturn > 0)) {
    doubts.push({
      finding: `out of sample it returned ${percent(outOfSampleReturn)}`,
      remedy: 'It would have to earn on data it has not seen.',
    });
  }
  if (doubledCostReturn === undefined) {
    doubts.push({ finding: 'it was not tested at doubled costs', remedy: 'Test it at doubled costs.' });
  } else if (!(doubledCostReturn > 0)) {
    doubts.push({
      finding: `at doubled costs it returned ${percent(doubledCostReturn)}`,
      remedy: 'It would have to trade less, or earn more a trade.',
    });
  }
  return doubts;
}

function certaintyOf({ trials, psr, dsr }: Evidence): number | undefined {
  return (trials ?? 1) > 1 ? dsr : psr;
}

function hurdle({ trials }: Evidence): string {
  return (trials ?? 1) > 1 ? `what the best of ${trials} tries reaches by chance` : '0';
}

function tries(trials: number | null): string {
  return (trials ?? 1) > 1 ? `The best of ${trials} tries` : 'Tries';
}

function percent(fraction: number): string {
  const text = (fraction * 100).toFixed(1);
  return `${text === '-0.0' ? '0.0' : text}%`;
}

// Rounded down, so that nothing short of a limit reads as having reached it, or as sure.
function certain(probability: number): string {
  return `${(Math.floor(probability * 1000) / 10).toFixed(1)}%`;
}

function ratio(value: number | undefined): string {
  return value === undefined ? 'unknown size' : value.toFixed(2);
}
