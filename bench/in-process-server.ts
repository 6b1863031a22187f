import { devNull } from 'node:os';
import type { UnitOfWork } from '@candor/domain/ports/repositories';
import type { Container } from '@candor/server/container';
import { createHttpServer, type HttpDependencies } from '@candor/server/http/create-http-server';
import { operationCatalog } from '@candor/server/operations/catalog';
import { HealthBoard } from '@candor/server/resources/health-board';
import { createLogger } from '@candor/server/resources/logger';
import { createMetrics } from '@candor/server/resources/metrics';
import { RateLimiter } from '@candor/server/resources/rate-limiter';
import { systemClock } from '@candor/server/resources/system-clock';
import type { FastifyInstance } from 'fastify';
import { destination } from 'pino';

/** Returns the HTTP server in this process with everything that guards, counts, limits and logs, for what needs nothing of the container. */
export function createInProcessServer(changes: Partial<HttpDependencies> = {}): Promise<FastifyInstance> {
  const endless = { limit: 1e9, windowSeconds: 60 };
  return createHttpServer({
    operations: operationCatalog,
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
    ...changes,
  });
}
