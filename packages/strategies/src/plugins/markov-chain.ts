import { abstain, type Signal } from '@candor/domain/signal';
import { z } from 'zod';
import { defineStrategy } from '../define-strategy.ts';
import { expectedSojourn } from '../math/markov-chain.ts';
import { closedClasses } from '../math/markov-classes.ts';
import { fitChainForgetting, statesAsPairs } from '../math/markov-fit.ts';
import { expectedReturn, probUp, returnVariance, stateMeans, stateSds } from '../math/markov-forecast.ts';
import { homogeneityTest } from '../math/markov-homogeneity.ts';
import { orderTest } from '../math/markov-order.ts';
import { quantileEdges, stateOf } from '../math/markov-states.ts';

const MAX_STATES = 12;
const TRANSITIONS_PER_STATE = 30;
const MAX_HORIZON_BARS = 10;
const HOMOGENEITY_SEGMENTS = 4;
const HOMOGENEITY_LEVEL = 0.01;

const Params = z.object({
  states: z
    .int()
    .min(2)
    .max(MAX_STATES)
    .default(3)
    .meta({ title: 'States', description: 'Return classes, equally frequent in the window.' }),
  lookback: z
    .int()
    .min(60)
    .max(5000)
    .default(250)
    .meta({ title: 'Look-back', unit: 'bars', description: 'Returns that the model is estimated from.' }),
  reestimateEvery: z.int().min(1).max(5000).default(21).meta({ title: 'Estimated again every', unit: 'bars' }),
  alpha: z
    .number()
    .min(0)
    .max(100)
    .default(0.5)
    .meta({ title: 'Prior of a transition', description: 'Prior weight of every transition.' }),
  kappa: z.number().min(0).max(1000).default(10).meta({
    title: 'Prior of a mean',
    unit: 'bars',
    description: 'Prior weight, in observations, of the mean of all states.',
  }),
  z0: z.number().min(0).max(5).default(0.1).meta({
    title: 'Smallest edge',
    unit: 'standard deviations',
    description: 'Smallest expected return that is worth a wish.',
  }),
  halfLife: z.number().min(1).max(5000).optional().meta({
    title: 'Half-life',
    unit: 'bars',
    description: 'Transitions after which one weighs half; left out, all weigh the same.',
  }),
  roundTripCost: z.number().min(0).max(0.5).default(0.001).meta({
    title: 'Round-trip cost',
    unit: 'fraction',
    description: 'Cost of a way in and out, as a fraction of the price.',
  }),
});

type Params = z.output<typeof Params>;

/**
 * Return states as a Markov chain, re-estimated on a rolling window that ends before the bar of the decision.
 * Follows Kemeny & Snell 1960, Finite Markov Chains; tests of memory and constancy by Anderson & Goodman 1957.
 */
export const markovChain = defineStrategy({
  id: 'markov-chain',
  title: 'Markov chain of returns',
  summary:
    'Wishes what the chain of return states promises after costs, and says nothing where the returns show no memory.',
  params: Params,
  // One close more than returns, and one return more than the window: that of the decision.
  warmup: ({ lookback }) => lookback + 2,
  create: (params) => {
    const { lookback, reestimateEvery } = params;
    const memory = {
      lastClose: null as number | null,
      /** Returns in a ring; the oldest stands at `oldest` once it is full. */
      returns: [] as number[],
      oldest: 0,
      barsToEstimate: 0,
      model: null as Model | null,
      previousState: -1,
      spokenState: -1,
      barsToRenewal: 0,
    };
    return {
      parts: {},
      memory,
      onBar(view) {
        const close = view.close;
        const lastClose = memory.lastClose;
        memory.lastClose = close;
        if (lastClose === null) return undefined;
        const value = close / lastClose - 1;
        if (memory.returns.length < lookback) {
          memory.returns.push(value);
          return undefined;
        }
        let spoken = memory.spokenState;
        if (memory.barsToEstimate === 0) {
          const window = [...memory.returns.slice(memory.oldest), ...memory.returns.slice(0, memory.oldest)];
          memory.model = estimate(window, params);
          memory.previousState = stateOf(window[lookback - 1]!, memory.model.edges);
          memory.barsToEstimate = reestimateEvery;
          spoken = -1;
        }
        memory.barsToEstimate--;
        memory.returns[memory.oldest] = value;
        memory.oldest = memory.oldest + 1 === lookback ? 0 : memory.oldest + 1;

        const model = memory.model!;
        const own = stateOf(value, model.edges);
        const state = model.order === 2 ? memory.previousState * params.states + own : own;
        memory.previousState = own;
        memory.barsToRenewal--;
        // The opinion belongs to the state; it is said again where the state outlasts its horizon.
        if (model.abstention) {
          memory.spokenState = state;
          return spoken === -1 ? model.abstention : undefined;
        }
        if (state === spoken && memory.barsToRenewal > 0) return undefined;
        const signal = model.opinions[state]!;
        memory.spokenState = state;
        memory.barsToRenewal = model.horizons[state]!;
        return signal;
      },
    };
  },
});

/** What one estimation leaves behind: an opinion for each state, said when the chain is in it. */
interface Model {
  readonly edges: readonly number[];
  /** 2 when the states are pairs of return states. */
  readonly order: 1 | 2;
  readonly abstention: Signal | null;
  readonly opinions: readonly Signal[];
  readonly horizons: readonly number[];
}

function estimate(returns: readonly number[], params: Params): Model {
  const { states: k, alpha, kappa } = params;
  const edges = quantileEdges(returns, k);
  const single = returns.map((value) => stateOf(value, edges));
  const order = orderTest(single, k);
  const homogeneity = homogeneityTest(single, k, HOMOGENEITY_SEGMENTS);
  const isStable = homogeneity.p >= HOMOGENEITY_LEVEL;
  const remark = isStable
    ? []
    : [
        `The law of the chain changed within the window (p = ${homogeneity.p.toPrecision(2)}), so older bars weigh less`,
      ];
  const say = (code: string, reason: string): Model => {
    const silence = abstain({ code, reason });
    return {
      edges,
      order: 1,
      abstention: { ...silence, reasons: [...silence.reasons, ...remark] },
      opinions: [],
      horizons: [],
    };
  };
  if (order.bestOrder === 0) {
    return say(
      'NO_MEMORY',
      `The last ${returns.length} returns show no memory: knowing today's class says nothing about tomorrow's`,
    );
  }
  const usesPairs = order.bestOrder === 2;
  const size = usesPairs ? k * k : k;
  const sequence = usesPairs ? statesAsPairs(single, k) : single;
  const matching = usesPairs ? returns.slice(1) : returns;
  const given = params.halfLife ?? Number.POSITIVE_INFINITY;
  const halfLife = isStable ? given : Math.min(given, returns.length / 2);
  const { matrix, effectiveN } = fitChainForgetting(sequence, size, halfLife, alpha);
  if (size > MAX_STATES || effectiveN < TRANSITIONS_PER_STATE * size) {
    return say(
      'LOW_EFFECTIVE_N',
      `${size} states need ${TRANSITIONS_PER_STATE * size} transitions that still weigh; there are ${effectiveN.toFixed(0)}`,
    );
  }
  // States of one unbroken window always lead on to its last one; the rule stands for when they come from several.
  if (closedClasses(matrix).length > 1) {
    return say(
      'NOT_ERGODIC',
      'The chain falls apart into classes of states that never meet, so its forecasts depend on where it began',
    );
  }
  const sojourn = expectedSojourn(matrix);
  const context: ForecastContext = {
    matrix,
    means: stateMeans(matching, sequence, size, kappa),
    sds: stateSds(matching, sequence, size, kappa),
    counts: Array.from({ length: size }, (_, s) => countWhere(sequence, (state) => state === s)),
    upCounts: Array.from({ length: size }, (_, s) =>
      countWhere(sequence, (state, t) => state === s && matching[t]! > 0),
    ),
    effectiveN,
    remark,
  };
  const horizons = sojourn.map((bars) => Math.round(Math.min(MAX_HORIZON_BARS, bars)));
  return {
    edges,
    order: usesPairs ? 2 : 1,
    abstention: null,
    // Given out again and again, so nobody may write on them.
    opinions: horizons.map((horizon, state) => Object.freeze(opinionOf(state, horizon, context, params))),
    horizons,
  };
}

interface ForecastContext {
  readonly matrix: readonly (readonly number[])[];
  readonly means: readonly number[];
  readonly sds: readonly number[];
  readonly counts: readonly number[];
  readonly upCounts: readonly number[];
  readonly effectiveN: number;
  readonly remark: readonly string[];
}

function opinionOf(state: number, horizon: number, context: ForecastContext, { roundTripCost, z0 }: Params): Signal {
  const { matrix, means, sds, counts, upCounts, effectiveN, remark } = context;
  const expected = expectedReturn(matrix, means, state, horizon);
  const deviation = Math.sqrt(returnVariance(matrix, means, sds, state, horizon));
  const probabilityUp = probUp(matrix, state, upCounts, counts);
  const direction = Math.sign(expected);
  const paysCosts = Math.abs(expected) > roundTripCost;
  const standsOut = Math.abs(expected) >= z0 * deviation;
  const agrees = direction === Math.sign(probabilityUp - 0.5);
  const want = !(paysCosts && standsOut && agrees) ? 'flat' : direction > 0 ? 'long' : 'short';
  const promise = `From state ${state} of ${matrix.length} the chain expects ${percent(expected)} over ${horizon} ${horizon === 1 ? 'bar' : 'bars'}`;
  const verdict =
    want !== 'flat'
      ? `that is more than the ${percent(roundTripCost)} of a way in and out, and P(up) is ${percent(probabilityUp)}`
      : !paysCosts
        ? `that does not pay the ${percent(roundTripCost)} of a way in and out`
        : !standsOut
          ? `that is lost in a standard deviation of ${percent(deviation)}`
          : `but P(up) of ${percent(probabilityUp)} points the other way`;
  return {
    want,
    confidence: 2 * Math.abs(probabilityUp - 0.5),
    probabilityUp,
    horizonBars: horizon,
    reasons: [`${promise}; ${verdict}`, ...remark],
    features: { state, expectedReturn: expected, standardDeviation: deviation, effectiveN },
  };
}

function countWhere(states: readonly number[], test: (state: number, t: number) => boolean): number {
  let count = 0;
  for (const [t, state] of states.entries()) if (test(state, t)) count++;
  return count;
}

function percent(fraction: number): string {
  return `${(100 * fraction).toFixed(2)}%`;
}
