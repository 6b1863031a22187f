import { CostParams } from '@candor/brokers/paper/costs';
import { CandorError } from '@candor/domain/candor-error';
import { TIMEFRAMES } from '@candor/domain/timeframe';
import { DEFAULT_LIMITS } from '@candor/risk/default-limits';
import { z } from 'zod';
import type { BacktestPlan } from '../../resources/backtests/backtest-plan.ts';
import { IsoDay } from '../iso-day.ts';

const Params = z.record(z.string(), z.json()).default({});

/** What a person says of a backtest, whichever door it comes through. */
export const BacktestTerms = {
  symbol: z.string().min(1).max(40).describe('What to trade; see the list of symbols.'),
  strategy: z.string().min(1).max(200).describe('A strategy by id, or a file of your own like my/first-idea.ts.'),
  params: Params.describe('Parameters of the strategy by name; see the list of strategies.'),
  from: IsoDay.optional().describe('First session; the first there is otherwise.'),
  to: IsoDay.optional().describe('Last session; the last there is otherwise.'),
  timeframe: z.enum(TIMEFRAMES).default('1d').describe('Span of a bar.'),
  cashUsd: z.number().min(100).max(1e9).default(100_000).describe('Cash to begin with, USD.'),
  sizing: z
    .string()
    .max(80)
    .default('volatility-target')
    .describe('How much to order: volatility-target, fixed-fraction, all-in or fixed-quantity.'),
  sizingParams: Params.describe('Parameters of the sizing rule by name.'),
  allowShort: z.boolean().default(false).describe('Let the strategy sell short, on a margin account.'),
  slippageBps: z
    .number()
    .min(0)
    .max(1_000)
    .default(5)
    .describe('Price lost on every market and stop fill, in hundredths of a percent.'),
  feePerShareUsd: z.number().min(0).max(10).default(0.005).describe('Commission per share, USD.'),
  minimumFeeUsd: z.number().min(0).max(1_000).default(1).describe('Least commission of a fill, USD.'),
  commissionBps: z
    .number()
    .min(0)
    .max(1_000)
    .optional()
    .describe('Commission in hundredths of a percent of the value, instead of per share.'),
  maxVolumeShare: z
    .number()
    .min(0)
    .max(1)
    .default(0.1)
    .describe('Largest part of a bar’s volume our orders may take; 0 switches the cap off.'),
  trials: z
    .int()
    .min(1)
    .max(1_000_000)
    .optional()
    .describe('How many configurations you have tried on this data, this one counted: the verdict allows for it.'),
  seed: z.int().min(0).max(0xffff_ffff).default(1).describe('Seed of the bootstrap.'),
};

const Terms = z.object(BacktestTerms);

/** Returns the plan of those terms; `file` is the person's own file of bars, where there is one. Throws `backtests.bad-input` (invalid). */
export function planOf(terms: z.infer<typeof Terms>, file: string | null): BacktestPlan {
  const { symbol, strategy, params, from, to, timeframe, allowShort, seed, maxVolumeShare } = terms;
  if (maxVolumeShare > 0 && maxVolumeShare < 0.0001) {
    throw new CandorError('backtests.bad-input', {
      kind: 'invalid',
      message: '"maxVolumeShare" must be 0 (no cap) or at least 0.0001.',
    });
  }
  return {
    data: { symbol, file, timeframe, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) },
    strategy: { name: strategy, params },
    account: { type: allowShort ? 'margin' : 'cash', startCashUsd: terms.cashUsd },
    sizing: { id: terms.sizing, params: terms.sizingParams },
    limits: structuredClone(DEFAULT_LIMITS),
    costs: CostParams.parse({
      slippageBps: terms.slippageBps,
      commission:
        terms.commissionBps === undefined
          ? {
              kind: 'per-share',
              feePerShareUsd: terms.feePerShareUsd,
              minimumUsd: terms.minimumFeeUsd,
              maxFraction: 0.01,
            }
          : { kind: 'bps', bps: terms.commissionBps },
    }),
    execution: {
      allowShort,
      fillOnTouch: false,
      maxVolumeShare: maxVolumeShare === 0 ? null : maxVolumeShare,
      entryReserve: 0.02,
    },
    seed,
    trials: terms.trials ?? null,
  };
}
