import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import fastify, { type FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Bench, Measurement } from './bench.ts';
import { createInProcessServer } from './in-process-server.ts';

const SECONDS = 2;
const CONNECTIONS = 32;
const READ = '/api/indicators?find=rsi';

const Report = z.looseObject({
  requests: z.looseObject({ average: z.number() }),
  '2xx': z.int(),
  non2xx: z.int(),
  errors: z.int(),
});

const apps: FastifyInstance[] = [];
let read: Promise<string> | undefined;
let empty: Promise<string> | undefined;

/** What is left of Fastify's speed when a read passes everything that guards, counts, limits and logs it. */
export const httpBenches: readonly Bench[] = [
  {
    id: 'http.read',
    unit: 'requests/s',
    work: `GET ${READ}, kept answer, ${CONNECTIONS} connections for ${SECONDS} s from another process, log at info`,
    warmUpRuns: 2,
    run: async () => {
      read ??= startApi();
      return load(`${await read}${READ}`);
    },
    peer: {
      name: 'an empty Fastify route',
      run: async () => {
        empty ??= startEmpty();
        return load(`${await empty}/?find=rsi`);
      },
    },
    close: async () => {
      for (const app of apps) await app.close();
    },
  },
];

async function startApi(): Promise<string> {
  return listen(await createInProcessServer());
}

function startEmpty(): Promise<string> {
  const app = fastify();
  app.get('/', async () => ({ ok: true }));
  return listen(app);
}

function listen(app: FastifyInstance): Promise<string> {
  apps.push(app);
  return app.listen({ host: '127.0.0.1', port: 0 });
}

async function load(url: string): Promise<Measurement> {
  const body = await (await fetch(url)).text();
  const autocannon = fileURLToPath(import.meta.resolve('autocannon'));
  const args = [autocannon, '--json', '-c', String(CONNECTIONS), '-d', String(SECONDS), url];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const report = Report.parse(JSON.parse(stdout));
  if (report.non2xx + report.errors > 0) throw new Error(`${url}: ${report.non2xx} refused, ${report.errors} failed.`);
  return { value: report.requests.average, fingerprint: createHash('sha256').update(body).digest('hex').slice(0, 16) };
}
