import { isoFromInstant } from '@candor/domain/time';
import type { FastifyInstance } from 'fastify';
import type { HealthBoard } from '../resources/health-board.ts';
import type { Metrics } from '../resources/metrics.ts';

const RETRY_AFTER_SECONDS = 1;

/** Mounts what watches the process from outside: alive, ready, and its figures. None of them touches the database. */
export function mountHealthRoutes(
  app: FastifyInstance,
  board: HealthBoard,
  metrics: Pick<Metrics, 'contentType' | 'text'>,
): void {
  app.get('/health', async () => ({ status: 'alive' }));
  app.get('/ready', async (_request, reply) => {
    const { isReady, components } = board.state();
    if (!isReady) reply.code(503).header('retry-after', RETRY_AFTER_SECONDS);
    return {
      status: isReady ? 'ready' : 'not-ready',
      components: components.map(({ name, state, reason, since }) => ({
        name,
        state,
        reason: reason ?? null,
        since: isoFromInstant(since),
      })),
    };
  });
  app.get('/metrics', async (_request, reply) => reply.type(metrics.contentType).send(await metrics.text()));
}
