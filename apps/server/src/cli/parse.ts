import { parseArgs } from 'node:util';
import { CandorError } from '@candor/domain/candor-error';
import { didYouMean, nearest } from '@candor/domain/nearest';
import { badInput } from '../operations/bad-input.ts';
import type { Operation } from '../operations/operation.ts';
import { type Flag, flagsOf, spelling } from './flags.ts';

export type Command = Operation;

/** What a command line asks for. */
export type Request =
  | { readonly want: 'help'; readonly command: Command | undefined }
  | { readonly want: 'version' }
  | {
      readonly want: 'run';
      readonly command: Command;
      readonly input: Readonly<Record<string, unknown>>;
      /** One JSON document on the standard output instead of text. */
      readonly json: boolean;
      /** File for the same JSON document. */
      readonly out: string | undefined;
      /** Progress in lines, also where the error output is no terminal. */
      readonly progress: boolean;
    };

/** Options that every command has; no field of an input may be called so. */
export const COMMON_OPTIONS = {
  help: { type: 'boolean', short: 'h', about: 'Explain the command.' },
  json: { type: 'boolean', about: 'Print the whole result as one JSON document.' },
  out: { type: 'string', about: 'Write that JSON document to a file.' },
  progress: { type: 'boolean', about: 'Report progress in lines where there is no terminal.' },
} as const;

/** Returns what the arguments ask for. Throws `cli.…` (invalid) with one sentence that names the option and offers the nearest one. */
export function parseCommandLine(args: readonly string[], commands: readonly Command[]): Request {
  const [first] = args;
  if (first === undefined || first === 'help' || first === '--help' || first === '-h') {
    return {
      want: 'help',
      command: first === 'help' && args.length > 1 ? findCommand(args.slice(1), commands) : undefined,
    };
  }
  if (first === '--version' || first === '-v') return { want: 'version' };

  const command = findCommand(args, commands);
  const flags = flagsOf(command);
  const { values, positionals } = readArguments(args.slice(wordsOf(command).length), command, flags);
  if (values.has('help')) return { want: 'help', command };
  return {
    want: 'run',
    command,
    input: readInput(command, flags, values, positionals),
    json: values.has('json'),
    out: values.get('out')?.[0],
    progress: values.has('progress'),
  };
}

function wordsOf(command: Command): readonly string[] {
  return command.cli?.command.split(' ') ?? [];
}

function findCommand(args: readonly string[], commands: readonly Command[]): Command {
  // `backtest delete` begins like `backtest`: the longer one is meant.
  const [found] = commands
    .filter((command) => wordsOf(command).length > 0 && wordsOf(command).every((word, i) => args[i] === word))
    .toSorted((a, b) => wordsOf(b).length - wordsOf(a).length);
  if (found) return found;
  const words = args.filter((arg) => !arg.startsWith('-'));
  const names = commands.flatMap(({ cli }) => cli?.command ?? []);
  // `new strategi`: two words may be meant as one command.
  const said = names.some((name) => name.startsWith(`${words[0]} `))
    ? words.slice(0, 2).join(' ')
    : (words[0] ?? args[0]);
  throw invalid('cli.unknown-command', `"${said}" is no command. ${didYouMean(said ?? '', names)}`);
}

interface Given {
  /** By option name; a switch has the text `true` or `false`. */
  readonly values: Map<string, string[]>;
  readonly positionals: readonly string[];
}

function readArguments(args: readonly string[], command: Command, flags: readonly Flag[]): Given {
  const named = flags.filter(({ isPositional }) => !isPositional);
  const known: Record<string, { type: 'boolean' | 'string'; short?: string }> = {};
  for (const [name, option] of Object.entries(COMMON_OPTIONS)) known[name] = option;
  for (const { name, type } of named) known[name] = { type: type === 'switch' ? 'boolean' : 'string' };

  const options = Object.fromEntries(
    Object.entries(known).map(([name, { type, short }]) => [
      name,
      { type, multiple: true, ...(short ? { short } : {}) },
    ]),
  );
  const { tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    tokens: true,
    allowPositionals: true,
    allowNegative: true,
  });
  const repeatable = new Set(named.filter(({ type }) => type === 'list' || type === 'record').map(({ name }) => name));
  const values = new Map<string, string[]>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const isNegated = token.rawName.startsWith('--no-') && known[token.name.replace(/^no-/, '')]?.type === 'boolean';
    const name = isNegated ? token.name.replace(/^no-/, '') : token.name;
    const option = known[name];
    if (!option) throw unknownOption(token.rawName, command, Object.keys(known));
    if (option.type === 'boolean') {
      if (token.value !== undefined) throw invalid('cli.bad-value', `--${name} is a switch and takes no value.`);
      values.set(name, [String(!isNegated)]);
      continue;
    }
    const { value } = token;
    if (value === undefined || value === '' || (!token.inlineValue && /^--?[a-z]/i.test(value))) {
      throw invalid('cli.missing-value', `--${name} needs a value after it.`);
    }
    if (values.has(name) && !repeatable.has(name)) throw invalid('cli.given-twice', `--${name} is given twice.`);
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  return { values, positionals };
}

function unknownOption(rawName: string, command: Command, known: readonly string[]): CandorError {
  const near = nearest(rawName.replace(/^-+/, ''), known);
  const hint = near ? `Did you mean --${near}?` : `See: candor ${command.cli?.command} --help.`;
  return invalid('cli.unknown-option', `${rawName} is no option of candor ${command.cli?.command}. ${hint}`);
}

function readInput(
  command: Command,
  flags: readonly Flag[],
  values: Given['values'],
  places: readonly string[],
): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  const positionals = flags.filter(({ isPositional }) => isPositional);
  positionals.forEach(({ field }, i) => {
    if (places[i] !== undefined) input[field] = places[i];
  });
  const surplus = places[positionals.length];
  if (surplus !== undefined) {
    throw invalid('cli.surplus', `"${surplus}" is not expected here. See: candor ${command.cli?.command} --help.`);
  }
  for (const flag of flags) {
    const given = values.get(flag.name);
    if (!flag.isPositional && given) input[flag.field] = typedValue(flag, given);
  }
  const parsed = command.input.safeParse(input);
  if (parsed.success) return input;
  throw badInput(parsed.error, input, ([field, ...rest]) => {
    const flag = flags.find((candidate) => candidate.field === field);
    const inner = rest.length > 0 ? ` ${rest.join('.')}` : '';
    return (flag ? spelling(flag) : `"${String(field)}"`) + inner;
  });
}

function typedValue(flag: Flag, given: readonly string[]): unknown {
  const [first = ''] = given;
  if (flag.type === 'switch') return first === 'true';
  if (flag.type === 'number') return numberOr(first);
  if (flag.type === 'list') return given.flatMap((value) => value.split(','));
  if (flag.type === 'record') return Object.fromEntries(given.map((pair) => splitPair(flag, pair)));
  return first;
}

function splitPair(flag: Flag, pair: string): [string, unknown] {
  const at = pair.indexOf('=');
  if (at < 1)
    throw invalid(
      'cli.bad-value',
      `--${flag.name} is written as name=value, for example --${flag.name} fast=5; got "${pair}".`,
    );
  const [name, text] = [pair.slice(0, at), pair.slice(at + 1)];
  if (/^[[{]/.test(text)) return [name, readJson(flag, name, text)];
  return [name, text === 'true' || text === 'false' ? text === 'true' : numberOr(text)];
}

function readJson(flag: Flag, name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid(
      'cli.bad-value',
      `--${flag.name} ${name}: a list or a record is written as JSON, for example --${flag.name} '${name}=[1,2]'; got "${text}".`,
    );
  }
}

// What is no number stays the text it was: the schema then says so, with the name of the field.
function numberOr(text: string): number | string {
  return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
}

function invalid(code: string, message: string): CandorError {
  return new CandorError(code, { kind: 'invalid', message });
}
