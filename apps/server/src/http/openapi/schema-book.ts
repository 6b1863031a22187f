import { canonicalJson } from '@candor/domain/canonical-json';
import { z } from 'zod';
import type { Operation } from '../../operations/operation.ts';

/** A JSON Schema as it stands in the document. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

export interface FieldSchema {
  readonly schema: JsonSchema;
  readonly isRequired: boolean;
}

/** What an operation takes, field by field, and what it gives. */
export interface OperationSchemas {
  readonly fields: ReadonlyMap<string, FieldSchema>;
  readonly output: JsonSchema;
}

const ROOT = '#/components/schemas/';
const SELF = '#self';
const ANONYMOUS = /^_*schema\d+$/;
const SHARED = '__shared';

const AnySchema = z.record(z.string(), z.unknown());
const Described = z.looseObject({
  properties: z.record(z.string(), AnySchema).default({}),
  required: z.array(z.string()).default([]),
  $defs: z.record(z.string(), AnySchema).default({}),
});

/** The schemas of a document: each that is named, or used in several places, stands among the components once. */
export class SchemaBook {
  readonly #components = new Map<string, JsonSchema>();
  /** Names by the text of a schema in which a reference to itself reads as such. */
  readonly #names = new Map<string, string>();
  readonly #operations = new Map<string, OperationSchemas>();

  constructor(operations: readonly Operation[]) {
    // Known before others come, so that every "any JSON" is this one.
    this.#adopt({ Json: describe(z.json(), 'output') }, () => '#');
    const outputs = this.#readOutputs(operations);
    for (const operation of operations) {
      const output = { $ref: `${ROOT}${outputs.get(operation.output)}` };
      this.#operations.set(operation.id, { fields: this.#readFields(operation), output });
    }
  }

  get components(): Readonly<Record<string, JsonSchema>> {
    return Object.fromEntries([...this.#components].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }

  of({ id }: Pick<Operation, 'id'>): OperationSchemas {
    const schemas = this.#operations.get(id);
    if (schemas === undefined) throw new Error(`${id} is not in this book.`);
    return schemas;
  }

  /** Puts a schema among the components and returns the reference to it. */
  add(name: string, schema: JsonSchema): JsonSchema {
    if (this.#components.has(name)) throw new Error(`Two schemas want to be called ${name}.`);
    this.#components.set(name, schema);
    return { $ref: `${ROOT}${name}` };
  }

  /** Describes all outputs at once: one that is a part of another is referred to from there. */
  #readOutputs(operations: readonly Operation[]): Map<z.ZodType, string> {
    const names = namesOfOutputs(operations);
    const registry = z.registry<{ id: string }>();
    for (const [schema, id] of names) registry.add(schema, { id });
    const uri = (id: string): string => `${ROOT}${id}`;
    const { schemas } = z.toJSONSchema(registry, { io: 'output', unrepresentable: 'any', override: tidy, uri });
    const { [SHARED]: shared, ...named } = schemas;
    const { $defs } = Described.parse(shared ?? {});
    const rename = this.#adopt($defs, (key) => `${uri(SHARED)}#/$defs/${key}`);
    for (const [name, schema] of Object.entries(named)) this.add(name, rewrite(AnySchema.parse(schema), rename));
    return names;
  }

  #readFields({ input }: Operation): Map<string, FieldSchema> {
    const { properties, required, $defs } = Described.parse(describe(input, 'input'));
    const rename = this.#adopt($defs, (key) => `#/$defs/${key}`);
    return new Map(
      Object.entries(properties).map(([name, schema]) => [
        name,
        { schema: rewrite(schema, rename), isRequired: required.includes(name) },
      ]),
    );
  }

  /** Takes schemas in, under the name of their like where there is one, and returns what their references are called from now on. */
  #adopt(schemas: Readonly<Record<string, JsonSchema>>, refOf: (key: string) => string): (ref: string) => string {
    const newRefs = new Map<string, string>();
    const added: [name: string, schema: JsonSchema][] = [];
    for (const [key, schema] of Object.entries(schemas)) {
      const text = canonicalJson(rewrite(schema, (ref) => (ref === refOf(key) ? SELF : ref)));
      let name = this.#names.get(text);
      if (name === undefined) {
        const wanted = ANONYMOUS.test(key) ? `Part${this.#names.size}` : key;
        // What goes in may have optional fields that are always there when it comes out.
        name = this.#components.has(wanted) ? `${wanted}Input` : wanted;
        this.#names.set(text, name);
        added.push([name, schema]);
      }
      newRefs.set(refOf(key), `${ROOT}${name}`);
    }
    const rename = (ref: string): string => newRefs.get(ref) ?? ref;
    for (const [name, schema] of added) this.add(name, rewrite(schema, rename));
    return rename;
  }
}

/** Returns `AccountsCreate` for `accounts.create`. */
export function pascalCase(id: string): string {
  return id
    .split(/[.-]/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

/** One name for one schema. What `accounts.get` gives is an Account, wherever else it is given. */
function namesOfOutputs(operations: readonly Operation[]): Map<z.ZodType, string> {
  const names = new Map<z.ZodType, string>();
  for (const { id, output } of operations) {
    const [topic = '', verb] = id.split('.');
    if (verb === 'get') names.set(output, pascalCase(topic.replace(/s$/, '')));
  }
  for (const { id, output } of operations) {
    if (!names.has(output)) names.set(output, `${pascalCase(id)}Output`);
  }
  return names;
}

function describe(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  return AnySchema.parse(z.toJSONSchema(schema, { io, unrepresentable: 'any', override: tidy }));
}

type Override = NonNullable<NonNullable<Parameters<typeof z.toJSONSchema>[1]>['override']>;

/** Leaves out what teaches nobody anything, and says that unknown fields are refused. */
const tidy: Override = ({ zodSchema, jsonSchema }) => {
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  const { def } = zodSchema._zod;
  if (def.type === 'object' && def.catchall === undefined) jsonSchema.additionalProperties = false;
  if (def.type === 'record') delete jsonSchema.propertyNames;
};

function rewrite(schema: JsonSchema, rename: (ref: string) => string): JsonSchema {
  const renamed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(renamed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        key === '$ref' && typeof inner === 'string' ? rename(inner) : renamed(inner),
      ]),
    );
  };
  const { $schema: _dialect, $id: _id, $defs: _defs, ...rest } = schema;
  return AnySchema.parse(renamed(rest));
}
