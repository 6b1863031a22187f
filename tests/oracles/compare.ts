import { CandorError } from '@candor/domain/candor-error';
import type { Json } from '@candor/domain/json';

type Fields = { readonly [key: string]: Json };

/** What a case asks for. The keys of `tol` beside `abs` and `rel` loosen only the fields they name. */
export interface Expectation {
  readonly expect: Fields;
  readonly tol: Fields;
}

/** What the adapter did. */
export type Outcome = { readonly returned: unknown } | { readonly thrown: unknown };

/** One place where the answer is not the known one. */
export interface Difference {
  readonly path: string;
  readonly want: string;
  readonly got: string;
}

interface Tolerance {
  readonly abs: number;
  readonly rel: number;
}

// Room for an optimiser: "at least the reference optimum" means within this of it.
const OPTIMUM_SLACK = 0.05;

// Fields whose integers count or point at something, so that no tolerance of the case may soften them.
const EXACT_INTEGER =
  /^(n|k|dim|count|wave|side|direction|bar|exitBar|length|combinations|columns|bestK|bestOrder|nTrades|nParams|validCount|baseCount|trainCount|longestUnderwater|maxConsecutiveLosses|viterbi|states\d*|\w*Index|train|test|trainRanges)$/;

// Lines of an indicator are measured, whatever they are called: the %K of a stochastic oscillator counts nothing.
const SERIES = 'series.';

/** Returns every difference between what a case expects and what its adapter did; none means it passed. Extra fields of the answer do no harm. */
export function compareCase({ expect, tol }: Expectation, outcome: Outcome): Difference[] {
  const error = expect['error'];
  if (error !== undefined) return compareError(error, outcome);
  if ('thrown' in outcome) return [difference('', 'an answer', describeThrown(outcome.thrown))];
  return compareAnswer(expect, tol, outcome.returned);
}

/** Returns the shared name of an error code: the part behind the last dot, in capitals. */
export function sharedErrorCode(code: string): string {
  return code
    .slice(code.lastIndexOf('.') + 1)
    .replaceAll('-', '_')
    .toUpperCase();
}

function compareError(want: Json, outcome: Outcome): Difference[] {
  if ('returned' in outcome) return [difference('error', want, outcome.returned)];
  const { thrown } = outcome;
  if (thrown instanceof CandorError && sharedErrorCode(thrown.code) === want) return [];
  return [{ path: 'error', want: show(want), got: describeThrown(thrown) }];
}

function compareAnswer(expect: Fields, tol: Fields, returned: unknown): Difference[] {
  const { property, series, ...fields } = expect;
  const names = Object.keys(fields);
  if (property !== undefined && series === undefined && names.length === 0) {
    return returned === true ? [] : [difference('property', true, returned)];
  }
  const differences: Difference[] = [];
  if (series !== undefined) differences.push(...compareAllSeries(series, tol, returned));
  if (names.length > 0) differences.push(...compareFields(fields, tol, returned));
  if (series === undefined && names.length === 0) differences.push(difference('', 'something to check', undefined));
  return differences;
}

function compareFields(fields: Fields, tol: Fields, returned: unknown): Difference[] {
  const own = Object.keys(fields).filter((name) => !name.startsWith('paper'));
  const bare = own.length === 1 && own[0] === 'value' && !(isRecord(returned) && 'value' in returned);
  const answer = bare ? { value: returned } : returned;
  if (!isRecord(answer)) return [difference('', fields, answer)];
  const differences: Difference[] = [];
  for (const [name, want] of Object.entries(fields)) {
    if (name.startsWith('paper')) differences.push(...comparePaper(name, want, tol, answer, own));
    else if (name.endsWith('AtLeast')) differences.push(...compareAtLeast(name, want, answer));
    else {
      const got = name in answer ? answer[name] : answer[name.replace(/True$/, '')];
      differences.push(...compareValue(name, want, got, tolerancesOf(name, tol)));
    }
  }
  return differences;
}

/** `paper` is the published figure of the answer itself, `paper: {name}` of a field, `paperName` of the field `name`; rounded as printed. */
function comparePaper(
  name: string,
  want: Json,
  tol: Fields,
  answer: Readonly<Record<string, unknown>>,
  own: readonly string[],
): Difference[] {
  const tolerance = uniform({ abs: numberOr(tol['paperAbs'], 0), rel: 0 });
  const main = 'value' in answer ? answer['value'] : own.length === 1 ? answer[own[0]!] : undefined;
  if (name !== 'paper') {
    const field = name.charAt(5).toLowerCase() + name.slice(6);
    return compareValue(name, want, answer[field], tolerance);
  }
  if (!isRecord(want)) return compareValue(name, want, main, tolerance);
  return Object.entries(want).flatMap(([field, published]) =>
    compareValue(`paper.${field}`, published, field in answer ? answer[field] : main, tolerance),
  );
}

function compareAtLeast(name: string, want: Json, answer: Readonly<Record<string, unknown>>): Difference[] {
  const got = answer[name.slice(0, -'AtLeast'.length)];
  const good = typeof got === 'number' && typeof want === 'number' && got >= want - OPTIMUM_SLACK;
  return good ? [] : [difference(name, want, got)];
}

function compareAllSeries(series: Json, tol: Fields, returned: unknown): Difference[] {
  if (!isRecord(series)) return [difference('series', 'an object of series', series)];
  const names = Object.keys(series);
  const bare = names.length === 1 && names[0] === 'value' && !isRecord(returned);
  const answer = bare ? { value: returned } : returned;
  if (!isRecord(answer)) return [difference('series', names, answer)];
  return Object.entries(series).flatMap(([name, want]) => {
    const got = toList(answer[name]);
    if (!got || !isRecord(want)) return [difference(`series.${name}`, 'a list', answer[name])];
    return compareSeries(`${SERIES}${name}`, want as Fields, got, {
      abs: numberOr(tol['abs'], 0),
      rel: numberOr(tol['rel'], 0),
    });
  });
}

function compareSeries(path: string, want: Fields, got: readonly unknown[], tolerance: Tolerance): Difference[] {
  const strange = got.findIndex((value) => value !== null && !Number.isFinite(value));
  if (strange >= 0) return [difference(`${path}[${strange}]`, 'a finite number or null', got[strange])];
  const present = got.filter((value) => value !== null) as number[];
  const first = got.findIndex((value) => value !== null);
  const found: Readonly<Record<string, unknown>> = {
    length: got.length,
    firstIndex: first < 0 ? null : first,
    nonNull: present.length,
  };
  const differences: Difference[] = [];
  for (const [name, expected] of Object.entries(want)) {
    if (name === 'at') {
      differences.push(...compareValue(`${path}.at`, expected, got, uniform(tolerance)));
    } else if (name === 'sum') {
      const sum = present.reduce((total, value) => total + value, 0);
      const room = tolerance.rel * Math.max(1, Math.abs(numberOr(expected, Number.NaN))) * 10;
      if (!(Math.abs(sum - numberOr(expected, Number.NaN)) <= room))
        differences.push(difference(`${path}.sum`, expected, sum));
    } else if (
      !(name === 'firstIndex' && first < 0 && (expected === null || expected === -1)) &&
      found[name] !== expected
    ) {
      differences.push(difference(`${path}.${name}`, expected, found[name]));
    }
  }
  return differences;
}

/** A tolerance that may differ from element to element: for a list it is asked again for each element. */
interface Tolerances extends Tolerance {
  at(index: number): Tolerances;
}

function uniform({ abs, rel }: Tolerance): Tolerances {
  const same: Tolerances = { abs, rel, at: () => same };
  return same;
}

function perElement(spec: Json, kind: 'abs' | 'rel', base: Tolerance): Tolerances {
  if (Array.isArray(spec)) return { ...base, at: (index) => perElement(spec[index] ?? null, kind, base) };
  return uniform({ ...base, [kind]: numberOr(spec, 0) });
}

function tolerancesOf(field: string, tol: Fields): Tolerances {
  const base = { abs: numberOr(tol['abs'], 0), rel: numberOr(tol['rel'], 0) };
  for (const [key, spec] of Object.entries(tol)) {
    if (key === 'abs_matrix') return perElement(spec, 'abs', base);
    const named = /^(.+)_(abs|rel)$/.exec(key);
    if (named && field.startsWith(named[1]!)) return perElement(spec, named[2] as 'abs' | 'rel', base);
  }
  return uniform(base);
}

function compareValue(path: string, want: Json | undefined, got: unknown, tolerances: Tolerances): Difference[] {
  if (Array.isArray(want)) {
    const list = toList(got);
    if (!list) return [difference(path, want, got)];
    if (list.length !== want.length) return [difference(`${path}.length`, want.length, list.length)];
    return want.flatMap((element, i) => compareValue(`${path}[${i}]`, element, list[i], tolerances.at(i)));
  }
  if (isRecord(want)) {
    const held = toList(got) ?? got;
    if (typeof held !== 'object' || held === null) return [difference(path, want, got)];
    const fields = held as Readonly<Record<string, unknown>>;
    return Object.entries(want).flatMap(([name, element]) =>
      compareValue(`${path}.${name}`, element as Json, fields[name], tolerances),
    );
  }
  if (typeof want === 'number') return isNear(path, want, got, tolerances) ? [] : [difference(path, want, got)];
  return want === got ? [] : [difference(path, want, got)];
}

function isNear(path: string, want: number, got: unknown, { abs, rel }: Tolerance): boolean {
  if (typeof got !== 'number' || Number.isNaN(got)) return false;
  if (got === want) return true;
  if (!Number.isFinite(want) || !Number.isFinite(got)) return false;
  if (
    Number.isInteger(want) &&
    !path.startsWith(SERIES) &&
    path.split(/[.[\]]/).some((part) => EXACT_INTEGER.test(part))
  )
    return false;
  return Math.abs(got - want) <= abs + rel * Math.abs(want);
}

function toList(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  return ArrayBuffer.isView(value) && !(value instanceof DataView) ? Array.from(value as Float64Array) : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !toList(value);
}

function numberOr(value: Json | undefined, fallback: number): number {
  return typeof value === 'number' ? value : fallback;
}

function difference(path: string, want: unknown, got: unknown): Difference {
  return { path, want: show(want), got: show(got) };
}

function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'number') return String(value);
  const text = JSON.stringify(value, (_, inner) =>
    typeof inner === 'number' && !Number.isFinite(inner) ? String(inner) : inner,
  );
  return (text ?? String(value)).slice(0, 160);
}

function describeThrown(thrown: unknown): string {
  if (thrown instanceof CandorError) return `${thrown.code}: ${thrown.message}`;
  return thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
}
