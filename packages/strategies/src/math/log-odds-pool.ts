import { badInput, badParam, lengthMismatch } from './math-error.ts';

export interface PoolVoter {
  readonly id: string;
  /** P(up over the common horizon), or null for an abstention. */
  readonly probabilityUp: number | null;
  /** From 0 up; only the proportions matter. */
  readonly weight: number;
}

export interface PoolSettings {
  /**
   * Correlation of the voters' past forecast errors, already drawn towards the identity, in the order of the voters.
   * Negative entries count as 0. Undefined takes the voters for independent.
   */
  readonly correlation?: readonly (readonly number[])[] | undefined;
  /** Historical up-rate over the common horizon. */
  readonly base?: number;
  /** Smallest share of the weight that must have an opinion. */
  readonly minParticipation?: number;
  /** Smallest distance of the pooled probability from the base that counts as an opinion. */
  readonly minEdge?: number;
  /** Largest share of the active weight that may lean the other way. */
  readonly maxDisagreement?: number;
}

export interface Pool {
  readonly direction: -1 | 0 | 1;
  readonly abstained: 'PARTICIPATION' | 'WEAK' | 'DISAGREEMENT' | null;
  /** Share of the weight that has an opinion. */
  readonly participation: number;
  readonly base: number;
  /** The rest is null when participation is too low to pool. */
  readonly probabilityUp: number | null;
  readonly logOdds: number | null;
  /** Effective number of independent voters, 1 / w'Rw. */
  readonly effectiveVoters: number | null;
  readonly disagreement: number | null;
  readonly confidence: number | null;
  /** One a voter, in their order, 0 for an abstention; they and logit(base) sum to the log-odds. */
  readonly contributions: readonly number[];
}

const CLIP = 0.001;

/**
 * Returns the weighted pool of probabilities in log-odds around a base rate, with the reason where it has no direction.
 * Throws `strategies.bad-input` for a probability or base outside [0,1] or a negative weight, `strategies.length-mismatch` for a
 * correlation of another size and `strategies.bad-param` for settings outside [0,1].
 * Sources: Genest & Zidek 1986; Satopää et al. 2014, Int. J. Forecasting 30, 344-356.
 */
export function poolLogOdds(voters: readonly PoolVoter[], settings: PoolSettings = {}): Pool {
  const { correlation, base = 0.5, minParticipation = 0.3, minEdge = 0.05, maxDisagreement = 0.4 } = settings;
  requireShares({ minParticipation, minEdge, maxDisagreement });
  requireVoters(voters, base, correlation);
  const active = voters.map((_, i) => i).filter((i) => voters[i]!.probabilityUp !== null);
  const allWeight = voters.reduce((sum, { weight }) => sum + weight, 0);
  const activeWeight = active.reduce((sum, i) => sum + voters[i]!.weight, 0);
  const participation = allWeight > 0 ? activeWeight / allWeight : 0;
  if (!(activeWeight > 0) || participation < minParticipation) {
    return {
      direction: 0,
      abstained: 'PARTICIPATION',
      participation,
      base,
      probabilityUp: null,
      logOdds: null,
      effectiveVoters: null,
      disagreement: null,
      confidence: null,
      contributions: voters.map(() => 0),
    };
  }
  const weightOf = (i: number): number => voters[i]!.weight / activeWeight;
  const baseLogOdds = logit(clip(base));
  let redundancy = 0;
  for (const i of active) {
    for (const j of active) {
      const r = i === j ? 1 : correlation ? Math.max(0, correlation[i]![j]!) : 0;
      redundancy += weightOf(i) * r * weightOf(j);
    }
  }
  const effectiveVoters = 1 / redundancy;
  const contributions = voters.map(({ probabilityUp }, i) =>
    probabilityUp === null ? 0 : effectiveVoters * weightOf(i) * (logit(clip(probabilityUp)) - baseLogOdds),
  );
  const logOdds = baseLogOdds + contributions.reduce((sum, contribution) => sum + contribution, 0);
  const probabilityUp = 1 / (1 + Math.exp(-logOdds));
  const lean = Math.sign(probabilityUp - base);
  let against = 0;
  for (const i of active) if (Math.sign(contributions[i]!) === -lean && lean !== 0) against += weightOf(i);
  const abstained =
    Math.abs(probabilityUp - base) < minEdge ? 'WEAK' : against > maxDisagreement ? 'DISAGREEMENT' : null;
  return {
    direction: abstained ? 0 : lean > 0 ? 1 : lean < 0 ? -1 : 0,
    abstained,
    participation,
    base,
    probabilityUp,
    logOdds,
    effectiveVoters,
    disagreement: against,
    confidence: 2 * Math.abs(probabilityUp - 0.5),
    contributions,
  };
}

/** Returns ln(p / (1-p)). */
export function logit(p: number): number {
  return Math.log(p / (1 - p));
}

function clip(p: number): number {
  return Math.min(1 - CLIP, Math.max(CLIP, p));
}

function requireVoters(
  voters: readonly PoolVoter[],
  base: number,
  correlation: readonly (readonly number[])[] | undefined,
): void {
  if (!isShare(base)) throw badInput(`"base" must lie in [0,1]; it is ${base}.`);
  for (const { id, probabilityUp, weight } of voters) {
    if (probabilityUp !== null && !isShare(probabilityUp)) {
      throw badInput(`The probability of "${id}" must lie in [0,1] or be null; it is ${probabilityUp}.`);
    }
    if (!(weight >= 0 && Number.isFinite(weight))) {
      throw badInput(`The weight of "${id}" must be from 0 up; it is ${weight}.`);
    }
  }
  if (!correlation) return;
  if (correlation.length !== voters.length || correlation.some((row) => row.length !== voters.length)) {
    throw lengthMismatch(`"correlation" must have ${voters.length} rows and columns, one a voter.`);
  }
  for (const row of correlation) {
    for (const r of row) if (!(r >= -1 && r <= 1)) throw badInput(`A correlation must lie in [-1,1]; one is ${r}.`);
  }
}

function requireShares(settings: Readonly<Record<string, number>>): void {
  for (const [name, share] of Object.entries(settings)) {
    if (!isShare(share)) throw badParam(`"${name}" must lie in [0,1]; it is ${share}.`);
  }
}

function isShare(value: number): boolean {
  return value >= 0 && value <= 1;
}
