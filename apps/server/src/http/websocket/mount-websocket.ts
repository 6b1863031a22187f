import { CandorError } from '@candor/domain/candor-error';
import type { Clock } from '@candor/domain/ports/clock';
import type { EventBus } from '@candor/domain/ports/event-bus';
import websocket from '@fastify/websocket';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { replyWithError } from '../reply-with-error.ts';
import type { LoadSnapshot } from './followed-topic.ts';
import { LiveHub } from './live-hub.ts';
import { DEFAULT_LIVE_LIMITS, type LiveLimits } from './live-limits.ts';
import type { LiveMetrics } from './live-metrics.ts';

export interface LiveDependencies {
  readonly bus: EventBus;
  readonly clock: Clock;
  readonly loadSnapshot: LoadSnapshot;
  readonly metrics: LiveMetrics;
  /** Whether a request comes from where it may. Asked before the socket opens. */
  readonly isAllowed: (request: FastifyRequest) => boolean;
  readonly limits?: Partial<LiveLimits>;
}

// Beyond this the WebSocket layer stops reading; below it we can still say what is wrong.
const PAYLOADS_REFUSED_BY_WORD = 16;
const CLOSE_TIMEOUT_MS = 10_000;

/** Mounts the live channel at `/ws` and returns its hub, which closes with the server. */
export async function mountWebSocket(app: FastifyInstance, dependencies: LiveDependencies): Promise<LiveHub> {
  const { isAllowed } = dependencies;
  const limits = { ...DEFAULT_LIVE_LIMITS, ...dependencies.limits };
  const hub = new LiveHub({ ...dependencies, limits, onFault: (fault) => app.log.warn(fault, 'live channel') });
  const options = {
    maxPayload: limits.maxMessageBytes * PAYLOADS_REFUSED_BY_WORD,
    // Costs twice the processor and five times the memory, for clients that are mostly on this machine.
    perMessageDeflate: false,
    closeTimeout: CLOSE_TIMEOUT_MS,
  };
  await app.register(websocket, {
    options,
    // A frame that breaks the rules has been answered with a close code already; the log has no use for it.
    errorHandler: (error, _socket, request) => request.log.debug({ err: error }, 'live connection'),
    preClose: () => hub.close(),
  });
  // An upgrade that was refused before the plugin looked at it has a socket that nobody owns any more: it would outlive the server.
  app.addHook('onResponse', (request, _reply, done) => {
    if (request.raw.headers.upgrade?.toLowerCase() === 'websocket') request.raw.socket.destroy();
    done();
  });
  app.route({
    method: 'GET',
    url: '/ws',
    exposeHeadRoute: false,
    schema: { hide: true },
    onRequest: (request, reply, done) => {
      const refusal = isAllowed(request) ? (hub.hasRoom ? undefined : FULL) : FOREIGN;
      if (refusal === undefined) done();
      else replyWithError(refusal, request, reply);
    },
    handler: (_request, reply) => {
      reply.code(426).header('upgrade', 'websocket').type('text/plain').send('This address speaks WebSocket only.\n');
    },
    wsHandler: (socket, request) => hub.connect(socket, request.raw.socket, gathers(request)),
  });
  return hub;
}

const FOREIGN = new CandorError('http.foreign-origin', {
  kind: 'denied',
  message: 'The live channel is not open to this Host or Origin.',
});

const FULL = new CandorError('live.full', {
  kind: 'retry',
  message: 'The live channel has as many clients as it takes. Try again in a minute.',
});

function gathers({ query }: FastifyRequest): boolean {
  return typeof query === 'object' && query !== null && Reflect.get(query, 'gather') === '1';
}
