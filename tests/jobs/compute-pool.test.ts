import { existsSync, readFileSync, writeFileSync } from 'node:fs';
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

// A loop that leaves a sign of life every few milliseconds.
const BEAT = `
import { writeFileSync } from 'node:fs';
let beatenAt = 0;
function beat() {
  if (performance.now() < beatenAt + 5) return;
  beatenAt = performance.now();
  writeFileSync(new URL('./beat', import.meta.url), String(beatenAt));
}
`;

beforeAll(() => {
  folder = makeScratchFolder('compute-pool-');
  writeFiles(folder, {
    'endless.ts': `${BEAT}${strategy('endless', 'for (;;) beat();')}`,
    'hungry.ts': strategy('hungry', 'const eaten = []; while (true) eaten.push({ close: view.close, eaten });'),
    'leaving.ts': strategy('leaving', 'process.exit(3);'),
    'failing.ts': strategy('failing', 'return view.nothing.here;'),
    'looping.ts': `${BEAT}for (;;) beat();\n`,
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
    const line = ['backtest', '--symbol', 'AAPL', '--strategy', 'sma-crossover', '--from', '2014-01-01'];
    expect(runCandor(folder, ...line, '--out', 'run.json').err).toBe('');
    const byCommand = BacktestDocument.parse(JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8')));
    const { trials } = byCommand.manifest;
    const plan = { ...planOf('sma-crossover', { data: { from: '2014-01-01' } }), trials };
    const steps: ComputeStep[] = [];
    const inThread = await runInThread(plan, undefined, (step) => steps.push(step));
    const inProcess = performBacktest(await prepareBacktest(sources, plan), {
      signal: new AbortController().signal,
      progress: () => undefined,
    });
    expect(inThread).toEqual(inProcess);
    expect(inThread.fingerprint).toBe(byCommand.fingerprint);
    expect(steps.at(-1)).toEqual({
      done: 4 * inThread.manifest.data.bars,
      total: 4 * inThread.manifest.data.bars,
      of: 'bars',
    });
  });

  it('makes a document of the first version again as that version made it, so that one that was kept can be verified', async () => {
    const prepared = await prepareBacktest(sources, planOf('sma-crossover', { data: { from: '2014-01-01' } }));
    const watch = { signal: new AbortController().signal, progress: () => undefined };
    const first = performBacktest(prepared, watch, 'candor-result/1');
    const { bars, manifest } = prepared;
    const task = { manifest, bars, schema: first.schema };
    expect((await pool.run('backtests.run', task, { signal: watch.signal })).fingerprint).toBe(first.fingerprint);
    expect(Object.keys(first.assessment).toSorted()).toEqual(
      'drawdowns metrics monthlyReturns observations sharpeInterval verdict warnings'.split(' '),
    );
    for (const added of ['costSensitivity', 'split', 'fan', 'ambiguousBars']) expect(first).not.toHaveProperty(added);
    expect(first.trades[0]).not.toHaveProperty('worst');

    const verified = (document: unknown): { readonly ok: boolean } => {
      writeFileSync(join(folder, 'first.json'), JSON.stringify(document));
      return JSON.parse(runCandor(folder, 'verify', 'first.json', '--json').out);
    };
    expect(verified(first)).toMatchObject({ ok: true });
    // What the version did not have is not taken on trust when somebody writes it in.
    expect(verified({ ...first, ambiguousBars: 0 })).toMatchObject({ ok: false });
  });

  it.each(['./endless.ts', './looping.ts'])('ends %s within two seconds of being asked, and works on', async (name) => {
    const stop = new AbortController();
    const running = runInThread(planOf(name), stop.signal);
    const askedAt = await untilBeating().finally(() => stop.abort(new Error('enough')));
    await expect(running).rejects.toThrow('enough');
    await expect.poll(isBeating, { timeout: 2_000, interval: 0 }).toBe(false);
    expect(performance.now() - askedAt).toBeLessThan(2_000);
    expect((await runInThread(planOf('sma-crossover'))).schema).toBe('candor-result/2');
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
    expect((await runInThread(planOf('sma-crossover'))).schema).toBe('candor-result/2');
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
    await untilBeating();
    const waiting = runInThread(planOf('sma-crossover'), second.signal);
    await expect.poll(() => pool.load.waiting).toBe(1);
    second.abort(new Error('changed my mind'));
    await expect(waiting).rejects.toThrow('changed my mind');
    expect(pool.load).toEqual({ running: 1, waiting: 0 });
    first.abort(new Error('enough'));
    await expect(endless).rejects.toThrow('enough');
  });
});

function lastBeat(): string {
  return existsSync(join(folder, 'beat')) ? readFileSync(join(folder, 'beat'), 'utf8') : '';
}

async function isBeating(): Promise<boolean> {
  const before = lastBeat();
  await wait(200);
  return lastBeat() !== before;
}

/** Resolves with the time when a loop is seen to run. */
async function untilBeating(): Promise<number> {
  await expect.poll(isBeating, { timeout: 30_000, interval: 0 }).toBe(true);
  return performance.now();
}
