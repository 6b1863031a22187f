import { CandorError } from '@candor/domain/candor-error';
import type { z } from 'zod';
import type { HttpMount } from '../operations/operation.ts';
import { coerceText, fitsAddress } from './coerce-text.ts';

/** What a request says, gathered into the fields of an input. */
export interface GatheredInput {
  /** As it came, but that text from the address reads as its field wants it. Unknown names are in it, to be found out. */
  readonly raw: Readonly<Record<string, unknown>>;
  /** Fields that are known and stand in the wrong place. */
  readonly misplaced: readonly z.core.$ZodIssueCustom[];
}

export interface RequestParts {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | string[]>>;
  readonly body: unknown;
}

export type FieldPlace = 'path' | 'query' | 'body';

/** Returns where each field of an input stands in a request. */
export function placesOf({ method, path, rawBody }: HttpMount, fields: readonly string[]): Map<string, FieldPlace> {
  const inPath = new Set(Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => name));
  const others: FieldPlace = rawBody !== undefined || method === 'GET' || method === 'DELETE' ? 'query' : 'body';
  return new Map(
    fields.map((field) => [field, inPath.has(field) ? 'path' : field === rawBody?.field ? 'body' : others]),
  );
}

/** Returns what gathers the input of an operation from a request. Throws at once when a mount cannot work. */
export function createInputReader(
  id: string,
  input: z.ZodObject,
  mount: HttpMount,
): (parts: RequestParts) => GatheredInput {
  const { shape } = input;
  const places = placesOf(mount, Object.keys(shape));
  for (const [, name] of mount.path.matchAll(/\{(\w+)\}/g)) {
    if (places.get(name!) !== 'path') throw new Error(`${id}: {${name}} of its path is no field of its input.`);
  }
  for (const [field, place] of places) {
    if (place !== 'body' && !fitsAddress(shape[field]!)) {
      throw new Error(`${id}: "${field}" is too much for an address; mount it where it stands in a body.`);
    }
  }
  return ({ params, query, body }) => {
    // Without a prototype: a name such as __proto__ is a name like any other here.
    const raw: Record<string, unknown> = Object.create(null);
    const misplaced: z.core.$ZodIssueCustom[] = [];
    const take = (name: string, value: unknown, from: FieldPlace): void => {
      const place = places.get(name);
      if (place !== undefined && place !== from) misplaced.push(belongsElsewhere(name, place, value));
      if (!Object.hasOwn(raw, name)) raw[name] = value;
    };
    const read = (name: string, text: string | readonly string[]): unknown => {
      const field = Object.hasOwn(shape, name) ? shape[name] : undefined;
      return field === undefined ? text : coerceText(field, text);
    };
    for (const [name, text] of Object.entries(params)) take(name, read(name, text), 'path');
    for (const [name, text] of Object.entries(query)) take(name, read(name, text), 'query');
    if (mount.rawBody !== undefined) raw[mount.rawBody.field] = body;
    else for (const [name, value] of Object.entries(fieldsOf(body))) take(name, value, 'body');
    return { raw, misplaced };
  };
}

function fieldsOf(body: unknown): object {
  if (body === undefined) return {};
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body;
  throw new CandorError('operations.bad-input', {
    kind: 'invalid',
    message: `The body must be a JSON object, got ${Array.isArray(body) ? 'a list' : JSON.stringify(body)}.`,
  });
}

function belongsElsewhere(name: string, place: FieldPlace, input: unknown): z.core.$ZodIssueCustom {
  return { code: 'custom', path: [name], message: `belongs in the ${place}`, input };
}
