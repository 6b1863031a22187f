import { STATUS_CODES } from 'node:http';
import type { HttpMount, HttpProblem } from '../../operations/operation.ts';
import { PROBLEM_MEDIA_TYPE, statusOf } from '../problem.ts';
import type { JsonSchema } from './schema-book.ts';

/** Problems that stand between any request and its operation. */
const OF_EVERY_REQUEST: readonly HttpProblem[] = [
  { code: 'http.foreign-host', kind: 'denied', when: 'the Host is none of ours' },
  { code: 'http.foreign-origin', kind: 'denied', when: 'a page from elsewhere sent it' },
  {
    code: 'operations.bad-input',
    kind: 'invalid',
    when: 'a field is missing, unknown, or breaks its rule; `errors` has each',
  },
  { code: 'http.too-many-requests', kind: 'retry', when: 'there were too many; go on after Retry-After' },
  { code: 'http.timed-out', kind: 'retry', when: 'the answer took too long' },
  { code: 'storage.unavailable', kind: 'retry', when: 'the database is away; go on after Retry-After' },
];

const OF_A_JSON_BODY: readonly HttpProblem[] = [
  { code: 'http.not-json', kind: 'invalid', when: 'the body is not JSON' },
];

const OF_A_BODY: readonly HttpProblem[] = [
  { code: 'http.not-text', kind: 'invalid', when: 'the body is not UTF-8' },
  { code: 'http.too-large', kind: 'invalid', when: 'the body is too large' },
  { code: 'http.wrong-media-type', kind: 'invalid', when: 'the Content-Type is another' },
];

const OF_A_KEY: readonly HttpProblem[] = [
  { code: 'http.bad-idempotency-key', kind: 'invalid', when: 'the Idempotency-Key is no key' },
  { code: 'http.key-reused', kind: 'invalid', when: 'the Idempotency-Key belongs to another request' },
  {
    code: 'http.still-running',
    kind: 'conflict',
    when: 'the first request with this Idempotency-Key is still running',
  },
];

const WITH_RETRY_AFTER: ReadonlySet<string> = new Set(['429', '503']);

/** Returns the answers an operation may give instead of the wanted one, by status. */
export function problemResponses({
  method,
  rawBody,
  takesIdempotencyKey = false,
  problems = [],
}: HttpMount): Record<string, JsonSchema> {
  const hasBody = rawBody !== undefined || (method !== 'GET' && method !== 'DELETE');
  const all = [
    ...problems,
    ...OF_EVERY_REQUEST,
    ...(hasBody && rawBody === undefined ? OF_A_JSON_BODY : []),
    ...(hasBody ? OF_A_BODY : []),
    ...(takesIdempotencyKey ? OF_A_KEY : []),
  ];
  const byStatus = Map.groupBy(all, (problem) => String(statusOf(problem)));
  const responses = [...byStatus]
    .toSorted(([a], [b]) => Number(a) - Number(b))
    .map(([status, ofStatus]) => [
      status,
      {
        description: [
          `${STATUS_CODES[status]}.`,
          '',
          ...ofStatus.map(({ code, when }) => `- \`${code}\`: ${when}`),
        ].join('\n'),
        ...(WITH_RETRY_AFTER.has(status) && {
          headers: { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } },
        }),
        content: { [PROBLEM_MEDIA_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]);
  return { ...Object.fromEntries(responses), 500: { $ref: '#/components/responses/Unexpected' } };
}
