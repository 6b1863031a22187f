import type { Schemas } from '../api/client';
import { decimal } from '../format';

/** A parameter of a plugin, as the server describes it: a strategy's, a sizing rule's, an indicator's, a limit's. */
export type Parameter = Schemas['StrategiesListOutput']['bundled'][number]['params'][number];
/** One field of the entries of a list. */
export type EntryField = NonNullable<Parameter['list']>['entry'][number];
/** What has parameters by a name, as strategies have: the entries of a list may carry those of one of them. */
export interface Described {
  readonly name: string;
  readonly title: string;
  readonly params: readonly Parameter[];
}
export type ParameterValue = Schemas['Json'];
/** Values by the name of their parameter. While it is typed, a number that is none yet is the text that stands in the field. */
export type ParameterValues = Readonly<Record<string, ParameterValue>>;
/** What is wrong, by the name of the parameter; of an entry of a list by the path to it, as `members.0.weight`. */
export type ParameterFaults = Readonly<Record<string, string>>;

// Shares are kept as fractions and shown in percent.
const PERCENT = 'fraction';

/** Returns the values that hold when nobody says anything. */
export function defaultsOf(params: readonly Parameter[]): ParameterValues {
  return Object.fromEntries(
    params.filter(({ none }) => none !== 'leave-out').map(({ name, default: value }) => [name, value]),
  );
}

/** Returns the values with a default for every parameter that has none. */
export function withDefaults(params: readonly Parameter[], values: ParameterValues): ParameterValues {
  return { ...defaultsOf(params), ...values };
}

/** Returns the unit as it stands behind a number: `bars`, `%`. */
export function unitOf({ unit }: Parameter): string | undefined {
  return unit === PERCENT ? '%' : (unit ?? undefined);
}

/** Returns the number a person reads for the one that is kept. */
export function shownNumber({ unit }: Parameter, value: number): number {
  return unit === PERCENT ? trimmed(value * 100) : value;
}

/** Returns the number that is kept for what a person wrote, or the text where that is no number. */
export function keptNumber({ unit }: Parameter, text: string): number | string {
  const plain = text.trim().replace('−', '-');
  // "1e", "0x10" and the like are on the way to a number at best.
  if (!/^-?(\d+\.?\d*|\.\d+)(e-?\d+)?$/i.test(plain)) return text;
  const value = Number(plain);
  return unit === PERCENT ? trimmed(value / 100) : value;
}

/** Returns the range at the right of a label: `2 to 200 bars`, `at least 0%`; undefined where everything is allowed. */
export function rangeOf(param: Parameter): string | undefined {
  const { minimum, maximum, excludesMinimum, excludesMaximum } = param;
  const low = minimum === null ? undefined : decimal(shownNumber(param, minimum), 6);
  const high = maximum === null ? undefined : decimal(shownNumber(param, maximum), 6);
  if (low !== undefined && high !== undefined) {
    return excludesMinimum
      ? `above ${low}, ${excludesMaximum ? 'below' : 'at most'} ${measured(param, high)}`
      : excludesMaximum
        ? `${low} to below ${measured(param, high)}`
        : `${low} to ${measured(param, high)}`;
  }
  if (low !== undefined) return `${excludesMinimum ? 'above' : 'at least'} ${measured(param, low)}`;
  if (high !== undefined) return `${excludesMaximum ? 'below' : 'at most'} ${measured(param, high)}`;
  return undefined;
}

/** Returns a value as people write it: `30 bars`, `14%`, `on`, `long-only`. */
export function wordsOf(param: Parameter, value: ParameterValue | undefined): string {
  if (value === undefined || value === null) return 'none';
  if (typeof value === 'number') return measured(param, decimal(shownNumber(param, value), 6));
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (Array.isArray(value)) {
    return value.length === 0 ? 'none' : value.map((entry) => entryInWords(param, entry as ParameterValue)).join(', ');
  }
  return typeof value === 'string' ? value : Object.keys(value).length === 0 ? 'none' : JSON.stringify(value);
}

/** Returns an entry of a list: what it is, and behind it what differs from the defaults. */
function entryInWords({ list }: Parameter, entry: ParameterValue): string {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return String(entry);
  const values = entry as ParameterValues;
  const [first, ...others] = list?.entry ?? [];
  const details = others.flatMap(({ name, title, default: standard, parametersOf }) => {
    const value = values[name];
    if (value === undefined || isSame(value, standard)) return [];
    if (parametersOf === null) return [`${title.toLowerCase()} ${String(value)}`];
    return Object.entries(value as ParameterValues).map(([inner, one]) => `${inner} ${String(one)}`);
  });
  const what = String(values[first?.name ?? ''] ?? JSON.stringify(entry));
  return details.length === 0 ? what : `${what} (${details.join(', ')})`;
}

/** Returns what is wrong with a value by the rules of its own parameter, naming it and the rule; undefined where nothing is. */
export function faultOf(param: Parameter, value: ParameterValue | undefined): string | undefined {
  const { title, type, none, choices } = param;
  if (value === null || value === undefined) return none === 'not-allowed' ? `${title} is missing.` : undefined;
  switch (type) {
    case 'integer':
    case 'number':
      return numberFault(param, value);
    case 'boolean':
      return typeof value === 'boolean' ? undefined : `${title} must be on or off.`;
    case 'choice':
      return choices?.includes(String(value)) === false ? `${title} must be ${oneOf(choices)}.` : undefined;
    case 'list':
      return listFault(param, value);
    case 'record':
      return typeof value === 'object' && !Array.isArray(value) ? undefined : `${title} must be JSON, such as {}.`;
    default:
      return undefined;
  }
}

function listFault({ title, list }: Parameter, value: ParameterValue): string | undefined {
  if (!Array.isArray(value)) return `${title} must be a list, its entries parted by commas.`;
  const { minEntries = null, maxEntries = null } = list ?? {};
  const entries = (count: number) => (count === 1 ? '1 entry' : `${count} entries`);
  if (minEntries !== null && value.length < minEntries) return `${title} must have at least ${entries(minEntries)}.`;
  if (maxEntries !== null && value.length > maxEntries) return `${title} must have at most ${entries(maxEntries)}.`;
  return undefined;
}

function numberFault(param: Parameter, value: ParameterValue): string | undefined {
  const { title, type, minimum, maximum, excludesMinimum, excludesMaximum } = param;
  if (value === '') return `${title} is missing.`;
  if (typeof value !== 'number') return `${title} must be a number.`;
  if (type === 'integer' && !Number.isInteger(value)) return `${title} must be a whole number.`;
  const bound = (at: number) => measured(param, decimal(shownNumber(param, at), 6));
  if (minimum !== null && (excludesMinimum ? value <= minimum : value < minimum)) {
    return `${title} must be ${excludesMinimum ? 'above' : 'at least'} ${bound(minimum)}.`;
  }
  if (maximum !== null && (excludesMaximum ? value >= maximum : value > maximum)) {
    return `${title} must be ${excludesMaximum ? 'below' : 'at most'} ${bound(maximum)}.`;
  }
  return undefined;
}

/**
 * Returns everything that is wrong by the parameters' own rules, in lists entry by entry. Those between parameters only the server knows.
 */
export function faultsOf(
  params: readonly Parameter[],
  values: ParameterValues,
  strategies: readonly Described[] = [],
): ParameterFaults {
  return Object.fromEntries(
    params.flatMap((param): [string, string][] => {
      const value = values[param.name];
      const fault = faultOf(param, value);
      return fault === undefined ? entryFaults(param, value, strategies) : [[param.name, fault]];
    }),
  );
}

function entryFaults(
  param: Parameter,
  value: ParameterValue | undefined,
  strategies: readonly Described[],
): [string, string][] {
  const fields = fieldsOf(param);
  return entriesOf(param, value).flatMap((entry, place) =>
    fields.flatMap((field): [string, string][] => {
      const path = `${param.name}.${place}.${field.name}`;
      const inner = entry[field.name];
      if (field.parametersOf === null) {
        const fault = faultOf({ ...field, list: null }, inner);
        return fault === undefined ? [] : [[path, fault]];
      }
      const params = paramsOf(field, entry, strategies);
      const faults = faultsOf(params, withDefaults(params, recordOf(inner)));
      return Object.entries(faults).map(([name, fault]) => [`${path}.${name}`, fault]);
    }),
  );
}

/** Returns the fields of the entries of a list; none where an entry is a plain value, or where it is no list. */
export function fieldsOf({ list }: Parameter): readonly EntryField[] {
  return list?.entry.filter(({ name }) => name !== '') ?? [];
}

/** Returns the entries of a list of records. */
export function entriesOf(param: Parameter, value: ParameterValue | undefined): readonly ParameterValues[] {
  return fieldsOf(param).length > 0 && Array.isArray(value)
    ? value.map((entry) => recordOf(entry as ParameterValue))
    : [];
}

/** Returns the parameters that stand in a field of an entry: those of the strategy that another field of it names. */
export function paramsOf(
  { parametersOf }: EntryField,
  entry: ParameterValues,
  strategies: readonly Described[],
): readonly Parameter[] {
  return strategies.find(({ name }) => parametersOf !== null && name === entry[parametersOf])?.params ?? [];
}

/** Returns the entry that is added next: the first choice that may still be taken, and else the defaults; undefined where there is none left. */
export function nextEntry(
  param: Parameter,
  value: ParameterValue | undefined,
  strategies: readonly Described[],
): ParameterValues | undefined {
  const entries = entriesOf(param, value);
  const { maxEntries = null, eachOnce = null } = param.list ?? {};
  if (maxEntries !== null && entries.length >= maxEntries) return undefined;
  const entry: Record<string, ParameterValue> = {};
  for (const field of fieldsOf(param)) {
    const taken = field.name === eachOnce ? entries.map((each) => each[field.name]) : [];
    const choice = field.choices?.find((each) => !taken.includes(each));
    if (field.name === eachOnce && field.choices !== null && choice === undefined) return undefined;
    entry[field.name] = field.default ?? choice ?? null;
  }
  for (const field of fieldsOf(param)) {
    if (field.parametersOf !== null) entry[field.name] = defaultsOf(paramsOf(field, entry, strategies));
  }
  return entry;
}

/** Returns a value as a record; one that is none has nothing in it. */
export function recordOf(value: ParameterValue | undefined): ParameterValues {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as ParameterValues) : {};
}

/** Returns whether two values mean the same. */
export function isSame(one: ParameterValue | undefined, other: ParameterValue | undefined): boolean {
  return one === other || JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

/** Returns how one set of values became another, in words: `slow average 40 to 30 bars`. */
export function differences(
  params: readonly Parameter[],
  before: ParameterValues,
  after: ParameterValues,
): readonly string[] {
  const known = new Map(params.map((param) => [param.name, param]));
  const names = new Set([...known.keys(), ...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) => {
    const [one, other] = [before[name], after[name]];
    if (isSame(one, other)) return [];
    const param = known.get(name);
    const title = (param?.title ?? name).toLowerCase();
    if (param === undefined) return [`${title} ${JSON.stringify(one ?? null)} to ${JSON.stringify(other ?? null)}`];
    if (typeof other === 'boolean') return [`${title} switched ${other ? 'on' : 'off'}`];
    if (typeof one === 'number' && typeof other === 'number') {
      return [`${title} ${decimal(shownNumber(param, one), 6)} to ${wordsOf(param, other)}`];
    }
    return [`${title} ${wordsOf(param, one)} to ${wordsOf(param, other)}`];
  });
}

/** Returns a sentence of the server with the names of parameters replaced by what people call them. */
export function inWords(params: readonly Parameter[], message: string): string {
  return message.replaceAll(/"([\w.-]+)"(:?)/g, (quoted: string, name: string, _colon: string, at: number) => {
    const title = titleAt(params, name);
    if (title === undefined) return quoted;
    return at === 0 ? title : title.toLowerCase();
  });
}

/** Returns what people call the parameter at a path: `weight of entry 2 of members`. */
function titleAt(params: readonly Parameter[], path: string): string | undefined {
  const [name, place, field, ...inner] = path.split('.');
  const param = params.find((each) => each.name === name);
  if (param === undefined || place === undefined) return param?.title;
  const title = inner.at(-1) ?? fieldsOf(param).find((each) => each.name === field)?.title;
  return `${title === undefined ? 'Entry' : `${title}, entry`} ${Number(place) + 1} of ${param.title.toLowerCase()}`;
}

function measured(param: Parameter, text: string): string {
  const unit = unitOf(param);
  if (unit === undefined) return text;
  return unit === '%' ? `${text}%` : `${text} ${unit}`;
}

function oneOf(choices: readonly string[]): string {
  return `one of ${choices.join(', ')}`;
}

// A hundredth of 7 is not exactly 0.07; twelve digits are more than anybody writes.
function trimmed(value: number): number {
  return Number(value.toPrecision(12));
}
