import { z } from 'zod';

/** A field of an input or a parameter of a strategy, in words, for help, lists and forms. */
export interface FieldDescription {
  readonly name: string;
  readonly type: 'text' | 'number' | 'switch' | 'list' | 'record';
  readonly about: string;
  readonly isRequired: boolean;
  /** Null where there is none. */
  readonly default: unknown;
  /** Limits and choices: `at least 2`, `one of a, b`. */
  readonly rules: readonly string[];
}

const FieldSchema = z.looseObject({
  type: z.string().optional(),
  description: z.string().optional(),
  default: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
  exclusiveMaximum: z.number().optional(),
  minItems: z.int().optional(),
  maxItems: z.int().optional(),
});
type FieldSchema = z.infer<typeof FieldSchema>;

const ObjectSchema = z.looseObject({
  properties: z.record(z.string(), FieldSchema).default({}),
  required: z.array(z.string()).default([]),
});

/** Returns the fields of an object's schema in their order, each as it is described there. */
export function describeFields(schema: z.ZodType): readonly FieldDescription[] {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const { properties, required } = ObjectSchema.parse(json);
  return Object.entries(properties).map(([name, field]) => ({
    name,
    type: TYPES[field.type ?? ''] ?? 'text',
    about: field.description ?? '',
    isRequired: required.includes(name),
    default: field.default ?? null,
    rules: rulesOf(field),
  }));
}

const TYPES: Readonly<Record<string, FieldDescription['type']>> = {
  boolean: 'switch',
  array: 'list',
  number: 'number',
  integer: 'number',
  object: 'record',
};

// JSON Schema gives every integer the bounds of a double's integers; they teach nobody anything.
const isTelling = (bound: number | undefined): bound is number =>
  bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER;

/** Returns the limits and choices of a field in words. */
export function rulesOf({
  type,
  enum: choices,
  minimum,
  maximum,
  exclusiveMinimum,
  exclusiveMaximum,
  minItems,
  maxItems,
}: FieldSchema): string[] {
  const rules: string[] = [];
  if (choices) rules.push(`one of ${choices.join(', ')}`);
  if (type === 'integer') rules.push('a whole number');
  if (isTelling(minimum)) rules.push(`at least ${minimum}`);
  if (isTelling(exclusiveMinimum)) rules.push(`above ${exclusiveMinimum}`);
  if (isTelling(maximum)) rules.push(`at most ${maximum}`);
  if (isTelling(exclusiveMaximum)) rules.push(`below ${exclusiveMaximum}`);
  if (minItems !== undefined && minItems > 0) rules.push(`at least ${entries(minItems)}`);
  if (maxItems !== undefined) rules.push(`at most ${entries(maxItems)}`);
  return rules;
}

function entries(count: number): string {
  return count === 1 ? '1 entry' : `${count} entries`;
}
