import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkInput } from '@candor/server/http/check-input';
import { mountedOf } from '@candor/server/http/mounted-operation';
import { openApiOf } from '@candor/server/http/openapi/open-api-of';
import { operationCatalog } from '@candor/server/operations/catalog';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { committedOpenApi } from '../../tools/committed-open-api.ts';
import { practiceOperations, Workshop } from './practice-operations.ts';

/** The parts of OpenAPI 3.1 that are used here (https://spec.openapis.org/oas/v3.1.0). Nothing else may stand in a document of ours. */
const Schema: z.ZodType = z.lazy(() =>
  z
    .strictObject({
      $ref: z.string().optional(),
      type: z.union([z.string(), z.array(z.string())]).optional(),
      format: z.string().optional(),
      title: z.string().optional(),
      description: z.string().min(1).optional(),
      default: z.json().optional(),
      const: z.json().optional(),
      enum: z.array(z.json()).min(1).optional(),
      pattern: z.string().optional(),
      minLength: z.int().optional(),
      maxLength: z.int().optional(),
      minimum: z.number().optional(),
      maximum: z.number().optional(),
      exclusiveMinimum: z.number().optional(),
      exclusiveMaximum: z.number().optional(),
      multipleOf: z.number().optional(),
      minItems: z.int().optional(),
      maxItems: z.int().optional(),
      uniqueItems: z.boolean().optional(),
      items: Schema.optional(),
      prefixItems: z.array(Schema).optional(),
      properties: z.record(z.string(), Schema).optional(),
      required: z.array(z.string()).min(1).optional(),
      additionalProperties: z.union([z.boolean(), Schema]).optional(),
      propertyNames: Schema.optional(),
      anyOf: z.array(Schema).min(1).optional(),
      oneOf: z.array(Schema).min(1).optional(),
      allOf: z.array(Schema).min(1).optional(),
      not: Schema.optional(),
      readOnly: z.boolean().optional(),
    })
    .refine((schema) => Object.keys(schema).some((key) => !ONLY_WORDS.has(key)), 'allows anything'),
);
const ONLY_WORDS = new Set(['description', 'title', 'default']);
const Reference = z.strictObject({ $ref: z.string() });
const Examples = z.record(z.string(), z.strictObject({ summary: z.string().min(1), value: z.json() }));
const Content = z.record(
  z.stringFormat('media-type', /^[a-z]+\/[a-z+.-]+$/),
  z.strictObject({ schema: Schema, examples: Examples.optional() }),
);
const Header = z.strictObject({ description: z.string().min(1), schema: Schema });
const Response = z.strictObject({
  description: z.string().min(1),
  headers: z.record(z.string(), z.union([Reference, Header])).optional(),
  content: Content.optional(),
});
const Parameter = z.strictObject({
  name: z.string().min(1),
  in: z.enum(['path', 'query', 'header']),
  required: z.boolean(),
  description: z.string().min(1).optional(),
  schema: Schema,
  examples: Examples.optional(),
});
const OperationObject = z.strictObject({
  operationId: z.stringFormat('operation-id', /^[a-z][a-zA-Z0-9]*$/),
  tags: z.array(z.string()).length(1),
  summary: z.string().regex(/^[A-Z].*[.?]$/),
  description: z.string().min(1),
  parameters: z.array(z.union([Reference, Parameter])),
  requestBody: z.strictObject({ required: z.boolean(), content: Content }).optional(),
  responses: z.record(z.stringFormat('status', /^[1-5]\d\d$/), z.union([Reference, Response])),
  'x-codeSamples': z.array(z.strictObject({ lang: z.string(), label: z.string(), source: z.string() })).min(1),
  'x-scope': z.string(),
});
const Document = z.strictObject({
  openapi: z.literal('3.1.0'),
  info: z.strictObject({ title: z.string(), version: z.string(), description: z.string() }),
  servers: z.array(z.strictObject({ url: z.string() })),
  tags: z.array(z.strictObject({ name: z.string() })),
  paths: z.record(
    z.stringFormat('path', /^(\/([a-z.-]+|\{[a-zA-Z]+\}))+$/),
    z.partialRecord(z.enum(['get', 'post', 'put', 'patch', 'delete']), OperationObject),
  ),
  components: z.strictObject({
    schemas: z.record(z.string(), Schema),
    parameters: z.record(z.string(), Parameter),
    headers: z.record(z.string(), Header),
    responses: z.record(z.string(), Response),
  }),
});

const catalogs = [
  { name: 'the catalog', operations: mountedOf(operationCatalog) },
  { name: 'practice', operations: mountedOf(practiceOperations(new Workshop())) },
];

describe.each(catalogs)('the description of $name', ({ operations }) => {
  const openApi = openApiOf(operations, { version: '1.2.3' });
  const document = JSON.parse(JSON.stringify(openApi));

  it('is OpenAPI 3.1, and no schema in it allows anything', () => {
    const parsed = Document.safeParse(document);
    expect(parsed.error?.issues ?? []).toEqual([]);
  });

  it('refers only to what is there, and holds nothing that nobody refers to', () => {
    const refs = new Set(refsIn(document));
    for (const ref of refs) expect(resolve(document, ref), ref).toBeDefined();
    for (const [kind, named] of Object.entries(openApi.components)) {
      for (const name of Object.keys(named)) {
        if (name === 'Json' || name === 'IdempotencyKey' || name.startsWith('Idempotency')) continue;
        expect(refs, `${kind} ${name}`).toContain(`#/components/${kind}/${name}`);
      }
    }
  });

  it('has every operation once, with its path, its problems and examples that fit', () => {
    const described = Object.entries(openApi.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        path,
        method,
        operation: OperationObject.parse(operation),
      })),
    );
    expect(described.length).toBe(operations.length);
    expect(new Set(described.map(({ operation }) => operation.operationId)).size).toBe(described.length);
    for (const { path, operation } of described) {
      const inPath = operation.parameters.flatMap((one) => ('in' in one && one.in === 'path' ? [one.name] : []));
      expect(inPath.toSorted(), path).toEqual(Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => name).toSorted());
      expect(Object.keys(operation.responses), path).toEqual(
        expect.arrayContaining(['403', '422', '429', '500', '503']),
      );
      expect(openApi.tags.map(({ name }) => name)).toContain(operation.tags[0]);
    }
    for (const { id, input, http } of operations) {
      for (const { input: raw } of http.examples) {
        expect(checkInput(input, { raw, misplaced: [] })?.error.message, id).toBeUndefined();
      }
    }
  });
});

it('is committed as it is now: npm run openapi writes it anew', () => {
  const committed = readFileSync(join(import.meta.dirname, '../../docs/openapi.json'), 'utf8');
  expect(committed === committedOpenApi(), 'docs/openapi.json is not what the operations say').toBe(true);
});

it('names a schema that two operations share once', () => {
  const Thing = z.object({ id: z.string(), more: z.json() });
  const shared = {
    scope: 'system:read',
    needs: [],
    input: z.object({ id: z.string() }),
    run: async () => ({}),
  } as const;
  const openApi = openApiOf(
    mountedOf([
      {
        ...shared,
        id: 'things.get',
        summary: 'Get.',
        output: Thing,
        http: { method: 'GET', path: '/things/{id}', examples: [{ summary: 'One', input: { id: 'a' } }] },
      },
      {
        ...shared,
        id: 'things.list',
        summary: 'List.',
        input: z.object({}),
        output: z.object({ things: z.array(Thing) }),
        http: { method: 'GET', path: '/things', examples: [{ summary: 'All', input: {} }] },
      },
    ]),
    { version: '1' },
  );
  expect(openApi.components['schemas']!['ThingsListOutput']).toMatchObject({
    properties: { things: { items: { $ref: '#/components/schemas/Thing' } } },
  });
  expect(openApi.components['schemas']!['Thing']).toMatchObject({
    properties: { more: { $ref: '#/components/schemas/Json' } },
  });
});

function refsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : refsIn(inner),
  );
}

function resolve(document: unknown, ref: string): unknown {
  expect(ref).toMatch(/^#\//);
  return ref
    .slice(2)
    .split('/')
    .reduce<unknown>(
      (at, part) => (typeof at === 'object' && at !== null ? Reflect.get(at, part) : undefined),
      document,
    );
}
