import { z } from 'zod';
import type { Operation } from '../operations/operation.ts';

/** An option or positional of a command, as derived from an input field. */
export interface Flag {
  /** Field of the input. */
  readonly field: string;
  /** In kebab-case: `--start-cash-usd`. */
  readonly name: string;
  readonly kind: 'text' | 'number' | 'switch' | 'list' | 'pairs';
  readonly isPositional: boolean;
  readonly isRequired: boolean;
  /** What it is for, from the field's description. */
  readonly about: string;
  /** Default, limits and choices, in words. */
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
});
type FieldSchema = z.infer<typeof FieldSchema>;

const InputSchema = z.looseObject({
  properties: z.record(z.string(), FieldSchema).default({}),
  required: z.array(z.string()).default([]),
});

/** Returns the flags of an operation's command, positionals first, each derived from the field of the input it fills. */
export function flagsOf(operation: Operation<never, unknown, never>): readonly Flag[] {
  const json = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' });
  const { properties, required } = InputSchema.parse(json);
  const positionals = operation.cli?.positionals ?? [];
  const pairs = new Map(Object.entries(operation.cli?.pairs ?? {}).map(([option, field]) => [field, option]));
  const flags = Object.entries(properties).map(
    ([field, schema]): Flag => ({
      field,
      name: pairs.get(field) ?? kebab(field),
      kind: pairs.has(field) ? 'pairs' : kindOf(schema),
      isPositional: positionals.includes(field),
      isRequired: required.includes(field),
      about: schema.description ?? '',
      rules: rulesOf(schema),
    }),
  );
  const place = ({ field }: Flag): number =>
    (positionals.indexOf(field) + positionals.length + 1) % (positionals.length + 1);
  return flags.toSorted((a, b) => Number(b.isPositional) - Number(a.isPositional) || place(a) - place(b));
}

/** Returns how a person writes the flag: `--from` or `NAME`. */
export function spelling(flag: Flag): string {
  return flag.isPositional ? flag.name.toUpperCase() : `--${flag.name}`;
}

function kebab(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function kindOf(schema: FieldSchema): Flag['kind'] {
  if (schema.type === 'boolean') return 'switch';
  if (schema.type === 'array') return 'list';
  return schema.type === 'number' || schema.type === 'integer' ? 'number' : 'text';
}

// JSON Schema gives every integer the bounds of a double's integers; they teach nobody anything.
const isTelling = (bound: number | undefined): bound is number =>
  bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER;

function rulesOf(schema: FieldSchema): string[] {
  const rules: string[] = [];
  if (schema.enum) rules.push(`one of ${schema.enum.join(', ')}`);
  if (schema.type === 'integer') rules.push('a whole number');
  if (isTelling(schema.minimum)) rules.push(`at least ${schema.minimum}`);
  if (isTelling(schema.exclusiveMinimum)) rules.push(`above ${schema.exclusiveMinimum}`);
  if (isTelling(schema.maximum)) rules.push(`at most ${schema.maximum}`);
  if (isTelling(schema.exclusiveMaximum)) rules.push(`below ${schema.exclusiveMaximum}`);
  const isPlainDefault = ['string', 'number'].includes(typeof schema.default) || schema.default === true;
  if (isPlainDefault) rules.push(`${schema.default} unless given`);
  return rules;
}
