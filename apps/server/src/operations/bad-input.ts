import { CandorError } from '@candor/domain/candor-error';
import { didYouMean } from '@candor/domain/nearest';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** A list of a thousand wrong numbers needs no thousand sentences. */
const MOST_SAID = 20;
/** Characters of a value that are repeated to who sent it. */
const LONGEST_SHOWN = 80;

/**
 * Returns the error for input that does not fit: one sentence per broken rule, naming the field as the caller knows it, what came and,
 * where there is a choice, the nearest one.
 */
export function badInput(
  error: z.ZodError,
  input: unknown,
  nameOf: (path: readonly PropertyKey[]) => string = (path) => `"${path.join('.')}"`,
): CandorError {
  const { issues } = error;
  const sentences = issues.slice(0, MOST_SAID).map((issue) => sentence(issue, valueAt(input, issue.path), nameOf));
  if (issues.length > MOST_SAID) sentences.push(`${issues.length - MOST_SAID} more faults like these.`);
  return new CandorError('operations.bad-input', { kind: 'invalid', message: sentences.join(' '), cause: error });
}

/** One broken rule of an input, for programs. */
export interface Fault {
  /** Path of the field, such as `sizing.params.riskFraction`. */
  readonly field: string;
  /** Kind of rule: `too_small`, `unrecognized_keys`. */
  readonly rule: string;
  /** The sentence that says it to people. */
  readonly message: string;
}

/** Returns the broken rules of an input, each on its own; of very many the first. */
export function faultsOf(error: z.ZodError, input: unknown): Fault[] {
  return error.issues.slice(0, MOST_SAID).flatMap((issue) => {
    const value = valueAt(input, issue.path);
    const each: readonly Issue[] =
      issue.code === 'unrecognized_keys' ? issue.keys.map((key) => ({ ...issue, keys: [key] })) : [issue];
    return each.map((one) => ({
      field: (one.code === 'unrecognized_keys' ? [...one.path, ...one.keys] : one.path).join('.'),
      rule: one.code,
      message: sentence(one, value, (path) => `"${path.join('.')}"`),
    }));
  });
}

function sentence(issue: Issue, value: unknown, nameOf: (path: readonly PropertyKey[]) => string): string {
  const name = nameOf(issue.path);
  if (value === undefined && issue.code === 'invalid_type') return `${name} is missing.`;
  const got = `got ${shown(value)}`;
  switch (issue.code) {
    case 'invalid_type':
      return `${name} must be ${article(issue.expected)}, ${got}.`;
    case 'too_small':
      return `${name} must be ${issue.inclusive === false ? 'above' : 'at least'} ${bound(issue.minimum, issue.origin)}, ${got}.`;
    case 'too_big':
      return `${name} must be ${issue.inclusive === false ? 'below' : 'at most'} ${bound(issue.maximum, issue.origin)}, ${got}.`;
    case 'invalid_value': {
      const choices = issue.values.map(String);
      return `${name} cannot be ${shown(value)}. ${didYouMean(String(value).slice(0, LONGEST_SHOWN), choices)}`;
    }
    case 'unrecognized_keys':
      return `${issue.keys.map((key) => nameOf([...issue.path, key])).join(', ')} is unknown.`;
    default:
      return `${name}: ${issue.message.replace(/\.$/, '')}, ${got}.`;
  }
}

function shown(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object';
  // JSON has no word for what is no finite number.
  const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? 'nothing');
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}… (${text.length} characters)` : text;
}

function article(expected: string): string {
  if (expected === 'int') return 'a whole number';
  return `${/^[aeiou]/.test(expected) ? 'an' : 'a'} ${expected}`;
}

function bound(limit: number | bigint, origin: string): string {
  if (origin === 'string') return `${limit} characters long`;
  return origin === 'array' ? `${limit} entries long` : String(limit);
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    input,
  );
}
