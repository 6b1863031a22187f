import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { WholeServer } from './whole-server.ts';

let server: WholeServer;
beforeAll(async () => {
  server = await WholeServer.start();
});
afterAll(() => server.stop());

it('tells the figures that are only looked at: connections of the pool, and jobs that wait', async () => {
  await vi.waitFor(async () => {
    const text = await (await fetch(`${server.origin}/metrics`)).text();
    expect(text).toMatch(/^candor_database_pool_connections\{state="idle"\} [01]$/m);
    expect(text).toMatch(/^candor_database_pool_connections\{state="waiting"\} \d+$/m);
    expect(text).toMatch(/^candor_jobs_waiting\{job="backtests\.run"\} 0$/m);
  });
});
