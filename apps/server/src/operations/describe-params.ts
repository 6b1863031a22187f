import { z } from 'zod';
import { rulesOf } from './describe-fields.ts';

const FieldShape = {
  name: z.string(),
  /** What people call it. */
  title: z.string(),
  /** `choices` of a list are what it is made of, where that is known. */
  type: z.enum(['integer', 'number', 'boolean', 'choice', 'text', 'list', 'record']),
  /** Null where there is none. */
  default: z.json(),
  /** Null where it is open. */
  minimum: z.number().nullable(),
  maximum: z.number().nullable(),
  /** The bound itself is not allowed. */
  excludesMinimum: z.boolean(),
  excludesMaximum: z.boolean(),
  choices: z.array(z.string()).nullable(),
  /** What the number counts: `bars`, `shares`, `USD`, `ms`, or `fraction`, where 0.01 is one percent. Null for a bare number. */
  unit: z.string().nullable(),
  about: z.string().nullable(),
  /** What to send for "none", where that is allowed. */
  none: z.enum(['not-allowed', 'null', 'leave-out']),
  /** Limits and choices in words. */
  rules: z.string(),
  /** Of a record: the field beside it that names the strategy whose parameters stand in it. Null for any other. */
  parametersOf: z.string().nullable(),
};

/** A parameter of a plugin as a form needs it, whatever the plugin. */
export const ParameterShape = z.object({
  ...FieldShape,
  /** What a list holds; null for what is none. */
  list: z
    .object({
      minEntries: z.int().nullable(),
      maxEntries: z.int().nullable(),
      /** The field in which no two entries are alike; null where they may be. */
      eachOnce: z.string().nullable(),
      /** The fields of an entry; a single one without a name where an entry is a plain value. */
      entry: z.array(z.object(FieldShape)),
    })
    .nullable(),
});

export type ParameterShape = z.infer<typeof ParameterShape>;
type Field = Omit<ParameterShape, 'list'>;

/** Everything about the parameters of a plugin that is told to who fills them in. */
export const ParametersShape = {
  params: z.array(ParameterShape),
  /** JSON Schema of all of them as one object. */
  schema: z.record(z.string(), z.json()),
  /** Rules between parameters, which no JSON Schema says. */
  crossRules: z.array(z.object({ field: z.string().nullable(), message: z.string() })),
};

const ParametersObject = z.object(ParametersShape);

// What a plugin may say of a parameter beside its domain, with `.meta()`.
const Told = z.looseObject({
  title: z.string().optional(),
  description: z.string().optional(),
  unit: z.string().optional(),
  choices: z.array(z.string()).optional(),
  parametersOf: z.string().optional(),
  eachOnce: z.string().optional(),
});

const Domain = z.looseObject({
  type: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
  exclusiveMaximum: z.number().optional(),
  minItems: z.int().optional(),
  maxItems: z.int().optional(),
  items: z.record(z.string(), z.unknown()).optional(),
});
type Domain = z.infer<typeof Domain>;

const Property = Domain.extend({ ...Told.shape, default: z.json().optional(), anyOf: z.array(Domain).optional() });
type Property = z.infer<typeof Property>;

const Described = z.looseObject({
  properties: z.record(z.string(), Property).default({}),
  required: z.array(z.string()).default([]),
});

/** Returns what there is to know of the parameters of a plugin, all of it from the one schema they are checked by. */
export function describeParams(schema: z.ZodType): z.infer<typeof ParametersObject> {
  const json = withoutEmptyBounds(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  const { properties, required } = Described.parse(json);
  const params = Object.entries(properties).map(
    ([name, property]): ParameterShape => ({
      ...describeField(name, property, required.includes(name)),
      list: listOf(domainOf(property), property.eachOnce),
    }),
  );
  return { params, schema: ParametersShape.schema.parse(json), crossRules: crossRulesOf(schema) };
}

function describeField(name: string, property: Property, isRequired: boolean): Field {
  const domain = domainOf(property);
  const isNullable = property.anyOf?.some(({ type }) => type === 'null') ?? false;
  const isOptional = !isRequired && property.default === undefined;
  const items = Property.safeParse(domain.items).data;
  return {
    name,
    title: property.title ?? spoken(name),
    type: typeOf(domain),
    default: property.default ?? null,
    minimum: domain.minimum ?? domain.exclusiveMinimum ?? null,
    maximum: domain.maximum ?? domain.exclusiveMaximum ?? null,
    excludesMinimum: domain.exclusiveMinimum !== undefined,
    excludesMaximum: domain.exclusiveMaximum !== undefined,
    choices: (domain.enum ?? items?.enum ?? property.choices)?.map(String) ?? null,
    unit: property.unit ?? null,
    about: property.description ?? null,
    none: isNullable ? 'null' : isOptional ? 'leave-out' : 'not-allowed',
    rules: rulesOf(domain).join(', '),
    parametersOf: property.parametersOf ?? null,
  };
}

/** What a list holds, one level deep: an entry that has a list in it is left to its schema. */
function listOf({ type, minItems, maxItems, items }: Domain, eachOnce: string | undefined): ParameterShape['list'] {
  if (type !== 'array') return null;
  const { properties, required } = Described.parse(items ?? {});
  const fields = Object.entries(properties).map(([name, property]) =>
    describeField(name, property, required.includes(name)),
  );
  return {
    minEntries: minItems ?? null,
    maxEntries: maxItems ?? null,
    eachOnce: eachOnce ?? null,
    entry: fields.length > 0 ? fields : [describeField('', Property.parse(items ?? {}), true)],
  };
}

/** Returns what a value may be where it is not null. */
function domainOf(property: Property): Domain {
  return property.anyOf?.find(({ type }) => type !== 'null') ?? property;
}

function typeOf({ type, enum: choices }: Domain): ParameterShape['type'] {
  if (choices !== undefined) return 'choice';
  return TYPES[type ?? ''] ?? 'text';
}

const TYPES: Readonly<Record<string, ParameterShape['type']>> = {
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  array: 'list',
  object: 'record',
};

/** Returns `Reestimate every` for `reestimateEvery`. */
function spoken(name: string): string {
  const words = name.replace(/([a-z\d])([A-Z])/g, (_, before: string, next: string) => `${before} ${next}`);
  return words.charAt(0).toUpperCase() + words.slice(1).replace(/ [A-Z](?=[a-z])/g, (start) => start.toLowerCase());
}

// JSON Schema gives every integer the bounds of a double's integers; they teach nobody anything.
function withoutEmptyBounds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmptyBounds);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(
    ([key, bound]) =>
      !((key === 'minimum' || key === 'maximum') && Math.abs(Number(bound)) === Number.MAX_SAFE_INTEGER),
  );
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutEmptyBounds(inner)]));
}

/** Returns the refinements of the whole object, each as a sentence; one that was given no words cannot be told. */
function crossRulesOf(schema: z.ZodType): { field: string | null; message: string }[] {
  return (schema._zod.def.checks ?? []).flatMap((check) => {
    const { error, path = [] } = Refinement.parse(check._zod.def);
    const said = error?.({ code: 'custom', input: undefined, path });
    const message = typeof said === 'string' ? said : said?.message;
    if (message === undefined) return [];
    const field = path.join('.');
    return [field === '' ? { field: null, message: `${message}.` } : { field, message: `"${field}" ${message}.` }];
  });
}

const Refinement = z.looseObject({
  path: z.array(z.union([z.string(), z.number()])).optional(),
  error: z.custom<(issue: object) => string | { readonly message: string } | null | undefined>().optional(),
});
