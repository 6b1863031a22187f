import { CandorError } from '@candor/domain/candor-error';
import { z } from 'zod';
import { runBacktestJob } from '../../jobs/backtests/run-backtest-job.ts';
import { loadPlanBars } from '../../resources/backtests/load-plan-bars.ts';
import { checkPlan, describeRun } from '../../resources/backtests/prepare-backtest.ts';
import { defineOperation } from '../operation.ts';
import { BacktestTerms, planOf } from './backtest-terms.ts';

export const runBacktest = defineOperation({
  id: 'backtests.run',
  summary:
    'Queue a backtest of a strategy, with costs; the job tells how far it is, and the run says whether to believe it.',
  input: z.object(BacktestTerms),
  output: z.object({
    runId: z.string(),
    jobId: z.string(),
    state: z.enum(['queued', 'running', 'succeeded', 'failed', 'cancelled']),
  }),
  scope: 'backtests:write',
  needs: ['jobDesk', 'clock', 'codeVersion', 'files', 'marketData', 'ownStrategies'],
  http: {
    method: 'POST',
    path: '/backtests',
    status: 202,
    isHeavy: true,
    takesIdempotencyKey: true,
    examples: [
      {
        summary: 'A crossover on Apple’s daily prices',
        input: { symbol: 'AAPL', strategy: 'sma-crossover', params: { fast: 20, slow: 100 }, from: '2014-01-01' },
      },
    ],
    problems: [
      { code: 'strategies.unknown', kind: 'not-found', when: 'the strategy is none of the catalog' },
      { code: 'strategies.bad-param', kind: 'invalid', when: 'a parameter is out of its domain' },
      { code: 'own-strategies.outside', kind: 'denied', when: 'the file is not below my/' },
      { code: 'market-data.unknown-symbol', kind: 'not-found', when: 'no provider has the symbol' },
      { code: 'market-data.bad-range', kind: 'invalid', when: 'the range ends before it begins' },
      { code: 'backtests.not-tradable', kind: 'invalid', when: 'the symbol can only be charted' },
      { code: 'backtests.too-short', kind: 'invalid', when: 'there are too few bars for a first opinion' },
    ],
  },
  run: async ({ jobDesk, codeVersion, ownStrategies, ...sources }, terms, caller) => {
    const plan = planOf(terms, null);
    const isOwn = ownStrategies.isPath(plan.strategy.name);
    if (isOwn && caller.door !== 'cli' && !ownStrategies.list().includes(plan.strategy.name)) {
      throw new CandorError('own-strategies.outside', {
        kind: 'denied',
        message: `"strategy" must be one of your own below my/ (${ownStrategies.list().join(', ') || 'there is none yet'}); "${plan.strategy.name}" is not.`,
      });
    }
    // What is wrong is said now, and not by a job that fails later. A file of the person's own is run in its thread only.
    if (isOwn) {
      ownStrategies.locate(plan.strategy.name);
      await loadPlanBars(sources, plan.data);
    } else describeRun(await checkPlan(ownStrategies, plan), await loadPlanBars(sources, plan.data), codeVersion());
    const row = await jobDesk.request(runBacktestJob, plan, caller.door);
    return { runId: row.id, jobId: row.id, state: row.state };
  },
});
