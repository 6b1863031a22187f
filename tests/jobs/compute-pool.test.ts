import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createFallbackChain } from '@candor/market-data/fallback-chain';
import { bundled } from '@candor/market-data/providers/bundled';
import { generator } from '@candor/market-data/providers/generator';
import type { BacktestPlan } from '@candor/server/resources/backtests/backtest-plan';
import { BacktestDocument } from '@candor/server/resources/backtests/document-schema';
import { performBacktest } from '@candor/server/resources/backtests/perform-backtest';
import { prepareBacktest } from '@candor/server/resources/backtests/prepare-backtest';
import { type ComputePool, createComputePool } from '@candor/server/resources/compute-pool';
import type { ComputeStep } from '@candor/server/resources/compute-step';
import { createFiles } from '@candor/server/resources/files';
import { createOwnStrategies } from '@candor/server/resources/own-strategies';
import { systemClock } from '@candor/server/resources/system-clock';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCandor } from '../run-candor.ts';
import { makeScratchFolder, REPOSITORY, removeScratchFolder, writeFiles } from '../scratch-folder.ts';
import { planOf } from './plan-of.ts';

const marketData = createFallbackChain([bundled.open(), generator.open()]);

let folder: string;
let pool: ComputePool;
let sources: Parameters<typeof prepareBacktest>[0];

const strategy = (name: string, onBar: string): string => `
import { defineStrategy } from '@candor/strategies/define-strategy';
import { z } from 'zod';
export const mine = defineStrategy({
  id: '${name}', title: '${name}', summary: 'For a test.', params: z.object({}), warmup: () => 1,
  create: () => ({ parts: {}, memory: {}, onBar(view) { ${onBar} } }),
});
`;

beforeAll(() => {
  folder = makeScratchFolder('compute-pool-');
  writeFiles(folder, {
    'endless.ts': strategy('endless', 'while (true) view.close;'),
    'hungry.ts': strategy('hungry', 'const eaten = []; while (true) eaten.push({ close: view.close, eaten });'),
    'leaving.ts': strategy('leaving', 'process.exit(3);'),
    'failing.ts': strategy('failing', 'return view.nothing.here;'),
    'looping.ts': 'while (true);\n',
  });
  sources = {
    clock: systemClock,
    codeVersion: () => 'test',
    files: createFiles(folder),
    marketData,
    ownStrategies: createOwnStrategies(REPOSITORY, folder),
  };
  pool = createComputePool({ home: REPOSITORY, workingDirectory: folder, threads: 1, maxHeapMb: 96 });
});
afterAll(async () => {
  await pool.close();
  removeScratchFolder(folder);
});

async function runInThread(
  plan: BacktestPlan,
  signal = new AbortController().signal,
  onProgress?: (step: ComputeStep) => void,
): Promise<BacktestDocument> {
  const bars = (await pool.run('backtests.load', plan.data, { signal }))!;
  const manifest = await pool.run('backtests.prepare', { plan, bars, codeVersion: 'test' }, { signal });
  const options = { signal, ...(onProgress && { onProgress }) };
  const { document } = await pool.run('backtests.run', { manifest, bars }, options);
  return BacktestDocument.parse(JSON.parse(new TextDecoder().decode(document)));
}

describe('the compute pool', () => {
  it('gives the same backtest as the same process and as the command line, to the last bit', async () => {
    const plan = planOf('sma-crossover', { data: { from: '2014-01-01' } });
    const steps: ComputeStep[] = [];
    const inThread = await runInThread(plan, undefined, (step) => steps.push(step));
    const inProcess = performBacktest(await prepareBacktest(sources, plan), {
      signal: new AbortController().signal,
      progress: () => undefined,
    });
    expect(inThread).toEqual(inProcess);
    const line = ['backtest', '--symbol', 'AAPL', '--strategy', 'sma-crossover', '--from', '2014-01-01'];
    expect(runCandor(folder, ...line, '--out', 'run.json').err).toBe('');
    expect(inThread.fingerprint).toBe(JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8')).fingerprint);
    expect(steps.at(-1)).toEqual({
      done: 2 * inThread.manifest.data.bars,
      total: 2 * inThread.manifest.data.bars,
      of: 'bars',
    });
  });

  it.each(['./endless.ts', './looping.ts'])('ends %s within two seconds of being asked, and works on', async (name) => {
    const stop = new AbortController();
    const running = runInThread(planOf(name), stop.signal);
    await expect.poll(() => pool.load.running).toBe(1);
    await untilBusy();
    const askedAt = performance.now();
    stop.abort(new Error('enough'));
    await expect(running).rejects.toThrow('enough');
    await expect.poll(cpuShare, { timeout: 2_000, interval: 0 }).toBeLessThan(0.5);
    expect(performance.now() - askedAt).toBeLessThan(2_000);
    expect((await runInThread(planOf('sma-crossover'))).schema).toBe('candor-result/1');
  });

  it.each([
    ['eats all memory', './hungry.ts', /needed more than the 96 MB/],
    ['leaves', './leaving.ts', /ended before it was done/],
  ])('outlives a thread that %s, and says that it may be tried again', async (_what, name, message) => {
    await expect(runInThread(planOf(name))).rejects.toMatchObject({
      code: 'compute.thread-died',
      kind: 'retry',
      message: expect.stringMatching(message),
    });
    expect((await runInThread(planOf('sma-crossover'))).schema).toBe('candor-result/1');
  });

  it('does not wait for a thread that cannot start', async () => {
    const tiny = createComputePool({ home: REPOSITORY, workingDirectory: folder, threads: 1, maxHeapMb: 4 });
    const { signal } = new AbortController();
    for (let i = 0; i < 2; i++) {
      await expect(tiny.run('backtests.load', planOf('sma-crossover').data, { signal })).rejects.toMatchObject({
        code: 'compute.thread-died',
      });
    }
    await tiny.close();
  });

  it('tells what a person’s own strategy did wrong, and where', async () => {
    await expect(runInThread(planOf('./failing.ts'))).rejects.toMatchObject({
      code: 'backtests.strategy-failed',
      kind: 'invalid',
      message: expect.stringMatching(/^\.\/failing\.ts, line 6, failed while it ran: TypeError: /),
    });
  });

  it('hands on the refusals of a plan as they are', async () => {
    await expect(runInThread(planOf('sma-crosover'))).rejects.toMatchObject({
      code: 'strategies.unknown',
      kind: 'not-found',
    });
  });

  it('lets one that waits for a thread go without having begun', async () => {
    const [first, second] = [new AbortController(), new AbortController()];
    const endless = runInThread(planOf('./endless.ts'), first.signal);
    await untilBusy();
    const waiting = runInThread(planOf('sma-crossover'), second.signal);
    await expect.poll(() => pool.load.waiting).toBe(1);
    second.abort(new Error('changed my mind'));
    await expect(waiting).rejects.toThrow('changed my mind');
    expect(pool.load).toEqual({ running: 1, waiting: 0 });
    first.abort(new Error('enough'));
    await expect(endless).rejects.toThrow('enough');
  });
});

/** Processor seconds a second of this whole process, its threads included. */
async function cpuShare(): Promise<number> {
  const before = process.cpuUsage();
  const from = performance.now();
  await wait(100);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / (performance.now() - from);
}

async function untilBusy(): Promise<void> {
  await expect.poll(cpuShare, { timeout: 20_000, interval: 0 }).toBeGreaterThan(0.8);
}
