import { CandorError } from '@candor/domain/candor-error';
import type { Json } from '@candor/domain/json';

/** Whatever saves and restores itself: every indicator kernel does, and so does a strategy. */
export interface Savable {
  snapshot(): Json;
  restore(state: Json): void;
}

/** Savable things, also in arrays and records of any depth. */
export type Part = Savable | readonly Part[] | { readonly [name: string]: Part };

/**
 * Returns the state of a part as JSON that shares nothing with it. Throws `strategies.bad-state` where there is something in it that can
 * neither save itself nor be walked into, or that does not survive JSON.
 */
export function savePart(part: Part, path: string): Json {
  if (isSavable(part)) return copyState(part.snapshot(), path);
  if (Array.isArray(part)) return part.map((inner: Part, i) => savePart(inner, `${path}[${i}]`));
  if (!isPlainObject(part))
    throw badState(path, `is ${describe(part)} without snapshot() and restore(), so it cannot be saved`);
  return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, savePart(inner, `${path}.${name}`)]));
}

/** Puts a part back into a saved state. Throws `strategies.bad-snapshot` when the state is not one of this part. */
export function restorePart(part: Part, state: Json | undefined, path: string): void {
  if (state === undefined) throw badSnapshot(path, 'is missing');
  if (isSavable(part)) {
    part.restore(state);
  } else if (Array.isArray(part)) {
    if (!Array.isArray(state) || state.length !== part.length) throw badSnapshot(path, `is no list of ${part.length}`);
    part.forEach((inner: Part, i) => {
      restorePart(inner, state[i], `${path}[${i}]`);
    });
  } else {
    if (!isPlainObject(state)) throw badSnapshot(path, 'is no record');
    for (const [name, inner] of Object.entries(part)) {
      restorePart(inner, (state as Readonly<Record<string, Json>>)[name], `${path}.${name}`);
    }
  }
}

/**
 * Returns a deep copy of plain JSON. Throws `strategies.bad-state` naming the place of the first thing that JSON would drop or change:
 * NaN, Infinity, undefined, a function, an instance of a class. Minus zero becomes zero.
 */
export function copyState(value: unknown, path: string): Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') {
    if (Number.isFinite(value)) return value + 0;
    throw badState(
      path,
      `is ${value}, which JSON turns into null. Write null yourself, or keep the number out of the state`,
    );
  }
  // Array.from walks into holes too, which a map would skip.
  if (Array.isArray(value)) return Array.from(value, (inner, i) => copyState(inner, `${path}[${i}]`));
  if (isPlainObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copyState(inner, `${path}.${key}`)]));
  }
  throw badState(
    path,
    `is ${describe(value)}, which does not survive JSON. Keep numbers, strings, booleans, null, lists and plain objects`,
  );
}

/** Makes an object or list equal to a saved one without replacing it, so that whoever holds it, or a part of it, goes on holding the live one. */
export function restoreInPlace(target: object, saved: Json, path: string): void {
  if (Array.isArray(target)) {
    if (!Array.isArray(saved)) throw badSnapshot(path, 'is no list');
    target.length = saved.length;
    for (const [i, value] of saved.entries()) setInPlace(target, i, value, `${path}[${i}]`);
    return;
  }
  if (!isPlainObject(saved)) throw badSnapshot(path, 'is no record');
  for (const key of Object.keys(target)) if (!Object.hasOwn(saved, key)) Reflect.deleteProperty(target, key);
  for (const [key, value] of Object.entries(saved as Readonly<Record<string, Json>>)) {
    setInPlace(target, key, value, `${path}.${key}`);
  }
}

function setInPlace(target: object, key: string | number, saved: Json, path: string): void {
  const present: unknown = Reflect.get(target, key);
  const sameKind = Array.isArray(present) === Array.isArray(saved);
  if (isContainer(present) && isContainer(saved) && sameKind && !Object.isFrozen(present)) {
    restoreInPlace(present, saved, path);
  } else {
    Reflect.set(target, key, copyState(saved, path));
  }
}

function isSavable(part: Part): part is Savable {
  const { snapshot, restore } = part as Partial<Savable>;
  return typeof snapshot === 'function' && typeof restore === 'function';
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (!isContainer(value) || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function describe(value: unknown): string {
  if (isContainer(value)) return `an instance of ${value.constructor?.name ?? 'a class'}`;
  return typeof value === 'undefined' ? 'undefined' : `a ${typeof value}`;
}

function badState(path: string, what: string): CandorError {
  return new CandorError('strategies.bad-state', { kind: 'invalid', message: `State of ${path} ${what}.` });
}

function badSnapshot(path: string, what: string): CandorError {
  return new CandorError('strategies.bad-snapshot', {
    kind: 'invalid',
    message: `This is not a snapshot of the strategy: ${path} ${what}.`,
  });
}
