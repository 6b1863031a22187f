import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import type { Bench, Measurement } from './bench.ts';
import { createInProcessServer } from './in-process-server.ts';

const REQUESTS = 500;
const DASHBOARD = join(import.meta.dirname, '../apps/web/out');

let app: FastifyInstance | undefined;
const agent = new Agent({ keepAlive: true });

/** How long the dashboard's first page takes to arrive whole, as a browser takes it. */
export const pageBenches: readonly Bench[] = [
  {
    id: 'page.shell',
    unit: 'ms',
    work: `p99 of ${REQUESTS} requests of /, one after the other, to the last byte, compressed as a browser asks for it`,
    warmUpRuns: 2,
    run: async () => measure(`${await origin()}/`),
    close: async () => {
      agent.destroy();
      await app?.close();
    },
  },
];

async function origin(): Promise<string> {
  if (app === undefined) {
    if (!existsSync(join(DASHBOARD, 'index.html'))) throw new Error('There is no dashboard yet: npm run build.');
    app = await createInProcessServer({ dashboard: DASHBOARD });
    await app.listen({ host: '127.0.0.1', port: 0 });
  }
  return app.listeningOrigin;
}

async function measure(url: string): Promise<Measurement> {
  const took: number[] = [];
  let body = Buffer.alloc(0);
  for (let i = 0; i < REQUESTS; i++) {
    const beganAt = performance.now();
    body = await bodyOf(url);
    took.push(performance.now() - beganAt);
  }
  const html = brotliDecompressSync(body);
  return {
    value: took.toSorted((a, b) => a - b)[Math.floor(REQUESTS * 0.99)]!,
    fingerprint: createHash('sha256').update(html).digest('hex').slice(0, 16),
  };
}

function bodyOf(url: string): Promise<Buffer<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { 'accept-encoding': 'gzip, deflate, br, zstd' } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}.`));
      buffer(response).then(resolve, reject);
    }).on('error', reject);
  });
}
