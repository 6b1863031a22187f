import { z } from 'zod';
import { BacktestDocument } from '../../resources/backtests/document-schema.ts';
import { loadPlanBars } from '../../resources/backtests/load-plan-bars.ts';
import { ManifestSchema } from '../../resources/backtests/manifest-schema.ts';
import { planAgain } from '../../resources/backtests/prepare-backtest.ts';
import { shareSeries } from '../../resources/share-series.ts';
import { defineOperation } from '../operation.ts';
import { Comparison, compareWithRerun } from './compare-with-rerun.ts';
import { findRun, RunId, UNKNOWN_RUN } from './run-problems.ts';

export const verifyBacktest = defineOperation({
  id: 'backtests.verify',
  summary: 'Run a stored backtest again from its manifest and compare data, code and every number of the result.',
  input: z.object({ runId: RunId }),
  output: z.object({
    runId: z.string(),
    /** Whether the same bars give the same result again, bit for bit. */
    ok: z.boolean(),
    comparisons: z.array(Comparison),
    manifest: ManifestSchema,
  }),
  scope: 'backtests:read',
  needs: ['unitOfWork', 'computePool', 'clock', 'codeVersion', 'files', 'marketData'],
  cli: {
    command: 'backtest verify',
    positionals: ['runId'],
    examples: [{ line: 'candor backtest verify 0198c7c2', shows: 'whether a stored run can be reproduced' }],
  },
  http: {
    method: 'POST',
    path: '/backtests/{runId}/verify',
    isHeavy: true,
    examples: [{ summary: 'Reproduce a run', input: { runId: '0198c7c2' } }],
    problems: [UNKNOWN_RUN],
  },
  run: async ({ unitOfWork, computePool, codeVersion, ...sources }, { runId }, { signal, progress }) => {
    const run = await unitOfWork.run((repositories) => findRun(repositories, runId));
    const kept = BacktestDocument.parse(run.document);
    const plan = planAgain(kept.manifest);
    const loaded = await loadPlanBars(sources, plan.data);
    const bars = { ...loaded, series: shareSeries(loaded.series) };
    const prepared = await computePool.run('backtests.prepare', { plan, bars, codeVersion: codeVersion() }, { signal });
    const manifest = { ...prepared, trials: kept.manifest.trials };
    // As the version that kept it would make it: a later one finds more, and its print is of all that it finds.
    const task = { manifest, bars, schema: kept.schema };
    const { document } = await computePool.run('backtests.run', task, { signal, onProgress: progress });
    const again = BacktestDocument.parse(JSON.parse(new TextDecoder().decode(document)));
    return { runId, ...compareWithRerun(kept, again), manifest: kept.manifest };
  },
});
