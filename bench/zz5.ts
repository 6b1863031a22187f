import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createHttpServer } from '@candor/server/http/create-http-server';
import { operationCatalog } from '@candor/server/operations/catalog';
import { HealthBoard } from '@candor/server/resources/health-board';
import { createLogger } from '@candor/server/resources/logger';
import { createMetrics } from '@candor/server/resources/metrics';
import { RateLimiter } from '@candor/server/resources/rate-limiter';
import { systemClock } from '@candor/server/resources/system-clock';
import fastify from 'fastify';
import { destination, pino } from 'pino';

const endless = { limit: 1e9, windowSeconds: 60 };
const sync = destination({ dest: '/dev/null', sync: true });
const base = () => ({
  operations: operationCatalog.filter((o) => o.id === 'indicators.list'),
  container: {} as any,
  unitOfWork: {} as any,
  logger: createLogger({ level: 'info', to: sync }),
  metrics: createMetrics({ version: '0', nodeVersion: '1' }) as any,
  health: new HealthBoard(systemClock, []),
  rateLimiter: new RateLimiter({ limits: { read: endless, write: endless, heavy: endless } }) as any,
  clock: systemClock,
  version: '0',
});
const v = { allowed: true, limit: 1, remaining: 1, resetSeconds: 1, windowSeconds: 1 };
const variants: Record<string, () => any> = {
  empty: async () => {
    const a = fastify();
    a.get('/api/indicators', async () => ({ ok: true }));
    return a;
  },
  full: () => createHttpServer(base()),
  silent: () => createHttpServer({ ...base(), logger: createLogger({ level: 'silent', to: sync }) }),
  bare: () => createHttpServer({ ...base(), logger: pino({ base: null }, sync) }),
  bareNowhere: () => createHttpServer({ ...base(), logger: pino({ base: null }, { write() {} } as any) }),
  nowhere: () => createHttpServer({ ...base(), logger: createLogger({ level: 'info', to: { write() {} } as any }) }),
  async: () =>
    createHttpServer({
      ...base(),
      logger: createLogger({ level: 'info', to: destination({ dest: '/dev/null', sync: false, minLength: 4096 }) }),
    }),
};
const autocannon = fileURLToPath(import.meta.resolve('autocannon'));
const best: Record<string, number> = {};
const apps: any[] = [];
for (const [name, make] of Object.entries(variants)) {
  const app = await make();
  apps.push([name, await app.listen({ host: '127.0.0.1', port: 0 })]);
}
for (let round = 0; round < 5; round++)
  for (const [name, url] of apps) {
    const c = process.cpuUsage();
    const { stdout } = await promisify(execFile)(process.execPath, [
      autocannon,
      '--json',
      '-c',
      '32',
      '-d',
      '1',
      url + '/api/indicators?find=rsi',
    ]);
    const u = process.cpuUsage(c);
    const n = JSON.parse(stdout)['2xx'];
    best[name] = Math.min(best[name] ?? 1e9, (u.user + u.system) / n);
  }
console.log(best);
process.exit(0);
