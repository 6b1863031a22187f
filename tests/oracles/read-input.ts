import type { Json } from '@candor/domain/json';

type Fields = { readonly [key: string]: Json };

/** Returns the number under `key`, or the fallback where the key is absent. */
export function numberIn(fields: Fields, key: string, fallback?: number): number {
  const value = fields[key];
  if (value === undefined && fallback !== undefined) return fallback;
  if (typeof value !== 'number') throw wrong(key, 'a number', value);
  return value;
}

/** Returns the string under `key`, or the fallback where the key is absent. */
export function stringIn(fields: Fields, key: string, fallback?: string): string {
  const value = fields[key];
  if (value === undefined && fallback !== undefined) return fallback;
  if (typeof value !== 'string') throw wrong(key, 'a string', value);
  return value;
}

/** Returns the boolean under `key`, or the fallback where the key is absent. */
export function booleanIn(fields: Fields, key: string, fallback?: boolean): boolean {
  const value = fields[key];
  if (value === undefined && fallback !== undefined) return fallback;
  if (typeof value !== 'boolean') throw wrong(key, 'a boolean', value);
  return value;
}

/** Returns the list of numbers under `key`; null, JSON's word for NaN, becomes NaN, so that the product sees what it must refuse. */
export function numbersIn(fields: Fields, key: string): number[] {
  return listIn(fields, key).map((value) => {
    if (value === null) return Number.NaN;
    if (typeof value !== 'number') throw wrong(key, 'a list of numbers', value);
    return value;
  });
}

/** Returns the list of lists of numbers under `key`. */
export function matrixIn(fields: Fields, key: string): number[][] {
  return listIn(fields, key).map((_, row) => numbersIn({ [key]: listIn(fields, key)[row] ?? null }, key));
}

/** Returns the list under `key`. */
export function listIn(fields: Fields, key: string): readonly Json[] {
  const value = fields[key];
  if (!Array.isArray(value)) throw wrong(key, 'a list', value);
  return value;
}

/** Returns the object under `key`, empty where the key is absent. */
export function fieldsIn(fields: Fields, key: string): Fields {
  const value = fields[key];
  if (value === undefined) return {};
  if (!isFields(value)) throw wrong(key, 'an object', value);
  return value;
}

/** Returns whether a JSON value is an object. */
export function isFields(value: Json | undefined): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wrong(key: string, expected: string, value: unknown): TypeError {
  return new TypeError(`Input "${key}" is not ${expected}: ${JSON.stringify(value)?.slice(0, 80)}`);
}
