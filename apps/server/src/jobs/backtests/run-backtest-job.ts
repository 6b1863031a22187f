import type { JobRow, Trial } from '@candor/domain/ports/repositories';
import { dayFromIso } from '@candor/domain/time';
import type { LoadedSeries } from '@candor/market-data/load-series';
import { z } from 'zod';
import { BacktestPlan } from '../../resources/backtests/backtest-plan.ts';
import { configurationOf, datasetOf } from '../../resources/backtests/configuration-of.ts';
import { loadPlanBars } from '../../resources/backtests/load-plan-bars.ts';
import { shareSeries } from '../../resources/share-series.ts';
import { defineJob } from '../define-job.ts';

/** Backtests a plan in a thread and keeps the run under the id of the job. */
export const runBacktestJob = defineJob({
  id: 'backtests.run',
  summary: 'Backtest a strategy in a thread of the compute pool and keep the run.',
  input: BacktestPlan,
  output: z.object({ runId: z.string(), fingerprint: z.string() }),
  concurrency: 4,
  attempts: 3,
  backoffMs: 2_000,
  timeoutMs: 60 * 60_000,
  needs: ['clock', 'codeVersion', 'computePool', 'files', 'marketData', 'unitOfWork'],
  run: async ({ clock, codeVersion, computePool, unitOfWork, ...sources }, plan, { jobId, signal, progress }) => {
    const fetch = async (): Promise<LoadedSeries> => {
      const loaded = await loadPlanBars({ clock, ...sources }, plan.data);
      return { ...loaded, series: shareSeries(loaded.series) };
    };
    const bars = (await computePool.run('backtests.load', plan.data, { signal })) ?? (await fetch());
    const described = { plan, bars, codeVersion: codeVersion() };
    const untried = await computePool.run('backtests.prepare', described, { signal });
    const counted = await unitOfWork.run(async ({ jobs, trials }) => {
      const row = await jobs.find(jobId);
      return trials.register({
        dataset: datasetOf(untried),
        from: dayFromIso(untried.data.from),
        to: dayFromIso(untried.data.to),
        configurationSha256: configurationOf(untried),
        by: TRIED_BY[row?.requestedBy ?? 'schedule'],
        at: clock.now(),
      });
    });
    // Whoever tried more elsewhere may say so; fewer than were counted were not tried.
    const manifest = { ...untried, trials: Math.max(counted, plan.trials ?? 1) };
    const computed = await computePool.run('backtests.run', { manifest, bars }, { signal, onProgress: progress });
    signal.throwIfAborted();
    const { document, fingerprint, headline } = computed;
    const run = {
      id: jobId,
      jobId,
      manifest,
      document,
      fingerprint,
      tags: [],
      note: '',
      createdAt: clock.now(),
    };
    // Of a job that was run twice the first run stays; it is the same.
    await unitOfWork.run(({ runs }) => runs.save(run, headline));
    return { runId: jobId, fingerprint };
  },
});

const TRIED_BY: Readonly<Record<JobRow['requestedBy'], Trial['by']>> = {
  cli: 'cli',
  http: 'http',
  mcp: 'mcp',
  schedule: 'sweep',
};
