import type { z } from 'zod';

type Schema = z.core.$ZodType;

const NUMBER = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;

/**
 * Returns what text from an address means to a field: a number, a switch, a list, or the text itself. What does not read as the field
 * wants it stays text, so that the field's own rule says what is wrong with it.
 */
export function coerceText(schema: Schema, text: string | readonly string[]): unknown {
  const bare = unwrap(schema);
  const { def } = bare._zod;
  if (def.type === 'array') {
    const { element } = def;
    const given = typeof text === 'string' ? [text] : text;
    // No choice has a comma in it, so several may also be written in one.
    const each = unwrap(element)._zod.def.type === 'enum' ? given.flatMap((some) => some.split(',')) : given;
    return each.map((one) => coerceText(element, one));
  }
  if (typeof text !== 'string') return text;
  if (def.type === 'union') {
    const readings = def.options.map((option) => coerceText(option, text));
    return readings.find((reading) => reading !== text) ?? text;
  }
  if (def.type === 'number' || (def.type === 'literal' && typeof def.values[0] === 'number')) {
    return NUMBER.test(text) ? Number(text) : text;
  }
  if (def.type === 'boolean') return text === 'true' || (text === 'false' ? false : text);
  return text;
}

/** Returns whether a field can be written in an address: text, numbers, switches, and lists of them. */
export function fitsAddress(schema: Schema): boolean {
  const { def } = unwrap(schema)._zod;
  if (def.type === 'array') return fitsAddress(def.element);
  if (def.type === 'union') return def.options.every(fitsAddress);
  return !['object', 'record', 'tuple', 'map', 'set', 'any', 'unknown', 'lazy'].includes(def.type);
}

/** Returns the schema below everything that only says what happens when there is no value. */
function unwrap(schema: Schema): z.core.$ZodTypes {
  // The library's own union of every schema there is; a schema cannot be anything else.
  const known = schema as z.core.$ZodTypes;
  const { def } = known._zod;
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'nonoptional':
    case 'readonly':
    case 'catch':
      return unwrap(def.innerType);
    case 'pipe':
      return unwrap(def.in);
    default:
      return known;
  }
}
