import type { ErrorKind } from '@candor/domain/candor-error';
import type { z } from 'zod';
import type { Container } from '../container.ts';

/** What an operation lets its caller do to the platform; API keys and agents are given some of these. */
export type Scope =
  | 'system:read'
  | 'system:write'
  | 'market-data:read'
  | 'market-data:write'
  | 'strategies:read'
  | 'strategies:write'
  | 'accounts:read'
  | 'accounts:write'
  | 'sessions:read'
  | 'sessions:write'
  | 'orders:read'
  | 'orders:write'
  | 'risk:read'
  | 'risk:write'
  | 'backtests:read'
  | 'backtests:write'
  | 'jobs:read'
  | 'jobs:write'
  | 'journal:read';

export interface Progress {
  readonly done: number;
  readonly total: number;
  /** What is being counted, in words: `bars`. */
  readonly of: string;
}

/** Who asks, and on whose behalf. */
export interface Caller {
  readonly door: 'cli' | 'http' | 'mcp';
  readonly userId: string;
  /** Aborts when the caller no longer waits. */
  readonly signal: AbortSignal;
  progress(step: Progress): void;
  /**
   * Runs another operation for the same caller, wherever it has to run: in the server that owns the data, or here. With a signal of its own
   * it is done also when the caller is gone.
   */
  call<Input, Output, Need extends keyof Container>(
    operation: Operation<Input, Output, Need>,
    input: unknown,
    signal?: AbortSignal,
  ): Promise<Output>;
}

export interface CommandMount {
  /** One or two words after `candor`. */
  readonly command: string;
  /** Input fields given by place instead of by name, in order. */
  readonly positionals?: readonly string[];
  /** Options that are repeated as `--param fast=5` and gathered in an input field. */
  readonly pairs?: Readonly<Record<string, string>>;
  /** Whole command lines that work, each with what it is good for. */
  readonly examples: readonly [Example, ...Example[]];
  /** What the exit code 1 stands for, where it can happen without a fault of ours. */
  readonly exitOne?: string;
}

export interface Example {
  readonly line: string;
  readonly shows: string;
}

export interface HttpExample {
  readonly summary: string;
  /** An input that works on a fresh start, or says so. */
  readonly input: Readonly<Record<string, unknown>>;
}

/** An answer other than the wanted one, for the reference. */
export interface HttpProblem {
  readonly code: string;
  readonly kind: ErrorKind;
  readonly when: string;
}

export interface HttpMount {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api`, such as `/sessions/{sessionId}`: a part in braces is an input field. The other fields are the query of a GET or DELETE, else the body. */
  readonly path: string;
  /** Of the wanted answer; 200 otherwise. */
  readonly status?: 200 | 201 | 202;
  /** The field that is the whole body, as text of that type, where it is not JSON; the others are then the query. */
  readonly rawBody?: { readonly field: string; readonly contentType: 'text/csv'; readonly maxBytes: number };
  /** A repeat of a request that creates something could hurt: with an `Idempotency-Key` it gets the first answer again. */
  readonly takesIdempotencyKey?: boolean;
  /** It is seconds of work rather than milliseconds, so fewer a minute are taken. */
  readonly isHeavy?: boolean;
  /** The answer depends on nothing but the input for as long as the process runs, so it is computed once. */
  readonly isConstant?: boolean;
  readonly examples: readonly [HttpExample, ...HttpExample[]];
  /** Those every operation can have (bad input, too many requests, database away) are left out. */
  readonly problems?: readonly HttpProblem[];
}

export interface McpMount {
  readonly tool: string;
  /** Whether it changes anything. */
  readonly readOnly: boolean;
}

/** Something the platform can do. REST, MCP and the command line only mount it. */
export interface Operation<Input = unknown, Output = unknown, Need extends keyof Container = keyof Container> {
  /** `topic.verb`. */
  readonly id: string;
  /** One sentence. */
  readonly summary: string;
  /** An object: its fields are the options of the command and the properties of the request. */
  readonly input: z.ZodObject & z.ZodType<Input>;
  readonly output: z.ZodType<Output>;
  readonly scope: Scope;
  /** What it takes from the container, and all it is given. */
  readonly needs: readonly Need[];
  readonly cli?: CommandMount;
  readonly http?: HttpMount;
  readonly mcp?: McpMount;
  run(deps: Pick<Container, Need>, input: Input, caller: Caller): Promise<Output>;
}

/** Returns the operation as given: the one place that ties the types of input, output and needs together. */
export function defineOperation<Input, Output, Need extends keyof Container>(
  operation: Operation<Input, Output, Need>,
): Operation<Input, Output, Need> {
  return operation;
}
