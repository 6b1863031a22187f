import type { BarView } from '@candor/domain/bar';
import { CandorError } from '@candor/domain/candor-error';
import type { Json } from '@candor/domain/json';
import type { Strategy, StrategyContext, StrategyDefinition } from '@candor/domain/ports/strategy';
import type { DirectionalSignal, Signal } from '@candor/domain/signal';
import type { Vote, VoteSheet } from '@candor/domain/vote-sheet';
import { BaseRate } from './base-rate.ts';
import { ForecastErrors } from './forecast-errors.ts';
import { copyState, restoreInPlace } from './machine-state.ts';
import { type Pool, poolLogOdds } from './math/log-odds-pool.ts';
import { weightedMedian } from './math/weighted-median.ts';

export interface ConsensusMember {
  readonly definition: StrategyDefinition;
  /** What its definition parses; left out, its defaults. */
  readonly params?: unknown;
  /** From 0 up, 1 when left out; only the proportions matter. */
  readonly weight?: number;
  /** Name on the vote sheet; the strategy's id when left out. */
  readonly id?: string;
}

export interface ConsensusSettings {
  /** The common horizon: every member is heard as P(close this many bars later > now). */
  readonly horizonBars: number;
  readonly minParticipation: number;
  /** Smallest distance from the base rate that counts as an opinion. */
  readonly minEdge: number;
  readonly maxDisagreement: number;
  /** How much of a member's deviation from the base rate is believed before there are outcomes to calibrate it by. */
  readonly uncalibratedTrust: number;
}

export const CONSENSUS_DEFAULTS: ConsensusSettings = {
  horizonBars: 5,
  minParticipation: 0.3,
  minEdge: 0.05,
  maxDisagreement: 0.4,
  uncalibratedTrust: 0.5,
};

// Without a fitted calibration no count of outcomes is worth more trust than that of the last one before fitting begins.
const OUTCOMES_UNTIL_CALIBRATION = 30;

interface Seat {
  readonly id: string;
  readonly strategy: Strategy;
  readonly weight: number;
}

/**
 * Several strategies as one: a weighted pool of their probabilities in log-odds, which may abstain and shows every vote.
 *
 * - Members are heard through their latest signal. One with a horizon expires when the horizon is over; one without stands until replaced.
 * - A member that states no probability is heard as base + direction × confidence / 2, all of them drawn to the base rate by the trust of
 *   the uncalibrated. `flat` without a probability is direction 0: it takes part, says "no edge", and dilutes the others.
 * - The correlation of the members' past errors is measured on forecasts one horizon apart.
 * - It says nothing until every member has had its warm-up, and pools again only when a member speaks or expires and once a horizon.
 * - `flat` is the wish where the pool finds no edge and members that want to be flat hold at least half of the active weight;
 *   every other pool without a direction is an abstention, which leaves the position as it is.
 */
export class ConsolidatedStrategyAgent implements Strategy {
  readonly #seats: readonly Seat[];
  readonly #settings: ConsensusSettings;
  readonly #warmup: number;
  readonly #baseRate: BaseRate;
  readonly #errors: ForecastErrors;
  readonly #memory: {
    bars: number;
    barsToSample: number;
    latest: { signal: Signal | null; age: number }[];
    sheet: VoteSheet | null;
  };

  /** Throws `strategies.bad-param` for no members, two of one id, a negative weight, no weight at all, or settings outside their bounds. */
  constructor(members: readonly ConsensusMember[], settings: Partial<ConsensusSettings> = {}) {
    this.#settings = requireSettings({ ...CONSENSUS_DEFAULTS, ...settings });
    requireMembers(members);
    this.#seats = members.map(({ definition, params = {}, weight = 1, id = definition.id }) => ({
      id,
      weight,
      strategy: definition.create(definition.parse(params)),
    }));
    this.#warmup = consensusWarmup(members);
    this.#baseRate = new BaseRate(this.#settings.horizonBars);
    this.#errors = new ForecastErrors(members.length);
    this.#memory = {
      bars: 0,
      barsToSample: 0,
      latest: members.map(() => ({ signal: null, age: 0 })),
      sheet: null,
    };
  }

  onBar(view: BarView, context: StrategyContext): Signal | undefined {
    const memory = this.#memory;
    let changed = false;
    for (let i = 0; i < this.#seats.length; i++) {
      const signal = this.#seats[i]!.strategy.onBar(view, context);
      const latest = memory.latest[i]!;
      latest.age = signal ? 0 : latest.age + 1;
      if (signal) latest.signal = signal;
      if (signal || latest.age === horizonOf(latest.signal)) changed = true;
    }
    const close = view.close;
    this.#baseRate.push(close);
    const sampleDue = memory.barsToSample === 0;
    memory.barsToSample = sampleDue ? this.#settings.horizonBars - 1 : memory.barsToSample - 1;
    if (sampleDue) {
      this.#errors.settle(close);
      this.#errors.open(
        close,
        this.#seats.map((_, i) => this.#probabilityOf(i)),
      );
    }
    memory.bars++;
    const firstChance = memory.bars === this.#warmup;
    if (memory.bars < this.#warmup || !(changed || sampleDue || firstChance)) return undefined;
    const pool = this.#pool();
    memory.sheet = this.#sheetOf(pool);
    return this.#signalOf(pool, close);
  }

  voteSheet(): VoteSheet | undefined {
    return this.#memory.sheet ?? undefined;
  }

  snapshot(): Json {
    return {
      members: this.#seats.map(({ strategy }) => strategy.snapshot()),
      baseRate: this.#baseRate.snapshot(),
      errors: this.#errors.snapshot(),
      memory: copyState(this.#memory, 'consensus.memory'),
    };
  }

  restore(state: Json): void {
    const { members, baseRate, errors, memory } = (state ?? {}) as Readonly<Record<string, Json>>;
    if (!Array.isArray(members) || members.length !== this.#seats.length || !baseRate || !errors || !memory) {
      throw new CandorError('strategies.bad-snapshot', {
        kind: 'invalid',
        message: `This is not a snapshot of a consensus of ${this.#seats.length} members.`,
      });
    }
    this.#seats.forEach(({ strategy }, i) => {
      strategy.restore(members[i] as Json);
    });
    this.#baseRate.restore(baseRate);
    this.#errors.restore(errors);
    // A signal belongs to the member that gave it: it is let go of, not written over.
    for (const latest of this.#memory.latest) latest.signal = null;
    this.#memory.sheet = null;
    restoreInPlace(this.#memory, memory, 'consensus.memory');
  }

  /** The member's signal as far as it still holds. */
  #opinionOf(i: number): DirectionalSignal | null {
    const { signal, age } = this.#memory.latest[i]!;
    return signal === null || signal.want === 'abstain' || age >= horizonOf(signal) ? null : signal;
  }

  #probabilityOf(i: number): number | null {
    const opinion = this.#opinionOf(i);
    if (!opinion) return null;
    const base = this.#baseRate.value;
    const stated = opinion.probabilityUp ?? base + (directionOf(opinion) * opinion.confidence) / 2;
    const outcomes = Math.min(this.#errors.outcomesOf(i), OUTCOMES_UNTIL_CALIBRATION);
    const trust = Math.max(outcomes / (outcomes + 30), this.#settings.uncalibratedTrust);
    return Math.min(1, Math.max(0, base + trust * (stated - base)));
  }

  #pool(): Pool {
    const { minParticipation, minEdge, maxDisagreement } = this.#settings;
    const voters = this.#seats.map(({ id, weight }, i) => ({ id, weight, probabilityUp: this.#probabilityOf(i) }));
    const correlation = this.#errors.shrunkCorrelation();
    return poolLogOdds(voters, { correlation, base: this.#baseRate.value, minParticipation, minEdge, maxDisagreement });
  }

  #sheetOf(pool: Pool): VoteSheet {
    const allWeight = this.#seats.reduce((sum, { weight }) => sum + weight, 0);
    const { probabilityUp, logOdds, base, effectiveVoters, participation, disagreement, abstained } = pool;
    const votes = this.#seats.map(
      ({ id, weight }, i): Vote => ({
        id,
        probabilityUp: this.#probabilityOf(i),
        weight: weight / allWeight,
        logOddsContribution: pool.contributions[i]!,
        uncalibrated: true,
        reasons: this.#reasonsOf(i),
      }),
    );
    return { probabilityUp, logOdds, base, effectiveVoters, participation, disagreement, abstained, votes };
  }

  #reasonsOf(i: number): readonly string[] {
    const { signal, age } = this.#memory.latest[i]!;
    if (signal === null) return ['It has not spoken yet'];
    if (signal.want === 'abstain') return signal.reasons.map((reason) => `${signal.code}: ${reason}`);
    if (age < horizonOf(signal)) return signal.reasons;
    return [`Its last opinion was for ${signal.horizonBars} bars and is ${age} bars old`];
  }

  #signalOf(pool: Pool, close: number): Signal {
    const { horizonBars } = this.#settings;
    const spoken = this.#seats.flatMap(({ id }, i) => {
      const opinion = this.#opinionOf(i);
      return opinion ? [`${id} (${opinion.want}): ${opinion.reasons[0]}`] : [];
    });
    if (pool.probabilityUp === null || pool.confidence === null) {
      const reason = `Members with an opinion hold ${percent(pool.participation)} of the weight, too little to decide`;
      return { want: 'abstain', code: 'PARTICIPATION', reasons: [reason, ...spoken] };
    }
    const headline = `The pool of ${spoken.length} of ${this.#seats.length} members gives P(up over ${horizonBars} bars) ${percent(pool.probabilityUp)}, against a base rate of ${percent(pool.base)}`;
    const reasons = [headline, ...spoken];
    const { probabilityUp, confidence } = pool;
    if (pool.direction !== 0) {
      const want = pool.direction > 0 ? 'long' : 'short';
      return { want, confidence, probabilityUp, horizonBars, ...this.#levels(pool.direction, close), reasons };
    }
    if (pool.abstained === 'WEAK' && this.#flatShare() >= 0.5) {
      return { want: 'flat', confidence, probabilityUp, horizonBars, reasons };
    }
    return { want: 'abstain', code: pool.abstained ?? 'WEAK', reasons };
  }

  #flatShare(): number {
    let flat = 0;
    let active = 0;
    for (const [i, { weight }] of this.#seats.entries()) {
      const opinion = this.#opinionOf(i);
      if (opinion) active += weight;
      if (opinion?.want === 'flat') flat += weight;
    }
    return active > 0 ? flat / active : 0;
  }

  // Levels of members that want the same, as far as the price has not passed them since they were named.
  #levels(direction: 1 | -1, close: number): Pick<DirectionalSignal, 'stop' | 'targets' | 'invalidation'> {
    const agreeing = this.#seats.flatMap(({ weight }, i) => {
      const opinion = this.#opinionOf(i);
      return opinion && directionOf(opinion) === direction ? [{ opinion, weight }] : [];
    });
    const median = (side: 1 | -1, levelOf: (opinion: DirectionalSignal) => number | undefined): number | undefined => {
      const named = agreeing.flatMap(({ opinion, weight }) => {
        const level = levelOf(opinion);
        return level !== undefined && (level - close) * side > 0 && weight > 0 ? [{ level, weight }] : [];
      });
      if (named.length === 0) return undefined;
      return weightedMedian(
        named.map(({ level }) => level),
        named.map(({ weight }) => weight),
      );
    };
    const against = direction === 1 ? -1 : 1;
    const stop = median(against, (opinion) => opinion.stop);
    const target = median(direction, (opinion) => opinion.targets?.[0]);
    const invalidation = median(against, (opinion) => opinion.invalidation);
    return {
      ...(stop === undefined ? {} : { stop }),
      ...(target === undefined ? {} : { targets: [target] }),
      ...(invalidation === undefined ? {} : { invalidation }),
    };
  }
}

/** Returns the bars that must have closed before a consensus of these members speaks: as many as the slowest of them needs. */
export function consensusWarmup(members: readonly ConsensusMember[]): number {
  return Math.max(...members.map(({ definition, params = {} }) => definition.warmup(definition.parse(params))));
}

function horizonOf(signal: Signal | null): number {
  return signal === null || signal.want === 'abstain'
    ? Number.POSITIVE_INFINITY
    : (signal.horizonBars ?? Number.POSITIVE_INFINITY);
}

function directionOf({ want }: DirectionalSignal): 1 | -1 | 0 {
  return want === 'long' ? 1 : want === 'short' ? -1 : 0;
}

function requireMembers(members: readonly ConsensusMember[]): void {
  const ids = members.map(({ id, definition }) => id ?? definition.id);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  const weights = members.map(({ weight = 1 }) => weight);
  if (members.length === 0) throw badParam('"members" must name at least one strategy.');
  if (twice !== undefined) throw badParam(`"members" names "${twice}" twice; each member needs an id of its own.`);
  const badWeight = weights.findIndex((weight) => !(weight >= 0 && Number.isFinite(weight)));
  if (badWeight >= 0)
    throw badParam(`The weight of "${ids[badWeight]}" must be from 0 up; it is ${weights[badWeight]}.`);
  if (!weights.some((weight) => weight > 0)) throw badParam('"weights" must hold at least one number above 0.');
}

function requireSettings(settings: ConsensusSettings): ConsensusSettings {
  const { horizonBars, minParticipation, minEdge, maxDisagreement, uncalibratedTrust } = settings;
  if (!(Number.isInteger(horizonBars) && horizonBars >= 1)) {
    throw badParam(`"horizonBars" must be a whole number from 1 up; it is ${horizonBars}.`);
  }
  for (const [name, share] of Object.entries({ minParticipation, minEdge, maxDisagreement, uncalibratedTrust })) {
    if (!(share >= 0 && share <= 1)) throw badParam(`"${name}" must lie in [0,1]; it is ${share}.`);
  }
  return { horizonBars, minParticipation, minEdge, maxDisagreement, uncalibratedTrust };
}

function badParam(message: string): CandorError {
  return new CandorError('strategies.bad-param', { kind: 'invalid', message });
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
