import type { BarView } from '@candor/domain/bar';
import { CandorError } from '@candor/domain/candor-error';
import { didYouMean, nearest } from '@candor/domain/nearest';
import type { Strategy, StrategyContext, StrategyDefinition } from '@candor/domain/ports/strategy';
import type { Signal } from '@candor/domain/signal';
import type { VoteSheet } from '@candor/domain/vote-sheet';
import type { z } from 'zod';
import { copyState, type Part, restoreInPlace, restorePart, savePart } from './machine-state.ts';

export interface StrategyMachine {
  /** Things that save and restore themselves (indicator kernels, other strategies), also in lists and records. */
  readonly parts: { readonly [name: string]: Part };
  /** The strategy's own state: plain JSON. It is changed in place, never replaced. */
  readonly memory: object;
  /** Is called once for every closed bar; undefined lets the last opinion stand. */
  onBar(view: BarView, context: StrategyContext): Signal | undefined;
  /** How the latest signal came to be, for strategies that are made of several. */
  voteSheet?(): VoteSheet | undefined;
}

export interface StrategyDescription<Params> {
  /** In kebab-case. */
  readonly id: string;
  readonly title: string;
  /** One honest sentence. */
  readonly summary: string;
  /** A `z.object` whose fields have defaults and bounds. Names that are not in it are refused. */
  readonly params: z.ZodObject & z.ZodType<Params>;
  /** Returns parameters as they are written today for those that were kept in an earlier form, and any others as they are. */
  readonly earlier?: (raw: unknown) => unknown;
  /** Bars that must have closed before the first opinion is possible, the bar of the opinion among them. */
  readonly warmup: (params: Params) => number;
  /** Builds a fresh machine. Everything that changes from bar to bar is in its parts and its memory, and nowhere else. */
  readonly create: (params: Params) => StrategyMachine;
}

/**
 * Returns the definition that a description stands for: parameters checked, and state saved and restored for the author.
 * Its `parse`, `warmup` and `create` throw `strategies.bad-param`; `create` and a strategy's `snapshot` throw `strategies.bad-state`
 * naming what would not survive JSON; `restore` throws `strategies.bad-snapshot`.
 */
export function defineStrategy<Params>(description: StrategyDescription<Params>): StrategyDefinition<Params> {
  const { id, title, summary, params: schema, earlier = (raw) => raw, warmup, create } = description;
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) {
    throw new CandorError('strategies.bad-definition', {
      kind: 'invalid',
      message: `"id" must be in kebab-case, like my-first-strategy; it is "${id}".`,
    });
  }
  const parse = (kept: unknown): Params => {
    const raw = earlier(kept);
    const names = Object.keys(schema.shape);
    const given = typeof raw === 'object' && raw !== null ? Object.keys(raw) : [];
    const stranger = given.find((name) => !names.includes(name));
    if (stranger !== undefined) throw unknownParam(id, stranger, names);
    const parsed = schema.safeParse(raw);
    if (parsed.success) return parsed.data as Params;
    throw badParam(id, parsed.error.issues[0], raw);
  };
  return {
    id,
    title,
    summary,
    params: schema,
    parse,
    warmup: (params) => warmup(parse(params)),
    create: (params) => asStrategy(id, create(parse(params))),
  };
}

function asStrategy(id: string, machine: StrategyMachine): Strategy {
  const { parts, memory, onBar } = machine;
  const snapshot = () => ({ parts: savePart(parts, `${id}.parts`), memory: copyState(memory, `${id}.memory`) });
  const initial = snapshot();
  if (Array.isArray(initial.memory) || Array.isArray(initial.parts)) {
    throw new CandorError('strategies.bad-state', {
      kind: 'invalid',
      message: `"parts" and "memory" of ${id} must be records, like { average: createSma(20) } and { above: false }.`,
    });
  }
  const strategy = {
    // The author's function itself, without a wrapper around the hot path; parts and memory beside it let it say `this`.
    onBar,
    parts,
    memory,
    snapshot,
    restore: (state: unknown) => {
      const saved = copyState(state, `${id}.snapshot`) as ReturnType<typeof snapshot>;
      restorePart(parts, saved?.parts, `${id}.parts`);
      restoreInPlace(memory, saved.memory ?? null, `${id}.memory`);
    },
  };
  return machine.voteSheet ? { ...strategy, voteSheet: () => machine.voteSheet?.() } : strategy;
}

function unknownParam(id: string, name: string, names: readonly string[]): CandorError {
  const choice = names.length === 0 ? 'It takes none.' : didYouMean(name, names);
  return new CandorError('strategies.bad-param', {
    kind: 'invalid',
    message: `Strategy "${id}" has no parameter "${name}". ${choice}`,
  });
}

function badParam(id: string, issue: z.core.$ZodIssue | undefined, raw: unknown): CandorError {
  const path = issue?.path ?? [];
  if (issue?.code === 'unrecognized_keys') {
    const message = `Strategy "${id}" has no parameter "${[...path, issue.keys[0]].join('.')}".`;
    return new CandorError('strategies.bad-param', { kind: 'invalid', message });
  }
  let value: unknown = raw;
  for (const key of path) value = (value as Record<PropertyKey, unknown> | undefined)?.[key];
  const rule = issue ? ruleOf(issue, value) : 'is not valid';
  const message =
    path.length === 0
      ? `The parameters of strategy "${id}" ${rule}.`
      : `Parameter "${path.join('.')}" of strategy "${id}" ${rule}; it is ${show(value)}.`;
  return new CandorError('strategies.bad-param', { kind: 'invalid', message });
}

function ruleOf(issue: z.core.$ZodIssue, value: unknown): string {
  if (Array.isArray(value) && (issue.code === 'too_small' || issue.code === 'too_big')) {
    const limit = issue.code === 'too_small' ? issue.minimum : issue.maximum;
    return `must have at ${issue.code === 'too_small' ? 'least' : 'most'} ${limit} ${limit === 1 ? 'entry' : 'entries'}`;
  }
  const unit = typeof value === 'string' ? ' characters' : '';
  switch (issue.code) {
    case 'too_small':
      return `must be ${issue.inclusive === false ? 'above' : 'at least'} ${issue.minimum}${unit}`;
    case 'too_big':
      return `must be ${issue.inclusive === false ? 'below' : 'at most'} ${issue.maximum}${unit}`;
    case 'invalid_type':
      if (value === undefined) return 'is missing';
      return `must be ${KIND[issue.expected] ?? `of type ${issue.expected}`}`;
    case 'invalid_value':
      return `must be one of ${issue.values.join(', ')}${nearestChoice(value, issue.values)}`;
    case 'custom':
      return issue.message;
    default:
      return `is not valid (${issue.message})`;
  }
}

const KIND: Readonly<Record<string, string>> = {
  int: 'a whole number',
  number: 'a number',
  object: 'a record',
  array: 'a list',
  string: 'a text',
};

function nearestChoice(value: unknown, choices: readonly unknown[]): string {
  const near = typeof value === 'string' ? nearest(value, choices.map(String)) : undefined;
  return near === undefined ? '' : ` (nearest: ${near})`;
}

function show(value: unknown): string {
  return typeof value === 'number' || value === undefined ? String(value) : JSON.stringify(value);
}
