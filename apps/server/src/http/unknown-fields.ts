import { z } from 'zod';

type Schema = z.core.$ZodType;
type Unknown = z.core.$ZodIssueUnrecognizedKeys;
type Path = readonly PropertyKey[];

/**
 * Returns an issue for every object in a value that has fields its schema does not know, at any depth. A field that is misspelt and
 * left out without a word would be a request that was not made.
 */
export function unknownFields(schema: Schema, value: unknown, path: Path = []): Unknown[] {
  // The library's own union of every schema there is; a schema cannot be anything else.
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object': {
      if (!isObject(value)) return [];
      const known = def.shape;
      const keys = def.catchall ? [] : Object.keys(value).filter((key) => !Object.hasOwn(known, key));
      const here: Unknown[] =
        keys.length > 0 ? [{ code: 'unrecognized_keys', keys, path: [...path], message: '' }] : [];
      const below = Object.entries(known).flatMap(([key, field]) =>
        Object.hasOwn(value, key) ? unknownFields(field, Reflect.get(value, key), [...path, key]) : [],
      );
      return [...here, ...below];
    }
    case 'record': {
      const { valueType } = def;
      if (!isObject(value)) return [];
      return Object.entries(value).flatMap(([key, entry]) => unknownFields(valueType, entry, [...path, key]));
    }
    case 'array': {
      const { element } = def;
      return Array.isArray(value) ? value.flatMap((entry, i) => unknownFields(element, entry, [...path, i])) : [];
    }
    case 'tuple': {
      const { items } = def;
      return Array.isArray(value) ? items.flatMap((item, i) => unknownFields(item, value[i], [...path, i])) : [];
    }
    case 'union': {
      // What no member accepts is refused as a whole; among those that do, the one that knows most was meant.
      const accepting = def.options.filter((option) => z.core.safeParse(option, value).success);
      const readings = accepting.map((option) => unknownFields(option, value, path));
      return readings.toSorted((a, b) => count(a) - count(b))[0] ?? [];
    }
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'nonoptional':
    case 'readonly':
    case 'catch':
      return unknownFields(def.innerType, value, path);
    case 'pipe':
      return unknownFields(def.in, value, path);
    case 'lazy':
      return unknownFields(def.getter(), value, path);
    default:
      return [];
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function count(issues: readonly Unknown[]): number {
  return issues.reduce((sum, { keys }) => sum + keys.length, 0);
}
