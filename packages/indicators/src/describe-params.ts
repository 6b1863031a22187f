import { z } from 'zod';

/** A parameter as a form, an optimiser or a menu needs it. */
export type ParameterDescription =
  | {
      readonly name: string;
      readonly type: 'integer' | 'number';
      readonly default: number;
      /** Smallest allowed value; `exclusive` says that it is itself not allowed. */
      readonly min: number;
      readonly exclusive: boolean;
      readonly max: number;
    }
  | { readonly name: string; readonly type: 'choice'; readonly default: string; readonly choices: readonly string[] };

const Property = z.union([
  z
    .object({
      type: z.enum(['integer', 'number']),
      default: z.number(),
      minimum: z.number().optional(),
      exclusiveMinimum: z.number().optional(),
      maximum: z.number(),
    })
    .refine((property) => (property.minimum ?? property.exclusiveMinimum) !== undefined),
  z.object({ type: z.literal('string'), default: z.string(), enum: z.array(z.string()) }),
]);

/**
 * Returns the parameters of a zod object in the order they are declared. Throws a plain Error when one of them lacks a default or bounds:
 * that is a mistake of the indicator's author, found by the first test that sees it.
 */
export function describeParams(params: z.ZodType): readonly ParameterDescription[] {
  const schema = z.toJSONSchema(params, { io: 'input' });
  return Object.entries(schema.properties ?? {}).map(([name, raw]) => {
    const property = Property.safeParse(raw);
    if (!property.success) {
      throw new Error(`Parameter "${name}" must have a default and bounds (or be an enum): ${JSON.stringify(raw)}.`);
    }
    if (property.data.type === 'string') {
      return { name, type: 'choice', default: property.data.default, choices: property.data.enum };
    }
    const { type, default: value, minimum, exclusiveMinimum, maximum } = property.data;
    const exclusive = exclusiveMinimum !== undefined;
    return { name, type, default: value, min: exclusiveMinimum ?? minimum ?? 0, exclusive, max: maximum };
  });
}

/** Returns the rule of a parameter in words, to follow "must be". */
export function ruleOf(parameter: ParameterDescription): string {
  if (parameter.type === 'choice') return `one of ${parameter.choices.join(', ')}`;
  const what = parameter.type === 'integer' ? 'a whole number' : 'a number';
  return parameter.exclusive
    ? `${what} above ${parameter.min} and at most ${parameter.max}`
    : `${what} from ${parameter.min} to ${parameter.max}`;
}
