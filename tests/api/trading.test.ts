import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { WholeServer } from './whole-server.ts';
let server: WholeServer;
beforeAll(async () => {
  const t = performance.now();
  server = await WholeServer.start();
  console.log('start', performance.now() - t);
}, 120_000);
afterAll(() => server?.stop());
it('x', async () => {
  console.log(await server.send('GET', '/system'));
  console.log(JSON.stringify(await server.send('GET', '/symbols')).slice(0, 1500));
});
