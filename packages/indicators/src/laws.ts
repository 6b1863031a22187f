import { BarCursor, type BarSeries, createBarSeries, sliceBarSeries } from '@candor/domain/bar';
import { CandorError } from '@candor/domain/candor-error';
import type { Json } from '@candor/domain/json';
import type { Indicator, IndicatorDefinition } from '@candor/domain/ports/indicator';
import { describeParams } from './describe-params.ts';
import { peekIndicator } from './peek.ts';

// Enough to pass every usual warm-up.
const PEEKED_BARS = 80;

// Enough to fill every usual window.
const STILL_BARS = 140;

/** What every indicator of the catalog must hold, whatever it computes. */
export interface IndicatorLaw {
  readonly id: string;
  readonly title: string;
  /**
   * Returns how the indicator breaks the law on these bars, in words; empty when it holds. The bars must be lively: no two closes in a row
   * are equal, and there are at least 150 more than the longest warm-up.
   */
  check(definition: IndicatorDefinition, params: unknown, series: BarSeries): readonly string[];
}

/** The suite that being registered means to inherit. */
export const INDICATOR_LAWS: readonly IndicatorLaw[] = [
  {
    id: 'stream-is-batch',
    title: 'pushing bar by bar gives the batch columns bit for bit',
    check: (definition, params, series) =>
      differences(definition, definition.compute(series, params), pushAll(definition, params, series), 'pushed'),
  },
  {
    id: 'prefix',
    title: 'what was said at a bar is never changed by later bars',
    check: (definition, params, series) => {
      const whole = definition.compute(series, params);
      return cuts(definition, params, series, [30, 60, 120, 200]).flatMap((cut) => [
        ...differences(
          definition,
          heads(whole, cut),
          definition.compute(sliceBarSeries(series, 0, cut), params),
          `cut at ${cut}`,
        ),
        ...differences(
          definition,
          heads(whole, cut),
          heads(definition.compute(withOtherFuture(series, cut), params), cut),
          `with other bars from ${cut} on`,
        ),
      ]);
    },
  },
  { id: 'warm-up', title: 'each output is available from exactly its warm-up index on', check: checkWarmup },
  {
    id: 'snapshot',
    title: 'a snapshot survives JSON and resumes bit for bit',
    check: (definition, params, series) =>
      cuts(definition, params, series, [100]).flatMap((cut) => checkSnapshot(definition, params, series, cut)),
  },
  {
    id: 'peek',
    title: 'looking at the forming bar changes nothing',
    check: (definition, params, series) => {
      const indicator = definition.create(params);
      let peeked: readonly number[] = [];
      const broken: string[] = [];
      const columns = walk(definition, series, (cursor, bar) => {
        indicator.push(cursor);
        if (bar > 0 && bar <= PEEKED_BARS && !sameBits(peeked, Array.from(indicator.out))) {
          broken.push(`peeking at bar ${bar} told other values than its close`);
        }
        if (bar < PEEKED_BARS && bar + 1 < series.length) {
          const next = new BarCursor(series);
          BarCursor.move(next, bar + 1);
          peeked = Array.from(peekIndicator(definition, params, indicator, next));
        }
        return indicator.out;
      });
      return [...broken, ...differences(definition, definition.compute(series, params), columns, 'with peeks')];
    },
  },
  {
    id: 'short',
    title: 'a series too short for a value gives none, and no error',
    check: (definition, params, series) => {
      const warmup = definition.warmup(params);
      const length = Math.min(...warmup);
      const columns = definition.compute(sliceBarSeries(series, 0, length), params);
      return columns.flatMap((column, slot) =>
        column.length === length && column.every(Number.isNaN)
          ? []
          : [`${definition.outputs[slot]?.name} of ${length} bars is not ${length} times "not available"`],
      );
    },
  },
  {
    id: 'constant',
    title: 'a price that never moves gives finite values',
    check: (definition, params, series) => {
      // A price that binary fractions cannot hold, so that rounding shows.
      const flat = mapPrices(series, () => 0.1);
      return checkAvailability(definition, params, flat, { lively: false });
    },
  },
  {
    id: 'standstill',
    title: 'a price that stops moving gives finite values',
    check: (definition, params, series) => {
      const from = series.length - STILL_BARS;
      const last = series.close[from - 1]!;
      const stopped = mapPrices(series, (price, bar) => (bar < from ? price : last));
      return checkAvailability(definition, params, stopped, { lively: false });
    },
  },
  { id: 'scale', title: 'ten times the price gives ten times every price and the same ratios', check: checkScale },
  { id: 'bad-params', title: 'a parameter outside its domain is refused by name', check: checkBadParams },
  { id: 'bad-input', title: 'NaN, infinity and columns of unequal length are refused by name', check: checkBadInput },
  {
    id: 'inputs-untouched',
    title: "the caller's columns are never written to",
    check: (definition, params, series) => {
      const copy = mapPrices(series, (price) => price);
      definition.compute(copy, params);
      return definition.inputs.flatMap((name) =>
        sameBits(copy[name], series[name]) ? [] : [`column "${name}" was changed`],
      );
    },
  },
];

/** Returns every break of every law, each with the law's id and the parameters. */
export function brokenLaws(definition: IndicatorDefinition, params: unknown, series: BarSeries): readonly string[] {
  return INDICATOR_LAWS.flatMap((law) =>
    law
      .check(definition, params, series)
      .map((violation) => `${definition.id} ${JSON.stringify(params)}: ${law.id}: ${violation}`),
  );
}

/** Returns parameter sets worth testing: the defaults, all minima, small and odd values, and every choice. Those that do not go together are left out. */
export function sampleParams(definition: IndicatorDefinition): readonly unknown[] {
  const parameters = describeParams(definition.params);
  const numbers = (pick: (smallest: number, usual: number) => number): Record<string, unknown> =>
    Object.fromEntries(
      parameters.map((parameter) => [
        parameter.name,
        parameter.type === 'choice'
          ? parameter.default
          : pick(parameter.exclusive ? parameter.min + 0.5 : parameter.min, parameter.default),
      ]),
    );
  const sizes = [
    numbers((_, usual) => usual),
    numbers((smallest) => smallest),
    numbers((smallest, usual) => (usual > smallest ? smallest + 1 : smallest)),
    numbers((_, usual) => (Number.isInteger(usual) && usual > 4 ? usual + 3 : usual)),
  ];
  const choices = parameters.flatMap((parameter) =>
    parameter.type === 'choice' ? parameter.choices.map((choice) => ({ [parameter.name]: choice })) : [],
  );
  const combined = sizes.flatMap((size) => [size, ...choices.map((choice) => ({ ...size, ...choice }))]);
  const distinct = new Map(combined.map((params) => [JSON.stringify(params), params]));
  return [...distinct.values()].filter((params) => definition.params.safeParse(params).success);
}

function checkWarmup(definition: IndicatorDefinition, params: unknown, series: BarSeries): readonly string[] {
  return checkAvailability(definition, params, series, { lively: true });
}

function checkAvailability(
  definition: IndicatorDefinition,
  params: unknown,
  series: BarSeries,
  { lively }: { readonly lively: boolean },
): readonly string[] {
  const warmup = definition.warmup(params);
  const columns = definition.compute(series, params);
  if (warmup.length !== columns.length) return [`there are ${columns.length} outputs but ${warmup.length} warm-ups`];
  return columns.flatMap((column, slot) => {
    const output = definition.outputs[slot];
    const first = warmup[slot]!;
    const early = column.subarray(0, first).findIndex((value) => !Number.isNaN(value));
    if (early >= 0) return [`${output?.name} is available at bar ${early}, before its warm-up index ${first}`];
    const mayMiss = output?.mayBeMissing !== undefined;
    const odd = column
      .subarray(first)
      .findIndex((value) => !(Number.isFinite(value) || (mayMiss && Number.isNaN(value))));
    if (odd >= 0)
      return [`${output?.name} is ${column[first + odd]} at bar ${first + odd}; its warm-up index is ${first}`];
    const late = output?.event ? column.every(Number.isNaN) : Number.isNaN(column[first]);
    return lively && late ? [`${output?.name} is missing at its warm-up index ${first}`] : [];
  });
}

function checkSnapshot(
  definition: IndicatorDefinition,
  params: unknown,
  series: BarSeries,
  cut: number,
): readonly string[] {
  const original = definition.create(params);
  // Already used on other bars: restoring must replace all of its state.
  const resumed = definition.create(params);
  walk(definition, withOtherFuture(series, 0), (cursor) => pushOn(resumed, cursor));
  const broken: string[] = [];
  const columns = walk(definition, series, (cursor, bar) => {
    if (bar === cut) {
      const snapshot = original.snapshot();
      const strange = findNotJson(snapshot);
      if (strange) broken.push(`the snapshot at bar ${cut} holds ${strange}, which JSON cannot carry`);
      resumed.restore(JSON.parse(JSON.stringify(snapshot)) as Json);
      if (JSON.stringify(resumed.snapshot()) !== JSON.stringify(snapshot)) {
        broken.push(`restored at bar ${cut}, its snapshot is not the one it was restored from`);
      }
    }
    pushOn(original, cursor);
    return bar < cut ? original.out : pushOn(resumed, cursor);
  });
  const whole = definition.compute(series, params);
  return [...broken, ...differences(definition, whole, columns, `restored at ${cut}`)];
}

function checkScale(definition: IndicatorDefinition, params: unknown, series: BarSeries): readonly string[] {
  const factor = 10;
  const plain = definition.compute(series, params);
  const scaled = definition.compute(
    mapPrices(series, (price) => price * factor),
    params,
  );
  return definition.outputs.flatMap(({ name, unit, priceDegree = unit === 'price' ? 1 : 0 }, slot) => {
    if (priceDegree === 'none') return [];
    const times = factor ** priceDegree;
    const scale = plain[slot]!.reduce((most, value) => (Math.abs(value) > most ? Math.abs(value) : most), 0) * times;
    const bar = plain[slot]!.findIndex((value, index) => {
      const want = value * times;
      const got = scaled[slot]![index]!;
      // Relative to the largest value of the line: near a zero crossing there is nothing to be relative to.
      return Number.isNaN(want) !== Number.isNaN(got) || Math.abs(got - want) > 1e-9 * scale;
    });
    if (bar < 0) return [];
    return [`${name} (${unit}) goes from ${plain[slot]![bar]} to ${scaled[slot]![bar]} at bar ${bar}`];
  });
}

function checkBadParams(definition: IndicatorDefinition, params: unknown): readonly string[] {
  const good = definition.parse(params) as Record<string, unknown>;
  const wrong = describeParams(definition.params).flatMap((parameter): [string, unknown][] => {
    const { name } = parameter;
    if (parameter.type === 'choice')
      return [
        [name, 'no-such-choice'],
        [name, 1],
      ];
    const below = parameter.exclusive ? parameter.min : parameter.min - 1;
    const values = [below, parameter.max + 1, Number.NaN, Number.POSITIVE_INFINITY, '5', null];
    return (parameter.type === 'integer' ? [...values, parameter.min + 0.5] : values).map((value) => [name, value]);
  });
  return [...wrong, ['noSuchParameter', 1] as [string, unknown]].flatMap(([name, value]) => {
    const said = codeOf(() => definition.create({ ...good, [name]: value }));
    if (said?.code === 'indicators.bad-param' && said.message.includes(name)) return [];
    return [`${name} = ${String(value)} is answered by ${said ? `${said.code}: ${said.message}` : 'no error'}`];
  });
}

function checkBadInput(definition: IndicatorDefinition, params: unknown, series: BarSeries): readonly string[] {
  const bar = Math.min(7, series.length - 1);
  return definition.inputs.flatMap((name) => {
    const broken = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY].flatMap((value) => {
      const column = series[name].with(bar, value);
      const said = codeOf(() => definition.compute({ ...series, [name]: column }, params));
      const named = said?.message.includes(`"${name}"`) && said.message.includes(`bar ${bar}`);
      return said?.code === 'indicators.bad-input' && named ? [] : [`${value} in "${name}" gives ${said?.message}`];
    });
    const short = codeOf(() => definition.compute({ ...series, [name]: series[name].subarray(1) }, params));
    if (short?.code !== 'indicators.length-mismatch') broken.push(`a shorter "${name}" gives ${short?.message}`);
    return broken;
  });
}

function codeOf(act: () => unknown): CandorError | undefined {
  try {
    act();
  } catch (error) {
    if (error instanceof CandorError) return error;
    throw error;
  }
  return undefined;
}

/** Bars at which state is most likely to be wrong: the ends, around every warm-up, and the given ones, as far as they exist. */
function cuts(
  definition: IndicatorDefinition,
  params: unknown,
  series: BarSeries,
  more: readonly number[],
): readonly number[] {
  const around = definition.warmup(params).flatMap((first) => [first - 1, first, first + 1, first + 2, 2 * first + 3]);
  const all = [0, 1, 2, ...around, ...more].filter((cut) => cut >= 0 && cut < series.length);
  return [...new Set(all)].toSorted((a, b) => a - b);
}

function walk(
  definition: IndicatorDefinition,
  series: BarSeries,
  step: (cursor: BarCursor, bar: number) => ArrayLike<number>,
): readonly Float64Array[] {
  const columns = definition.outputs.map(() => new Float64Array(series.length));
  const cursor = new BarCursor(series);
  for (let bar = 0; bar < series.length; bar++) {
    BarCursor.move(cursor, bar);
    const out = step(cursor, bar);
    columns.forEach((column, slot) => {
      column[bar] = out[slot] ?? Number.POSITIVE_INFINITY;
    });
  }
  return columns;
}

function pushAll(definition: IndicatorDefinition, params: unknown, series: BarSeries): readonly Float64Array[] {
  const indicator = definition.create(params);
  return walk(definition, series, (cursor) => pushOn(indicator, cursor));
}

function pushOn(indicator: Indicator, cursor: BarCursor): Float64Array {
  indicator.push(cursor);
  return indicator.out;
}

function heads(columns: readonly Float64Array[], length: number): readonly Float64Array[] {
  return columns.map((column) => column.subarray(0, length));
}

function differences(
  definition: IndicatorDefinition,
  want: readonly Float64Array[],
  got: readonly Float64Array[],
  how: string,
): readonly string[] {
  return definition.outputs.flatMap(({ name }, slot) => {
    const wanted = want[slot]!;
    const gotten = got[slot]!;
    if (wanted.length !== gotten.length) return [`${name} ${how} has ${gotten.length} rows, not ${wanted.length}`];
    const bar = wanted.findIndex((value, index) => !Object.is(value, gotten[index]));
    return bar < 0 ? [] : [`${name} ${how} is ${gotten[bar]} at bar ${bar}, in batch ${wanted[bar]}`];
  });
}

function sameBits(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  return a.length === b.length && Array.from(a).every((value, index) => Object.is(value, b[index]));
}

function findNotJson(value: unknown): string | undefined {
  if (typeof value === 'number') {
    if (Object.is(value, -0)) return '-0';
    return Number.isFinite(value) ? undefined : String(value);
  }
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return undefined;
  if (typeof value !== 'object' || ArrayBuffer.isView(value)) return typeof value;
  return Object.values(value)
    .map(findNotJson)
    .find((found) => found !== undefined);
}

function mapPrices(series: BarSeries, map: (price: number, bar: number) => number): BarSeries {
  return createBarSeries(series.instrument, series.timeframe, {
    time: series.time,
    open: series.open.map(map),
    high: series.high.map(map),
    low: series.low.map(map),
    close: series.close.map(map),
    volume: series.volume,
    session: series.session,
  });
}

/** Bars that are the same before `from` and rise and fall otherwise after it. */
function withOtherFuture(series: BarSeries, from: number): BarSeries {
  const other = (price: number, bar: number): number => (bar < from ? price : price * (bar % 3 === 0 ? 1.5 : 1.7));
  return createBarSeries(series.instrument, series.timeframe, {
    time: series.time,
    open: series.open.map(other),
    high: series.high.map(other),
    low: series.low.map(other),
    close: series.close.map(other),
    volume: series.volume.map(other),
    session: series.session,
  });
}
