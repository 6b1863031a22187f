import type { z } from 'zod';
import type { Container } from '../container.ts';

/** What an operation lets its caller do to the platform; API keys and agents are given some of these. */
export type Scope = 'strategies:read' | 'strategies:write' | 'market-data:read' | 'backtests:read' | 'backtests:write';

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

export interface HttpMount {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
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
