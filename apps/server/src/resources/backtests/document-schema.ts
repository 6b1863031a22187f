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
});

export type BacktestFindings = z.infer<typeof BacktestFindings>;

/** A whole backtest: what went in, what came out, and how to check it. */
export const BacktestDocument = z.object({
  schema: z.literal('candor-result/1'),
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
