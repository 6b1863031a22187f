import { z } from 'zod';
import { ManifestSchema } from './manifest-schema.ts';

const Instant = z.iso.datetime();

const Metric = z.object({
  id: z.string(),
  label: z.string(),
  group: z.enum(['return', 'risk', 'ratio', 'trades', 'costs', 'benchmark', 'significance']),
  unit: z.enum(['fraction', 'ratio', 'usd', 'count', 'years', 'bars', 'sessions']),
  value: z.number().nullable(),
  reason: z.string().optional(),
  missingBecause: z.string().optional(),
  explanation: z.string(),
});

/** Stands where a part could not be made. */
const Absent = z.object({ missingBecause: z.string() });

const Luck = z.object({
  sharpePerYear: z.number(),
  sharpePerSession: z.number(),
  /** Of the Sharpe ratio of one try without any skill. */
  standardErrorPerYear: z.number(),
  standardErrorPerSession: z.number(),
  /** At which the luck share would be 5%. */
  sharpeToRuleOutLuckPerYear: z.number(),
  sharpeToRuleOutLuckPerSession: z.number(),
  trials: z.int().nullable(),
  /** Independent tries that they are worth: N of the density N Phi(x/e)^(N-1) phi(x/e)/e of the best ratio of tries without skill. */
  effectiveTrials: z.number(),
  luckShare: z.number(),
  /** The deflated Sharpe ratio; null where it is not defined. */
  probabilityOfSkill: z.number().nullable(),
  sentence: z.string(),
});

/** What came with the second version of the document stands in none of the first, so it is optional to whoever reads. */
const Assessment = z.object({
  verdict: z.object({
    id: z.enum(['cannot-say', 'no-edge', 'probably-luck', 'holds-up-so-far', 'not-proven']),
    headline: z.string(),
    why: z.string(),
    whatWouldChangeIt: z.string(),
  }),
  metrics: z.array(Metric),
  sharpeInterval: z
    .object({
      low: z.number(),
      high: z.number(),
      median: z.number(),
      level: z.number(),
      resamples: z.int(),
      meanBlock: z.number(),
    })
    .nullable(),
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
  monthlyReturns: z.array(
    z.object({ year: z.int(), months: z.array(z.number().nullable()).length(12), total: z.number() }),
  ),
  drawdowns: z.array(
    z.object({
      depth: z.number(),
      startedOn: z.string(),
      troughOn: z.string(),
      recoveredOn: z.string().nullable(),
      sessions: z.int(),
    }),
  ),
  observations: z.int(),
  luck: z.union([Luck, Absent]).optional(),
  /** At most two each way, the weightiest first. */
  reasons: z.array(z.object({ weighs: z.enum(['for', 'against']), code: z.string(), sentence: z.string() })).optional(),
});

/** Sharpe ratios are annualised, and null where the returns do not vary. */
const SplitPart = z.object({ sessions: z.int(), totalReturn: z.number(), sharpe: z.number().nullable() });

const Split = z.object({
  early: SplitPart,
  late: SplitPart,
  /** First session of the later part. */
  lateFrom: z.string(),
  note: z.string(),
});

const CostSensitivity = z.object({
  /** The run at multiples of its costs, in rising order; 1 is the run itself. */
  runs: z.array(z.object({ multiple: z.number(), totalReturn: z.number(), sharpe: z.number().nullable() })),
  /** Why some multiples are not there. */
  missingBecause: z.string().nullable(),
  /** Whether the reruns count as tries. */
  note: z.string(),
});

/** Quantiles of the equity over resamples of the run's own sessions; one entry a place in each column. */
const Fan = z.object({
  /** Rows of the equity column. */
  rows: z.array(z.int()),
  sessions: z.array(z.string()),
  p05Usd: z.array(z.number()),
  p25Usd: z.array(z.number()),
  p75Usd: z.array(z.number()),
  p95Usd: z.array(z.number()),
  resamples: z.int(),
  meanBlock: z.number(),
});

const Trade = z.object({
  symbol: z.string(),
  direction: z.enum(['long', 'short']),
  quantity: z.number(),
  entryAt: Instant,
  entryPrice: z.number(),
  /** Null while it is open, as are the exit's price and reason. */
  exitAt: Instant.nullable(),
  exitPrice: z.number().nullable(),
  exitReason: z.enum(['signal', 'stop', 'target']).nullable(),
  /** Realized, before commissions. */
  grossUsd: z.number(),
  commissionUsd: z.number(),
  slippageUsd: z.number(),
  barsHeld: z.int(),
  /** How far it went against its holder, as a fraction of the entry price at or below 0; of prices known to lie between entry and exit. */
  worst: z.number().optional(),
  /** How far it went for its holder, at or above 0. */
  best: z.number().optional(),
});

const Order = z.object({
  clientOrderId: z.string(),
  symbol: z.string(),
  side: z.enum(['buy', 'sell']),
  type: z.enum(['market', 'limit', 'stop', 'stop-limit']),
  intent: z.enum(['enter', 'exit', 'protect']),
  timeInForce: z.enum(['day', 'gtc']),
  quantity: z.number(),
  limitPrice: z.number().nullable(),
  stopPrice: z.number().nullable(),
  decidedAt: Instant,
  status: z.enum(['working', 'partially-filled', 'filled', 'cancelled', 'expired', 'rejected']),
  filledQuantity: z.number(),
  averageFillPrice: z.number().nullable(),
  /** Why it ended without filling whole. */
  reason: z.string().nullable(),
});

/** How a consensus came to be: contributions and logit(base) add up to the log-odds. */
const VoteSheet = z.object({
  probabilityUp: z.number().nullable(),
  logOdds: z.number().nullable(),
  base: z.number(),
  effectiveVoters: z.number().nullable(),
  participation: z.number(),
  disagreement: z.number().nullable(),
  abstained: z.enum(['PARTICIPATION', 'WEAK', 'DISAGREEMENT']).nullable(),
  votes: z.array(
    z.object({
      id: z.string(),
      probabilityUp: z.number().nullable(),
      weight: z.number(),
      logOddsContribution: z.number(),
      uncalibrated: z.boolean(),
      reasons: z.array(z.string()),
    }),
  ),
});

/** What came out of a backtest. */
export const BacktestFindings = z.object({
  assessment: Assessment,
  account: z.object({
    startCashUsd: z.number(),
    cashUsd: z.number(),
    equityUsd: z.number(),
    realizedUsd: z.number(),
    unrealizedUsd: z.number(),
    feesUsd: z.number(),
  }),
  costs: z.object({ commissionUsd: z.number(), slippageUsd: z.number(), tradedUsd: z.number(), fills: z.int() }),
  /** One row an instant: when its bar closed, the account, and the benchmark. */
  equity: z.object({
    closedAt: z.array(Instant),
    equityUsd: z.array(z.number()),
    benchmark: z.string(),
    benchmarkUsd: z.array(z.number()),
  }),
  trades: z.array(Trade),
  orders: z.array(Order),
  /** What the strategy said, and what came of it where it was no order. */
  decisions: z.array(
    z.object({
      at: Instant,
      want: z.enum(['long', 'short', 'flat', 'abstain']),
      confidence: z.number().nullable(),
      /** Why there is no opinion; null where there is one. */
      code: z.string().nullable(),
      reasons: z.array(z.string()),
      /** Null for a strategy that is not made of several. */
      voteSheet: VoteSheet.nullable(),
    }),
  ),
  notPlaced: z.array(z.object({ at: Instant, code: z.string(), reason: z.string() })),
  halts: z.array(z.object({ at: Instant, code: z.string(), reason: z.string() })),
  costSensitivity: CostSensitivity.optional(),
  split: z.union([Split, Absent]).optional(),
  fan: z.union([Fan, Absent]).optional(),
  /** Bars in which a stop and its target were both in reach and the stop was taken. */
  ambiguousBars: z.int().optional(),
});

export type BacktestFindings = z.infer<typeof BacktestFindings>;

/** Versions of the document, all of which are read: the second has luck, reasons, excursions, costs, split, fan and ambiguous bars besides. */
const RESULT_SCHEMAS = ['candor-result/1', 'candor-result/2'] as const;

export type ResultSchema = (typeof RESULT_SCHEMAS)[number];

/** A whole backtest: what went in, what came out, and how to check it. */
export const BacktestDocument = z.object({
  schema: z.enum(RESULT_SCHEMAS),
  manifest: ManifestSchema,
  /** SHA-256, in hex, of the findings in canonical JSON. */
  fingerprint: z.string(),
  ...BacktestFindings.shape,
  /** What checking the bars brought up. Rows outside the range count too, so it is of the file and not of the run: no part of the fingerprint. */
  data: z.object({
    notices: z.array(z.string()),
    quarantined: z.array(
      z.object({ row: z.int(), unit: z.enum(['line', 'row']), code: z.string(), reason: z.string() }),
    ),
    flagged: z.array(z.object({ at: Instant, code: z.string(), reason: z.string() })),
  }),
});

export type BacktestDocument = z.infer<typeof BacktestDocument>;
