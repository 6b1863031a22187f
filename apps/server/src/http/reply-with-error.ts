import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Fault } from '../operations/bad-input.ts';
import { nameFault, pathOf } from './fastify-faults.ts';
import { PROBLEM_MEDIA_TYPE, type Problem, problemOf } from './problem.ts';

const RETRY_AFTER_SECONDS = 2;

/** Answers a request with the problem that an error is, and tells the log what was not expected. */
export function replyWithError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  faults: readonly Fault[] = [],
): void {
  const named = nameFault(error, request);
  const problem = problemOf(named, { path: pathOf(request), requestId: request.id }, faults);
  if (problem.status >= 500) {
    request.log[problem.status === 500 ? 'error' : 'warn']({ err: named }, 'request failed');
  }
  replyWithProblem(problem, reply);
}

/** Answers a request with a problem. */
function replyWithProblem(problem: Problem, reply: FastifyReply): void {
  if (problem.status === 503 && !reply.hasHeader('retry-after')) reply.header('retry-after', RETRY_AFTER_SECONDS);
  reply
    .code(problem.status)
    .header('content-type', PROBLEM_MEDIA_TYPE)
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problem));
}
