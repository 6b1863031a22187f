import { z } from 'zod';
import { configurationOf, datasetOf } from '../../resources/backtests/configuration-of.ts';
import { BacktestDocument } from '../../resources/backtests/document-schema.ts';
import { performBacktest } from '../../resources/backtests/perform-backtest.ts';
import { prepareBacktest } from '../../resources/backtests/prepare-backtest.ts';
import { followJob } from '../jobs/follow-job.ts';
import { defineOperation } from '../operation.ts';
import { BacktestTerms, planOf } from './backtest-terms.ts';
import { getBacktest } from './get-backtest.ts';
import { registerTrial } from './register-trial.ts';
import { runBacktest } from './run-backtest.ts';

export const backtestAndWait = defineOperation({
  id: 'backtests.run-and-wait',
  summary: 'Backtest a strategy on real prices, with costs, and say whether to believe the result.',
  input: z.object({
    ...BacktestTerms,
    csv: z
      .string()
      .min(1)
      .optional()
      .describe('Take the bars from this CSV file of yours; check it first with candor import.'),
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
  run: async (needs, { csv, ...terms }, caller) => {
    if (csv === undefined) {
      const { runId, jobId } = await caller.call(runBacktest, terms);
      await followJob(jobId, caller, needs.clock);
      return (await caller.call(getBacktest, { runId })).document;
    }
    // The file is the person's and on this machine, so it is computed here. It was tried all the same.
    const prepared = await prepareBacktest(needs, planOf(terms, csv));
    const { manifest } = prepared;
    const { trials: counted } = await caller.call(registerTrial, {
      dataset: datasetOf(manifest),
      from: manifest.data.from,
      to: manifest.data.to,
      configurationSha256: configurationOf(manifest),
    });
    const trials = Math.max(counted, manifest.trials ?? 1);
    return performBacktest({ ...prepared, manifest: { ...manifest, trials } }, caller);
  },
});
