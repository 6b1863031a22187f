import { STATUS_CODES } from 'node:http';
import type { HttpMount } from '../../operations/operation.ts';
import { API_ROOT, type MountedOperation } from '../mounted-operation.ts';
import { PROBLEM_MEDIA_TYPE } from '../problem.ts';
import { type FieldPlace, placesOf } from '../read-input.ts';
import { problemResponses } from './problem-responses.ts';
import { exampleLine } from './request-examples.ts';
import { type FieldSchema, type JsonSchema, pascalCase, SchemaBook } from './schema-book.ts';

export interface OpenApi {
  readonly openapi: '3.1.0';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly { readonly url: string }[];
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, JsonSchema>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, JsonSchema>>>>;
}

/** Returns the description of the API (OpenAPI 3.1), derived from what the operations say of themselves. */
export function openApiOf(operations: readonly MountedOperation[], { version }: { readonly version: string }): OpenApi {
  const book = new SchemaBook(operations);
  book.add('Problem', PROBLEM);
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const operation of operations) {
    const { method, path } = operation.http;
    const address = `${API_ROOT}${path}`;
    const methods = paths[address] ?? {};
    const key = method.toLowerCase();
    if (methods[key] !== undefined) throw new Error(`Two operations are mounted at ${method} ${address}.`);
    methods[key] = describeOperation(operation, book);
    paths[address] = methods;
  }
  const topics = [...new Set(operations.map(({ id }) => topicOf(id)))];
  return {
    openapi: '3.1.0',
    info: { title: 'Candor', version, description: ABOUT },
    servers: [{ url: '/' }],
    tags: topics.map((name) => ({ name })),
    paths,
    components: {
      schemas: book.components,
      parameters: { IdempotencyKey: IDEMPOTENCY_KEY },
      headers: HEADERS,
      responses: { Unexpected: UNEXPECTED },
    },
  };
}

function describeOperation(operation: MountedOperation, book: SchemaBook): JsonSchema {
  const { id, summary, http: mount, scope } = operation;
  const { status = 200, examples, takesIdempotencyKey = false } = mount;
  const { fields, output } = book.of(operation);
  const places = placesOf(mount, [...fields.keys()]);
  const parameters = [...fields].flatMap(([name, field]) => parameterOf(name, field, places.get(name), mount));
  const body = bodyOf(operation, book, places);
  return {
    operationId: operationIdOf(id),
    tags: [topicOf(id)],
    summary,
    description: examples.map((example) => `${example.summary}:\n\n    ${exampleLine(mount, example)}`).join('\n\n'),
    parameters: [...parameters, ...(takesIdempotencyKey ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : [])],
    ...(body !== undefined && { requestBody: body }),
    responses: { [status]: wantedResponse(mount, output), ...problemResponses(mount) },
    'x-codeSamples': examples.map((example) => ({
      lang: 'Shell',
      label: example.summary,
      source: exampleLine(mount, example),
    })),
    'x-scope': scope,
  };
}

function wantedResponse({ method, status = 200, takesIdempotencyKey }: HttpMount, output: JsonSchema): JsonSchema {
  const names = [
    'X-Request-Id',
    'RateLimit',
    ...(method === 'GET' ? ['ETag'] : []),
    ...(takesIdempotencyKey ? ['Idempotency-Replayed'] : []),
  ];
  return {
    description: STATUS_CODES[status],
    headers: Object.fromEntries(
      names.map((name) => [name, { $ref: `#/components/headers/${name.replaceAll('-', '')}` }]),
    ),
    content: { 'application/json': { schema: output } },
  };
}

function parameterOf(
  name: string,
  { schema, isRequired }: FieldSchema,
  place: FieldPlace | undefined,
  { examples }: HttpMount,
): JsonSchema[] {
  if (place !== 'path' && place !== 'query') return [];
  const { description, ...bare } = schema;
  const given = examples.filter(({ input }) => input[name] !== undefined);
  return [
    {
      name,
      in: place,
      required: place === 'path' || isRequired,
      ...(description !== undefined && { description }),
      schema: bare,
      ...(given.length > 0 && {
        examples: Object.fromEntries(
          given.map(({ summary, input }) => [keyOf(summary), { summary, value: input[name] }]),
        ),
      }),
    },
  ];
}

function bodyOf(
  { id, http: { rawBody, examples } }: MountedOperation,
  book: SchemaBook,
  places: ReadonlyMap<string, FieldPlace>,
): JsonSchema | undefined {
  const { fields } = book.of({ id });
  const inBody = [...fields].filter(([name]) => places.get(name) === 'body');
  if (inBody.length === 0) return undefined;
  if (rawBody !== undefined) {
    const { schema } = fields.get(rawBody.field)!;
    const given = examples.filter(({ input }) => input[rawBody.field] !== undefined);
    return {
      required: true,
      content: {
        [rawBody.contentType]: {
          schema,
          ...(given.length > 0 && {
            examples: Object.fromEntries(
              given.map(({ summary, input }) => [keyOf(summary), { summary, value: input[rawBody.field] }]),
            ),
          }),
        },
      },
    };
  }
  const required = inBody.filter(([, { isRequired }]) => isRequired).map(([name]) => name);
  const schema = book.add(`${pascalCase(id)}Body`, {
    type: 'object',
    properties: Object.fromEntries(inBody.map(([name, field]) => [name, field.schema])),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  });
  const value = (input: Readonly<Record<string, unknown>>): JsonSchema =>
    Object.fromEntries(Object.entries(input).filter(([name]) => places.get(name) === 'body'));
  return {
    required: required.length > 0,
    content: {
      'application/json': {
        schema,
        examples: Object.fromEntries(
          examples.map(({ summary, input }) => [keyOf(summary), { summary, value: value(input) }]),
        ),
      },
    },
  };
}

/** Returns `createAccount`-like ids, as clients are generated with: `accountsCreate`. */
function operationIdOf(id: string): string {
  const name = pascalCase(id);
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function topicOf(id: string): string {
  return id.split('.')[0] ?? id;
}

function keyOf(summary: string): string {
  return summary
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

const ABOUT = `The paper-trading platform that refuses to lie to you.

**Inputs.** Fields stand in the path, in the query of a GET or DELETE, else in a JSON body. Unknown fields and names are refused.
A list in a query is its name repeated. Money is US dollars, instants are UTC ISO-8601, sessions are dates of the exchange.

**Problems** are \`application/problem+json\` (RFC 9457) with a stable \`code\`; bad input has one entry of \`errors\` for every broken rule.

**Long lists** come in pages: \`limit\` says how many entries, and \`nextCursor\` of an answer is the \`cursor\` of the next request, null at the
end. Entries that are added in between neither shift nor repeat a page.

**Repeats.** Where it matters, send an \`Idempotency-Key\` of your own: the same request with it is carried out once and answered alike.
A GET has an \`ETag\`; with \`If-None-Match\` an unchanged answer is a 304 without a body.

**Limits.** \`RateLimit\` says what is left in the present window; after a 429 or 503 go on when \`Retry-After\` says.

This server answers programs and pages of this machine only: the Host must be its own, and an Origin too.`;

const PROBLEM: JsonSchema = {
  type: 'object',
  description: 'What a request gets when it does not get what it asked for (RFC 9457).',
  properties: {
    type: { type: 'string', format: 'uri-reference', description: 'urn:candor:problem: and the code.' },
    title: { type: 'string', description: 'What kind of problem it is.' },
    status: { type: 'integer', description: 'The status of the answer.' },
    detail: { type: 'string', description: 'Sentences that name the field and the rule.' },
    instance: { type: 'string', description: 'The path of the request.' },
    code: { type: 'string', description: 'Stable, for programs.' },
    requestId: { type: 'string', description: 'As in the log.' },
    errors: {
      type: 'array',
      description: 'Every broken rule of an input.',
      items: {
        type: 'object',
        properties: {
          field: { type: 'string', description: 'Path of the field.' },
          rule: { type: 'string', description: 'Kind of rule, such as too_small.' },
          message: { type: 'string', description: 'The rule in a sentence.' },
        },
        required: ['field', 'rule', 'message'],
      },
    },
  },
  required: ['type', 'title', 'status', 'detail', 'instance', 'code', 'requestId'],
};

const IDEMPOTENCY_KEY: JsonSchema = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'A key of your own for this request, such as a UUID. Sent again with it, the request is answered, not done, again.',
  schema: { type: 'string', minLength: 8, maxLength: 128, pattern: '^[\\x21-\\x7e]+$' },
};

const HEADERS: Readonly<Record<string, JsonSchema>> = {
  XRequestId: {
    description: 'The id of the request in the log; your own X-Request-Id when it is a sane one.',
    schema: { type: 'string' },
  },
  RateLimit: { description: 'What is left in the present window and when it ends.', schema: { type: 'string' } },
  ETag: { description: 'Strong tag of this very answer, for If-None-Match.', schema: { type: 'string' } },
  RetryAfter: { description: 'Seconds after which to try again.', schema: { type: 'integer' } },
  IdempotencyReplayed: {
    description: '`true` when this is the answer to an earlier request.',
    schema: { type: 'string' },
  },
};

const UNEXPECTED: JsonSchema = {
  description: 'Something went wrong in Candor itself; the log has the cause.',
  content: { [PROBLEM_MEDIA_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } },
};
