import type { MessagePort } from 'node:worker_threads';
import type { ErrorKind } from '@candor/domain/candor-error';
import type { Json } from '@candor/domain/json';
import type { LoadedSeries } from '@candor/market-data/load-series';
import type { BacktestPlan } from './backtests/backtest-plan.ts';
import type { Headline } from './backtests/headline-of.ts';
import type { Manifest } from './backtests/manifest-schema.ts';

/** What a thread can be asked to compute: input and output survive a structured clone. */
export interface ComputeTasks {
  /** Finds and checks what the plan chose, on its bars. A person's own strategy is loaded in the thread, never beside the server. */
  'backtests.prepare': {
    readonly input: { readonly plan: BacktestPlan; readonly bars: LoadedSeries; readonly codeVersion: string };
    readonly output: Manifest;
  };
  'backtests.run': {
    readonly input: { readonly manifest: Manifest; readonly bars: LoadedSeries };
    readonly output: ComputedBacktest;
  };
}

/** A whole result and what of it stands in lists; made where it was computed, so that nobody else has to read it through. */
export interface ComputedBacktest {
  /** A `BacktestDocument`, as JSON keeps it. */
  readonly document: Json;
  readonly fingerprint: string;
  readonly headline: Headline;
}

export type ComputeTaskName = keyof ComputeTasks;

export interface ComputeStep {
  readonly done: number;
  readonly total: number;
  readonly of: string;
}

/** What a thread is told once, when it starts. */
export interface ComputeThreadSettings {
  readonly home: string;
  readonly workingDirectory: string;
}

export interface ComputeRequest<Name extends ComputeTaskName = ComputeTaskName> {
  readonly name: Name;
  readonly input: ComputeTasks[Name]['input'];
  /** Takes the steps of progress. */
  readonly port: MessagePort;
}

/** An error loses its class on the way between threads, so it travels as what it says. */
export interface ThreadError {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  /** Of a `CandorError`. */
  readonly code: string | undefined;
  readonly kind: ErrorKind | undefined;
}

export type ComputeReply<Name extends ComputeTaskName = ComputeTaskName> =
  | { readonly ok: true; readonly output: ComputeTasks[Name]['output'] }
  | { readonly ok: false; readonly error: ThreadError };
