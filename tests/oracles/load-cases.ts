import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json } from '@candor/domain/json';
import type { OracleData, OracleInput } from './adapter.ts';
import type { Expectation } from './compare.ts';
import { fieldsIn, isFields, listIn, stringIn } from './read-input.ts';

type Fields = { readonly [key: string]: Json };

/** A known-answer case, its input made ready as the adapters read it. */
export interface OracleCase extends Expectation {
  readonly id: string;
  readonly file: string;
  readonly fn: string;
  readonly input: OracleInput;
  readonly data: OracleData;
  readonly optional: boolean;
}

/** Returns the cases of every known-answer file of a folder, in the order of file names. Throws where the folder holds none. */
export function loadCases(folder: string): OracleCase[] {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  const cases = files.sort().flatMap((file) => {
    const content = readJson(join(folder, file));
    return isFields(content) && Array.isArray(content['cases']) ? readFile(folder, file, content) : [];
  });
  if (cases.length === 0) throw new Error(`"${folder}" has no known-answer file: a *.json with a list of "cases".`);
  return cases;
}

function readFile(folder: string, file: string, content: Fields): OracleCase[] {
  const entries = listIn(content, 'cases').filter(isFields);
  const inputs = Object.fromEntries(entries.map((entry) => [stringIn(entry, 'id'), fieldsIn(entry, 'input')]));
  const data: OracleData = { ...sharedBars(folder), ...fieldsIn(content, 'data'), cases: inputs };
  return entries.map((entry) => {
    const expect = unquoteInfinity(fieldsIn(entry, 'expect')) as Fields;
    return {
      id: stringIn(entry, 'id'),
      file,
      fn: stringIn(entry, 'fn'),
      input: resolveInput(fieldsIn(entry, 'input'), expect, data),
      expect,
      tol: fieldsIn(entry, 'tol'),
      data,
      optional: entry['optional'] === true,
    };
  });
}

/** The bars that several topics share stand in the file of the indicators. */
function sharedBars(folder: string): Fields {
  const path = join(folder, 'indicators.json');
  const content = existsSync(path) ? readJson(path) : undefined;
  return isFields(content) ? fieldsIn(content, 'data') : {};
}

function resolveInput(input: Fields, expect: Fields, data: OracleData): OracleInput {
  const { base, statePatch, limitsPatch, ...rest } = unquoteInfinity(input) as Record<string, Json>;
  const resolved: Record<string, Json> = {};
  for (const [key, value] of Object.entries(rest)) {
    const block = typeof value === 'string' && (key === 'data' || key === 'benchmark') ? data[value] : undefined;
    if (key === 'data' && typeof value === 'string' && block === undefined)
      throw new Error(`No data block is called "${value}".`);
    resolved[key] = block ?? value;
  }
  if (typeof base === 'string') {
    const block = data[base];
    if (!isFields(block)) throw new Error(`No data block is called "${base}".`);
    resolved['state'] = { ...fieldsIn(block, 'state'), ...(isFields(statePatch) ? statePatch : {}) };
    resolved['limits'] = { ...fieldsIn(block, 'limits'), ...(isFields(limitsPatch) ? limitsPatch : {}) };
  } else if (base !== undefined) {
    resolved['base'] = base;
  }
  if (expect['property'] !== undefined) resolved['property'] = expect['property'];
  return resolved;
}

function unquoteInfinity(value: Json): Json {
  if (value === 'Infinity') return Number.POSITIVE_INFINITY;
  if (value === '-Infinity') return Number.NEGATIVE_INFINITY;
  if (Array.isArray(value)) return value.map(unquoteInfinity);
  if (!isFields(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unquoteInfinity(inner)]));
}

function readJson(path: string): Json {
  return JSON.parse(readFileSync(path, 'utf8')) as Json;
}
