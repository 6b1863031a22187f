import { z } from 'zod';

/** One field of an input, at whatever depth, as its schema describes it. */
interface Field {
  readonly path: readonly (string | number)[];
  readonly schema: JsonSchema;
}

const JsonSchema = z.looseObject({
  type: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  pattern: z.string().optional(),
  format: z.string().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
  exclusiveMaximum: z.number().optional(),
  minItems: z.number().optional(),
  maxItems: z.number().optional(),
  additionalProperties: z.unknown().optional(),
  get properties() {
    return z.record(z.string(), JsonSchema).optional();
  },
  get items() {
    return JsonSchema.optional();
  },
  get anyOf() {
    return z.array(JsonSchema).optional();
  },
});
type JsonSchema = z.infer<typeof JsonSchema>;

/** What is put into a field. */
export interface Rubbish {
  readonly path: readonly (string | number)[];
  readonly value: unknown;
}

/** Returns every field of an input, those of the objects in it and in its lists included. */
export function fieldsOf(input: z.ZodObject): Field[] {
  return below(JsonSchema.parse(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })), []);
}

function below(schema: JsonSchema, path: Field['path']): Field[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const here = [...path, name];
    const inList = field.items === undefined ? [] : below(field.items, [...here, 0]);
    return [{ path: here, schema: field }, ...below(field, here), ...inList];
  });
}

const BEYOND = 2 ** 53;

/** Returns values that break a rule of the field, whatever else an input says. `isText` is a field of the address, where all is text. */
export function breaking({ path, schema }: Field, isText: boolean): Rubbish[] {
  const values = [...ofWrongType(schema, isText), ...outOfRange(schema), ...wrongTexts(schema, isText)];
  return values.map((value) => ({ path, value }));
}

function ofWrongType({ type, anyOf, enum: choices }: JsonSchema, isText: boolean): unknown[] {
  if (anyOf !== undefined) return [];
  const isNumber = type === 'number' || type === 'integer';
  if (isText)
    return isNumber ? ['ten', 'NaN', 'Infinity', '1e999', '0x10', ' '] : type === 'boolean' ? ['yes', '1'] : [];
  if (isNumber) return ['7', 'NaN', null, true, [], {}, [7]];
  if (type === 'boolean') return ['true', 1, null, []];
  if (type === 'string' || choices !== undefined) return [7, true, null, {}, [], ['a']];
  if (type === 'object') return ['{}', 7, true, null, []];
  if (type === 'array') return ['a', 7, null, {}];
  return [];
}

function outOfRange({
  type,
  minimum,
  maximum,
  exclusiveMinimum,
  exclusiveMaximum,
  minItems,
  maxItems,
}: JsonSchema): unknown[] {
  if (type === 'array') {
    return [
      ...(minItems !== undefined && minItems > 0 ? [[]] : []),
      ...(maxItems !== undefined ? [Array(maxItems + 1).fill('a')] : []),
    ];
  }
  if (type !== 'number' && type !== 'integer') return [];
  return [
    ...(minimum === undefined ? [] : [minimum - 1]),
    ...(maximum === undefined ? [] : [maximum + 1]),
    ...(exclusiveMinimum === undefined ? [] : [exclusiveMinimum]),
    ...(exclusiveMaximum === undefined ? [] : [exclusiveMaximum]),
    ...(type === 'integer' ? [1.5, BEYOND, -BEYOND, 1e300] : []),
  ];
}

/** Half of a surrogate pair cannot be written in an address. */
const UNKEEPABLE = ['a\0b', '\0'];
const HALF = '\ud83d';

function wrongTexts(
  { type, enum: choices, pattern, format, maxLength, minLength }: JsonSchema,
  isText: boolean,
): unknown[] {
  if (choices !== undefined) return ['no-such-choice', ''];
  if (type !== 'string') return [];
  return [
    ...UNKEEPABLE,
    ...(isText ? [] : [HALF]),
    ...(maxLength === undefined ? [] : ['x'.repeat(maxLength + 1)]),
    ...(pattern === undefined && format === undefined
      ? []
      : [' ', '../../etc/passwd', '😀', "'; drop table accounts; --"]),
    ...(minLength === undefined || minLength === 0 || isText ? [] : ['']),
  ];
}

const HOSTILE_TEXTS = [
  "'; drop table accounts; --",
  "' or '1'='1",
  '../../etc/passwd',
  '%2e%2e%2f%00',
  '\u0007\u001b[31mred\u0008',
  '😀'.repeat(9),
  'ﷺ\u202e\u200b',
  '__proto__',
  'constructor',
  '{{7*7}}',
];

/** Returns values that break no rule of the field and were made by somebody who means harm. */
export function hostile({ path, schema }: Field): Rubbish[] {
  const { type, pattern, format, enum: choices, maximum } = schema;
  if (type === 'string' && pattern === undefined && format === undefined && choices === undefined) {
    return HOSTILE_TEXTS.map((value) => ({ path, value }));
  }
  if (type === 'string' && format === 'date')
    return ['0000-01-01', '0001-01-01', '9999-12-31'].map((value) => ({ path, value }));
  if (type === 'integer' && (maximum === undefined || maximum >= Number.MAX_SAFE_INTEGER)) {
    return [2 ** 31, Number.MAX_SAFE_INTEGER].map((value) => ({ path, value }));
  }
  if (type === 'object' && schema.properties === undefined) {
    return [{ constructor_: 1 }, { 'a b': '😀' }, { x: 1e308 }, { ['x'.repeat(5_000)]: 1 }].map((value) => ({
      path,
      value,
    }));
  }
  return [];
}

/** Returns an input with a value at a path; undefined where the input has nothing to put it into. */
export function withRubbish(input: Readonly<Record<string, unknown>>, { path, value }: Rubbish) {
  const changed = structuredClone(input) as Record<string | number, unknown>;
  let at = changed;
  for (const [i, key] of path.slice(0, -1).entries()) {
    at[key] ??= typeof path[i + 1] === 'number' ? [] : {};
    const next = at[key];
    if (typeof next !== 'object' || next === null) return undefined;
    at = next as Record<string | number, unknown>;
  }
  at[path.at(-1)!] = value;
  return changed as Readonly<Record<string, unknown>>;
}
