import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';

import { devNull } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { UnitOfWork } from '@candor/domain/ports/repositories';
import type { Container } from '@candor/server/container';
import { createHttpServer } from '@candor/server/http/create-http-server';
import { operationCatalog } from '@candor/server/operations/catalog';
import { HealthBoard } from '@candor/server/resources/health-board';
import { createLogger } from '@candor/server/resources/logger';
import { createMetrics } from '@candor/server/resources/metrics';
import { RateLimiter } from '@candor/server/resources/rate-limiter';
import { systemClock } from '@candor/server/resources/system-clock';
import fastify, { type FastifyInstance } from 'fastify';
import { destination } from 'pino';
import { z } from 'zod';
import type { Bench, Measurement } from './bench.ts';

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
  const endless = { limit: 1e9, windowSeconds: 60 };
  const app = await createHttpServer({
    operations: operationCatalog,
    // The operation that is read needs nothing of it.
    container: {} as Partial<Container> as Container,
    unitOfWork: {} as Partial<UnitOfWork> as UnitOfWork,
    logger: createLogger({
      level: 'info',
      to: destination({ dest: devNull, sync: true }),
    }),
    metrics: createMetrics({ version: '0', nodeVersion: process.version }),
    health: new HealthBoard(systemClock, []),
    rateLimiter: new RateLimiter({ limits: { read: endless, write: endless, heavy: endless } }),
    clock: systemClock,
    version: '0',
  });
  return listen(app);
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
