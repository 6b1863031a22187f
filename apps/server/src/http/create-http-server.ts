import { createServer, type RequestListener, type Server } from 'node:http';
import { CandorError } from '@candor/domain/candor-error';
import type { Clock } from '@candor/domain/ports/clock';
import type { UnitOfWork } from '@candor/domain/ports/repositories';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { Container } from '../container.ts';
import type { Operation } from '../operations/operation.ts';
import type { HealthBoard } from '../resources/health-board.ts';
import type { Metrics } from '../resources/metrics.ts';
import type { RateLimiter } from '../resources/rate-limiter.ts';
import { answerKept, type KeptDoor } from './answer-kept.ts';
import { DASHBOARD_ROUTE, mountDashboard } from './dashboard/mount-dashboard.ts';
import { entityTag, hasTag } from './entity-tag.ts';
import { noSuchRoute, pathOf } from './fastify-faults.ts';
import { mountHealthRoutes } from './health-routes.ts';
import { IdempotentRequests } from './idempotent-requests.ts';
import { takeJsonBodies } from './json-body.ts';
import { KeptAnswers } from './kept-answers.ts';
import { answerMalformed } from './malformed-requests.ts';
import { mountOperation } from './mount-operation.ts';
import { API_ROOT, mountedOf } from './mounted-operation.ts';
import { openApiOf } from './openapi/open-api-of.ts';
import type { RateClass } from './rate-limits.ts';
import { mountReferencePage } from './reference-page.ts';
import { replyWithError } from './reply-with-error.ts';
import { refuseForeign } from './request-guard.ts';
import { logRequests, requestIdOf } from './request-log.ts';
import { RouteTable } from './route-table.ts';
import { SECURITY_HEADERS } from './security-headers.ts';

export interface HttpLimits {
  /** Of a JSON body. An operation that takes files says its own. */
  readonly bodyBytes: number;
  readonly headerBytes: number;
  readonly urlCharacters: number;
  readonly connections: number;
  /** For the headers, and for the whole request, to arrive. */
  readonly headersTimeoutMs: number;
  readonly requestTimeoutMs: number;
  /** For an operation to answer. */
  readonly answerTimeoutMs: number;
  /** Between two requests of a connection. */
  readonly keepAliveMs: number;
}

const DEFAULT_HTTP_LIMITS: HttpLimits = {
  bodyBytes: 2 ** 20,
  headerBytes: 16 * 2 ** 10,
  urlCharacters: 4096,
  connections: 4000,
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 30_000,
  answerTimeoutMs: 30_000,
  keepAliveMs: 10_000,
};

export interface HttpDependencies {
  readonly operations: readonly Operation[];
  readonly container: Container;
  /** As pino has it. */
  readonly logger: FastifyBaseLogger;
  readonly metrics: Pick<Metrics, 'contentType' | 'text' | 'observeRequest'>;
  readonly health: HealthBoard;
  readonly rateLimiter: RateLimiter<RateClass>;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly version: string;
  /** `name:port` of a proxy before us. Loopback names with the port listened on are always allowed. */
  readonly allowedHosts?: readonly string[];
  readonly limits?: Partial<HttpLimits>;
  /** The folder that the dashboard was built into. */
  readonly dashboard?: string;
  /** Registers the live channel. */
  readonly mountLive?: (app: FastifyInstance) => Promise<void>;
}

/** Returns the server, ready to listen: the operations as REST below /api, their reference, health, and the dashboard. */
export async function createHttpServer(dependencies: HttpDependencies): Promise<FastifyInstance> {
  const { operations, container, logger, metrics, rateLimiter, unitOfWork, clock, version } = dependencies;
  const limits = { ...DEFAULT_HTTP_LIMITS, ...dependencies.limits };
  const mounted = mountedOf(operations);
  const allowedHosts = new Set(dependencies.allowedHosts);
  const kept = new KeptAnswers();
  const door = { kept, allowedHosts, rateLimiter, observe: metrics.observeRequest, logger };
  const app = createApp(logger, limits, door);
  const routes = new RouteTable();
  app.addHook('onRoute', ({ url, method }) => {
    if (url !== DASHBOARD_ROUTE) routes.add(url, [method].flat());
  });
  // What comes in while we close has to pass the framework, which hangs up after it.
  app.addHook('preClose', async () => kept.clear());
  logRequests(app, metrics.observeRequest);
  guard(app, allowedHosts, limits);
  takeJsonBodies(app);
  answerProblems(app, routes);

  // Before the live channel, which would otherwise accept an upgrade at any address that the dashboard's route takes.
  await mountDashboard(app, routes, dependencies.dashboard);
  await dependencies.mountLive?.(app);
  mountHealthRoutes(app, dependencies.health, metrics);
  const idempotentRequests = new IdempotentRequests(unitOfWork, clock, 2 * limits.answerTimeoutMs);
  const mount = { container, rateLimiter, idempotentRequests, kept, timeoutMs: limits.answerTimeoutMs };
  for (const operation of mounted) await mountOperation(app, operation, mount);
  const openApi = openApiOf(mounted, { version });
  mountDocument(app, JSON.stringify(openApi));
  await mountReferencePage(app, openApi);
  return app;
}

function createApp(logger: FastifyBaseLogger, limits: HttpLimits, door: KeptDoor): FastifyInstance {
  const app: FastifyInstance = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: requestIdOf,
    bodyLimit: limits.bodyBytes,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    routerOptions: { maxParamLength: 300 },
    serverFactory: (handle) => createNodeServer(answerKept(door, handle), limits),
    clientErrorHandler: (error, socket) => answerMalformed(error, socket),
    frameworkErrors: (error, request, reply) => {
      reply.headers(SECURITY_HEADERS);
      replyWithError(error, request, reply);
    },
  });
  return app;
}

function createNodeServer(handle: RequestListener, limits: HttpLimits): Server {
  const server: Server = createServer(
    {
      maxHeaderSize: limits.headerBytes,
      headersTimeout: limits.headersTimeoutMs,
      requestTimeout: limits.requestTimeoutMs,
      keepAliveTimeout: limits.keepAliveMs,
      connectionsCheckingInterval: Math.min(1000, limits.headersTimeoutMs),
      // A request without a Host gets the same kind of answer as any other.
      requireHostHeader: false,
      // Some clients offer HTTP/2 on every request; who does not take the offer answers as ever.
      shouldUpgradeCallback: ({ headers }) =>
        headers.upgrade?.toLowerCase() === 'websocket' && server.listenerCount('upgrade') > 0,
    },
    handle,
  );
  server.maxConnections = limits.connections;
  return server;
}

/** Looks at every request before anything else does, upgrades included. */
function guard(app: FastifyInstance, allowedHosts: ReadonlySet<string>, { urlCharacters }: HttpLimits): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(SECURITY_HEADERS).header('cache-control', 'no-store').header('x-request-id', request.id);
    const { raw } = request;
    const refusal = refuseForeign(raw, allowedHosts, raw.headers.upgrade !== undefined);
    if (refusal !== undefined) done(refusal);
    else if (request.url.length > urlCharacters) done(urlTooLong(urlCharacters));
    else done();
  });
}

function urlTooLong(most: number): CandorError {
  return new CandorError('http.url-too-long', {
    kind: 'invalid',
    message: `The address is longer than ${most} characters.`,
  });
}

function answerProblems(app: FastifyInstance, routes: RouteTable): void {
  app.setErrorHandler((error, request, reply) => replyWithError(error, request, reply));
  app.setNotFoundHandler((request, reply) => {
    const methods = routes.methodsAt(pathOf(request));
    if (methods.length === 0) return replyWithError(noSuchRoute(request), request, reply);
    const allow = [...methods, 'OPTIONS'].join(', ');
    reply.header('allow', allow);
    if (request.method === 'OPTIONS') return reply.code(204).send();
    const error = new CandorError('http.wrong-method', {
      kind: 'invalid',
      message: `${request.method} is not possible at ${pathOf(request)}; ${allow} is.`,
    });
    return replyWithError(error, request, reply);
  });
}

function mountDocument(app: FastifyInstance, document: string): void {
  const tag = entityTag(document);
  app.get(`${API_ROOT}/openapi.json`, async (request, reply) => {
    reply.header('etag', tag).header('cache-control', 'private, no-cache');
    if (hasTag(request.headers['if-none-match'], tag)) return reply.code(304).send();
    return reply.type('application/json; charset=utf-8').send(document);
  });
}
