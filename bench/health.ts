import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { Bench, Measurement } from './bench.ts';
import { type StartedServer, startServer } from './started-server.ts';

const REQUESTS = 300;
const JOBS_AT_ONCE = 4;
const Queued = z.looseObject({ jobId: z.string() });
const Job = z.looseObject({ state: z.string() });

let running: Promise<{ readonly server: StartedServer; readonly directory: string }> | undefined;

/** How long the server takes to say that it is alive while its threads are busy with long backtests. */
export const healthBenches: readonly Bench[] = [
  {
    id: 'health.while-computing',
    unit: 'ms',
    work: `p99 of ${REQUESTS} requests of /health while ${JOBS_AT_ONCE} backtests of minute bars run`,
    warmUpRuns: 1,
    run: measure,
    close: async () => {
      const { server, directory } = await (running ?? Promise.reject(new Error('It was never started.')));
      await server.stop();
      rmSync(directory, { recursive: true });
    },
  },
];

async function measure(): Promise<Measurement> {
  running ??= open();
  const { server } = await running;
  const jobs: string[] = [];
  for (let i = 0; i < JOBS_AT_ONCE; i++) {
    const terms = { symbol: 'SYN-A', timeframe: '1m', strategy: 'sma-crossover', params: { fast: 5 + i, slow: 200 } };
    jobs.push(Queued.parse(await ask(server, 'POST', '/backtests', terms)).jobId);
  }
  const took: number[] = [];
  for (let i = 0; i < REQUESTS; i++) {
    const beganAt = performance.now();
    await (await fetch(`${server.url}/health`)).arrayBuffer();
    took.push(performance.now() - beganAt);
  }
  const states: string[] = [];
  for (const id of jobs) {
    states.push(Job.parse(await ask(server, 'GET', `/jobs/${id}`)).state);
    await ask(server, 'POST', `/jobs/${id}/cancel`, {});
  }
  if (!states.includes('running')) throw new Error(`No backtest was running at the end: ${states.join(', ')}.`);
  return { value: took.toSorted((a, b) => a - b)[Math.floor(REQUESTS * 0.99)]!, fingerprint: 'alive' };
}

async function open() {
  const directory = mkdtempSync(join(tmpdir(), 'candor-bench-'));
  return { directory, server: await startServer(directory) };
}

async function ask({ url }: StartedServer, method: string, path: string, body?: unknown): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/api${path}`, {
    method,
    ...(body === undefined ? {} : { headers, body: JSON.stringify(body) }),
  });
  return response.json();
}
