import { CostParams } from '@candor/brokers/paper/costs';
import { CandorError } from '@candor/domain/candor-error';
import { TIMEFRAMES } from '@candor/domain/timeframe';
import { DEFAULT_LIMITS } from '@candor/risk/default-limits';
import { z } from 'zod';
import { BacktestDocument } from '../../resources/backtests/document-schema.ts';
import { performBacktest } from '../../resources/backtests/perform-backtest.ts';
import { prepareBacktest } from '../../resources/backtests/prepare-backtest.ts';
import { defineOperation } from '../operation.ts';

const Params = z.record(z.string(), z.union([z.number(), z.boolean(), z.string()])).default({});

export const runBacktest = defineOperation({
  id: 'backtests.run',
  summary: 'Backtest a strategy on real prices, with costs, and say whether to believe the result.',
  input: z.object({
    symbol: z.string().min(1).describe('What to trade; see candor symbols.'),
    strategy: z.string().min(1).describe('A strategy by id, or a file of your own like my/first-idea.ts.'),
    params: Params.describe('A parameter of the strategy, name=value; see candor strategies.'),
    from: z.string().optional().describe('First session, YYYY-MM-DD; the first there is otherwise.'),
    to: z.string().optional().describe('Last session, YYYY-MM-DD; the last there is otherwise.'),
    timeframe: z.enum(TIMEFRAMES).default('1d').describe('Span of a bar.'),
    csv: z
      .string()
      .min(1)
      .optional()
      .describe('Take the bars from this CSV file of yours; check it first with candor import.'),
    cashUsd: z.number().min(100).max(1e9).default(100_000).describe('Cash to begin with, USD.'),
    sizing: z
      .string()
      .default('volatility-target')
      .describe('How much to order: volatility-target, fixed-fraction, all-in or fixed-quantity.'),
    sizingParams: Params.describe('A parameter of the sizing rule, name=value.'),
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
  }),
  output: BacktestDocument,
  scope: 'backtests:write',
  needs: ['clock', 'codeVersion', 'files', 'marketData', 'ownStrategies'],
  cli: {
    command: 'backtest',
    pairs: { param: 'params', 'sizing-param': 'sizingParams' },
    examples: [
      {
        line: 'candor backtest --symbol AAPL --strategy sma-crossover --from 2014-01-01',
        shows: 'a verdict on the crossover over Apple’s daily prices',
      },
      {
        line: 'candor backtest --symbol AAPL --strategy sma-crossover --param fast=20 --param slow=100 --out run.json',
        shows: 'other averages, and the whole result kept for candor verify',
      },
      {
        line: 'candor backtest --symbol AAPL --strategy my/first-idea.ts --sizing fixed-fraction --sizing-param riskFraction=0.02',
        shows: 'your own strategy, risking two percent a trade',
      },
    ],
  },
  run: async (needs, input, caller) => {
    const { symbol, strategy, params, from, to, timeframe, csv, allowShort, seed } = input;
    if (input.maxVolumeShare > 0 && input.maxVolumeShare < 0.0001) {
      throw new CandorError('backtests.bad-input', {
        kind: 'invalid',
        message: '--max-volume-share must be 0 (no cap) or at least 0.0001.',
      });
    }
    const prepared = await prepareBacktest(needs, {
      data: { symbol, file: csv ?? null, timeframe, from, to },
      strategy: { name: strategy, params },
      account: { type: allowShort ? 'margin' : 'cash', startCashUsd: input.cashUsd },
      sizing: { id: input.sizing, params: input.sizingParams },
      limits: structuredClone(DEFAULT_LIMITS),
      costs: CostParams.parse({
        slippageBps: input.slippageBps,
        commission:
          input.commissionBps === undefined
            ? {
                kind: 'per-share',
                feePerShareUsd: input.feePerShareUsd,
                minimumUsd: input.minimumFeeUsd,
                maxFraction: 0.01,
              }
            : { kind: 'bps', bps: input.commissionBps },
      }),
      execution: {
        allowShort,
        fillOnTouch: false,
        maxVolumeShare: input.maxVolumeShare === 0 ? null : input.maxVolumeShare,
        entryReserve: 0.02,
      },
      seed,
      trials: input.trials ?? null,
    });
    return performBacktest(prepared, caller);
  },
});
