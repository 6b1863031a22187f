import { describeFields, type FieldDescription } from '../operations/describe-fields.ts';
import type { Operation } from '../operations/operation.ts';

/** An option or positional of a command, derived from the input field that it fills. */
export interface Flag {
  /** Field of the input. */
  readonly field: string;
  /** In kebab-case: `start-cash-usd`. */
  readonly name: string;
  /** `record` is repeated: `--param fast=5 --param slow=20`. */
  readonly type: FieldDescription['type'];
  readonly isPositional: boolean;
  readonly isRequired: boolean;
  /** What it is for, and what it allows. */
  readonly about: string;
}

/** Returns the flags of an operation's command, positionals first and in their order. */
export function flagsOf({ input, cli }: Operation): readonly Flag[] {
  const positionals = cli?.positionals ?? [];
  const options = new Map(Object.entries(cli?.pairs ?? {}).map(([option, field]) => [field, option]));
  const flags = describeFields(input).map((field): Flag => {
    const isPositional = positionals.includes(field.name);
    return {
      field: field.name,
      name: options.get(field.name) ?? kebab(field.name),
      type: field.type,
      isPositional,
      isRequired: field.isRequired,
      about: aboutOf(field, isPositional),
    };
  });
  const named = flags.filter(({ isPositional }) => !isPositional);
  return [...positionals.flatMap((name) => flags.filter(({ field }) => field === name)), ...named];
}

/** Returns how a person writes the flag: `--from`, or `NAME` for one that is told by its place. */
export function spelling({ name, isPositional }: Flag): string {
  return isPositional ? name.toUpperCase() : `--${name}`;
}

function kebab(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function aboutOf({ about, isRequired, rules, default: preset }: FieldDescription, isPositional: boolean): string {
  const notes = [...(isRequired && !isPositional ? ['required'] : []), ...rules];
  if (typeof preset === 'string' || typeof preset === 'number' || preset === true) notes.push(`${preset} unless given`);
  return notes.length > 0 ? `${about} (${notes.join(', ')})`.trim() : about;
}
