import { CandorError } from '@candor/domain/candor-error';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Container } from '../container.ts';
import { invoke } from '../operations/invoke.ts';
import type { Caller, HttpMount, Operation } from '../operations/operation.ts';
import { fingerprintJson } from '../resources/fingerprint.ts';
import type { RateLimiter } from '../resources/rate-limiter.ts';
import { KEPT_CACHE_CONTROL } from './answer-kept.ts';
import { checkInput } from './check-input.ts';
import { entityTag, hasTag } from './entity-tag.ts';
import { pathOf } from './fastify-faults.ts';
import { type Answer, type IdempotentRequests, parseIdempotencyKey } from './idempotent-requests.ts';
import { takeTextBodies } from './json-body.ts';
import type { KeptAnswers } from './kept-answers.ts';
import { API_ROOT, type MountedOperation } from './mounted-operation.ts';
import { PROBLEM_MEDIA_TYPE, problemOf } from './problem.ts';
import { countAgainst, type RateClass, rateClassOf } from './rate-limits.ts';
import { createInputReader, type RequestParts } from './read-input.ts';
import { replyWithError } from './reply-with-error.ts';
import { whileWaitedFor } from './while-waited-for.ts';

const JSON_MEDIA_TYPE = 'application/json; charset=utf-8';

export interface MountDependencies {
  readonly container: Container;
  readonly rateLimiter: RateLimiter<RateClass>;
  readonly idempotentRequests: IdempotentRequests;
  readonly kept: KeptAnswers;
  /** An answer that takes longer is given up. */
  readonly timeoutMs: number;
}

interface Said {
  Params: RequestParts['params'];
  Querystring: RequestParts['query'];
  Body: unknown;
}

/** Mounts an operation where it says. Throws at once when the mount cannot work. */
export async function mountOperation(
  app: FastifyInstance,
  operation: MountedOperation,
  dependencies: MountDependencies,
): Promise<void> {
  const { id, http: mount, input } = operation;
  const { method, path, rawBody } = mount;
  const readInput = createInputReader(id, input, mount);
  const answer = answererOf(operation, dependencies);
  const url = `${API_ROOT}${path.replace(/\{(\w+)\}/g, ':$1')}`;
  await app.register(async (room) => {
    if (rawBody !== undefined) takeTextBodies(room, rawBody.contentType);
    room.route<Said>({
      method,
      url,
      ...(rawBody !== undefined && { bodyLimit: rawBody.maxBytes }),
      config: { ...(rawBody !== undefined && { bodyType: rawBody.contentType }) },
      onRequest: countAgainst(dependencies.rateLimiter, rateClassOf(mount)),
      handler: async (request, reply) => {
        const gathered = readInput(request);
        const refusal = checkInput(input, gathered);
        if (refusal !== undefined) {
          replyWithError(refusal.error, request, reply, refusal.faults);
          return reply;
        }
        const { status, body, isReplayed = false } = await answer(gathered.raw, request, reply);
        if (isReplayed) reply.header('idempotency-replayed', 'true');
        const text = JSON.stringify(body);
        if (method !== 'GET') {
          return reply
            .code(status)
            .type(status < 400 ? JSON_MEDIA_TYPE : PROBLEM_MEDIA_TYPE)
            .send(text);
        }
        const tag = entityTag(text);
        if (mount.isConstant) {
          dependencies.kept.keep(request.url, { body: Buffer.from(text), tag, route: url });
          reply.header('cache-control', KEPT_CACHE_CONTROL);
        }
        reply.header('etag', tag);
        if (hasTag(request.headers['if-none-match'], tag)) return reply.code(304).send();
        return reply.type(JSON_MEDIA_TYPE).send(text);
      },
    });
  });
}

interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly isReplayed?: boolean;
}

/** Returns what carries out an operation for a request: as often as it is asked for, or once for a key. */
function answererOf(
  operation: MountedOperation,
  { container, idempotentRequests, timeoutMs }: MountDependencies,
): (raw: unknown, request: FastifyRequest<Said>, reply: FastifyReply) => Promise<Reply> {
  const { id, http: mount } = operation;
  const run = async (raw: unknown, signal: AbortSignal): Promise<Reply> => ({
    status: mount.status ?? 200,
    body: await invoke(operation, container, raw, callerOf(container, signal)),
  });
  return async (raw, request, reply) => {
    const key = keyOf(request, mount);
    // A key is held until the work is over, which may be after the client stopped waiting for it.
    return whileWaitedFor(reply, timeoutMs, (signal) =>
      key === undefined
        ? run(raw, signal)
        : idempotentRequests.once(
            { key, operation: id, sha256: fingerprintJson(raw) },
            async () => asAnswer(await run(raw, signal)),
            (error) => lastingAnswer(error, request),
            (error) => request.log.warn({ err: error, operation: id }, 'idempotency key left open'),
          ),
    );
  };
}

/** Returns the caller that stands for a request. */
function callerOf(container: Container, signal: AbortSignal): Caller {
  const caller: Caller = {
    door: 'http',
    userId: 'local',
    signal,
    progress: () => {},
    // What an operation may need is a part of the container, whichever part that is.
    call: (operation, input) => invoke(operation as unknown as Operation<unknown, never>, container, input, caller),
  };
  return caller;
}

/** Returns the key of a request. One that would be ignored is refused: who sends it counts on it. */
function keyOf(
  { headers }: FastifyRequest<Said>,
  { method, takesIdempotencyKey = false }: HttpMount,
): string | undefined {
  const key = headers['idempotency-key'];
  if (key === undefined || method === 'GET') return undefined;
  if (takesIdempotencyKey) return parseIdempotencyKey(String(key));
  throw new CandorError('http.bad-idempotency-key', {
    kind: 'invalid',
    message: 'This operation takes no Idempotency-Key; a repeat of it does no harm or is refused.',
  });
}

/** Returns the answer to keep for a failure: a refusal stays one, while what may go better next time is not kept. */
function lastingAnswer(error: unknown, request: FastifyRequest<Said>): Answer | undefined {
  if (!(error instanceof CandorError) || error.kind === 'retry') return undefined;
  const problem = problemOf(error, { path: pathOf(request), requestId: request.id });
  return asAnswer({ status: problem.status, body: problem });
}

const AnyJson = z.json();

/** Returns an answer as it will be read: what JSON leaves out is left out. */
function asAnswer({ status, body }: Reply): Answer {
  return { status, body: AnyJson.parse(JSON.parse(JSON.stringify(body))) };
}
