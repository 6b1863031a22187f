import type { Schemas } from '../api/client';
import { decimal } from '../format';

/** A parameter of a plugin, as the server describes it: a strategy's, a sizing rule's, an indicator's, a limit's. */
export type Parameter = Schemas['StrategiesListOutput']['bundled'][number]['params'][number];
export type ParameterValue = Schemas['Json'];
/** Values by the name of their parameter. While it is typed, a number that is none yet is the text that stands in the field. */
export type ParameterValues = Readonly<Record<string, ParameterValue>>;
/** What is wrong, by the name of the parameter. */
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
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(String).join(', ');
  return typeof value === 'string' ? value : Object.keys(value).length === 0 ? 'none' : JSON.stringify(value);
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
      return Array.isArray(value) ? undefined : `${title} must be a list, its entries parted by commas.`;
    case 'record':
      return typeof value === 'object' && !Array.isArray(value) ? undefined : `${title} must be JSON, such as {}.`;
    default:
      return undefined;
  }
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

/** Returns everything that is wrong by the parameters' own rules. Those between parameters only the server knows. */
export function faultsOf(params: readonly Parameter[], values: ParameterValues): ParameterFaults {
  return Object.fromEntries(
    params.flatMap((param) => {
      const fault = faultOf(param, values[param.name]);
      return fault === undefined ? [] : [[param.name, fault]];
    }),
  );
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
    const param = params.find((each) => each.name === name);
    if (param === undefined) return quoted;
    return at === 0 ? param.title : param.title.toLowerCase();
  });
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
