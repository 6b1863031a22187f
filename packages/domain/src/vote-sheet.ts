/** One member of a consensus and what it put on the scale. */
export interface Vote {
  readonly id: string;
  /** Calibrated P(up over the common horizon), or null for an abstention. */
  readonly probabilityUp: number | null;
  /** Share of the total weight before abstentions are left out. */
  readonly weight: number;
  /** Adds up, with logit(base), to the pool's log-odds; 0 for an abstention. */
  readonly logOddsContribution: number;
  /** No outcomes yet to calibrate by: heard, but softly. */
  readonly uncalibrated: boolean;
  readonly reasons: readonly string[];
}

/** How a consensus came to be: every number needed to add it up again. */
export interface VoteSheet {
  readonly probabilityUp: number | null;
  readonly logOdds: number | null;
  /** Historical up-rate over the horizon. */
  readonly base: number;
  /** Effective number of independent voters. */
  readonly effectiveVoters: number | null;
  /** Share of the weight that has an opinion. */
  readonly participation: number;
  /** Share of the active weight that leans against the result. */
  readonly disagreement: number | null;
  readonly abstained: 'PARTICIPATION' | 'WEAK' | 'DISAGREEMENT' | null;
  readonly votes: readonly Vote[];
}
