import { BarCursor, type BarSeries, type BarView } from '@candor/domain/bar';
import { CandorError } from '@candor/domain/candor-error';
import type { Json } from '@candor/domain/json';
import { nearest } from '@candor/domain/nearest';
import type { Indicator, IndicatorDefinition, IndicatorOutput } from '@candor/domain/ports/indicator';
import { z } from 'zod';
import { checkColumns, type InputName } from './check-columns.ts';
import { describeParams, ruleOf } from './describe-params.ts';
import { restoreState } from './restore-state.ts';

/** Whatever holds state: every kernel does. */
export interface Part {
  snapshot(): Json;
  restore(state: Json): void;
}

export interface IndicatorMachine {
  /** All of the machine's state, saved and restored for the author. */
  readonly parts: Readonly<Record<string, Part>>;
  /** Advances by one bar and writes every slot of `out`; NaN means not available. */
  push(view: BarView): void;
  /** Walks the whole series at once, where a tight loop over the columns is worth writing. Must equal the fold of `push` bit for bit. */
  fold?(series: BarSeries, columns: readonly Float64Array[]): void;
}

export interface IndicatorDescription<Params> {
  /** In kebab-case. */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly source: string;
  /** Section of the menu that it stands in, where it is one of many alike. */
  readonly group?: 'candlestick';
  readonly inputs: readonly [InputName, ...InputName[]];
  /** The inputs of which it takes the logarithm: a whole series is refused where one of them is not above zero. */
  readonly logarithmOf?: readonly InputName[];
  /** A `z.strictObject` whose fields have defaults and bounds. */
  readonly params: z.ZodType<Params>;
  readonly outputs: readonly [IndicatorOutput, ...IndicatorOutput[]];
  readonly warmup: (params: Params) => readonly number[];
  /** Builds a fresh machine that writes into `out`, one slot per output. */
  readonly create: (params: Params, out: Float64Array) => IndicatorMachine;
}

/** Returns the definition that a description stands for: parameters checked, state saved and restored, batch derived from the machine. */
export function defineIndicator<Params>(description: IndicatorDescription<Params>): IndicatorDefinition<Params> {
  const {
    id,
    title,
    summary,
    source,
    group,
    inputs,
    logarithmOf,
    params: schema,
    outputs,
    warmup,
    create,
  } = description;
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) throw new Error(`Indicator id "${id}" is not in kebab-case.`);
  const parse = (raw: unknown): Params => {
    const parsed = schema.safeParse(raw);
    if (parsed.success) return parsed.data;
    throw badParam(id, schema, parsed.error.issues[0], raw);
  };
  return {
    id,
    title,
    summary,
    source,
    ...(group ? { group } : {}),
    inputs,
    params: schema,
    outputs,
    parse,
    warmup: (params) => warmup(parse(params)),
    create: (params) => {
      const out = new Float64Array(outputs.length).fill(Number.NaN);
      return asIndicator(id, create(parse(params), out), out);
    },
    compute: (series, params, given) => {
      const out = new Float64Array(outputs.length).fill(Number.NaN);
      const machine = create(parse(params), out);
      checkColumns(series, inputs, logarithmOf);
      const columns = given ?? outputs.map(() => new Float64Array(series.length));
      checkTargets(id, outputs, columns, series.length);
      if (machine.fold) machine.fold(series, columns);
      else foldPush(series, machine, out, columns);
      return columns;
    },
  };
}

function asIndicator(id: string, { parts, push }: IndicatorMachine, out: Float64Array): Indicator {
  return {
    push,
    out,
    snapshot: () => ({
      out: Array.from(out, (value) => (Number.isNaN(value) ? null : value + 0)),
      parts: Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part.snapshot()])),
    }),
    restore: (state) => {
      const shape = z.strictObject({
        out: z.array(z.number().nullable()).length(out.length),
        parts: z.strictObject(Object.fromEntries(Object.keys(parts).map((name) => [name, z.json()]))),
      });
      const saved = restoreState(`indicator "${id}"`, shape, state);
      for (const [name, part] of Object.entries(parts)) part.restore(saved.parts[name] as Json);
      saved.out.forEach((value, slot) => {
        out[slot] = value ?? Number.NaN;
      });
    },
  };
}

function foldPush(
  series: BarSeries,
  machine: IndicatorMachine,
  out: Float64Array,
  columns: readonly Float64Array[],
): void {
  const cursor = new BarCursor(series);
  for (let i = 0; i < series.length; i++) {
    BarCursor.move(cursor, i);
    machine.push(cursor);
    for (let slot = 0; slot < columns.length; slot++) columns[slot]![i] = out[slot]!;
  }
}

function checkTargets(
  id: string,
  outputs: readonly IndicatorOutput[],
  columns: readonly Float64Array[],
  length: number,
): void {
  if (columns.length === outputs.length && columns.every((column) => column.length === length)) return;
  throw new CandorError('indicators.length-mismatch', {
    kind: 'invalid',
    message: `Indicator "${id}" writes ${outputs.length} columns of ${length} rows; it was given ${columns.length} of ${columns.map((column) => column.length).join(', ')}.`,
  });
}

function badParam(id: string, schema: z.ZodType, issue: z.core.$ZodIssue | undefined, raw: unknown): CandorError {
  const known = describeParams(schema);
  const say = (rest: string): CandorError =>
    new CandorError('indicators.bad-param', { kind: 'invalid', message: `Indicator "${id}": ${rest}` });
  if (issue?.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? '';
    const names = known.map((parameter) => parameter.name);
    const near = nearest(key, names);
    const choice = names.length === 0 ? 'It takes none.' : `It takes ${names.join(', ')}.`;
    return say(`it has no parameter "${key}". ${near ? `Did you mean "${near}"? ` : ''}${choice}`);
  }
  const name = String(issue?.path[0] ?? '');
  const parameter = known.find((candidate) => candidate.name === name);
  if (parameter === undefined) return say('its parameters must be an object.');
  if (issue?.code === 'custom') return say(`"${name}" ${issue.message}.`);
  const value = (raw as Record<string, unknown>)[name];
  const near = parameter.type === 'choice' && typeof value === 'string' ? nearest(value, parameter.choices) : undefined;
  return say(`"${name}" must be ${ruleOf(parameter)}, but is ${show(value)}.${near ? ` Did you mean "${near}"?` : ''}`);
}

function show(value: unknown): string {
  return typeof value === 'string' ? `"${value}"` : String(value);
}
