import type { MessagePort } from 'node:worker_threads';
import type { BarSeries } from '@candor/domain/bar';
import type { ErrorKind } from '@candor/domain/candor-error';
import type { Json } from '@candor/domain/json';
import type { LoadedSeries } from '@candor/market-data/load-series';
import type { BacktestPlan } from './backtests/backtest-plan.ts';
import type { ResultSchema } from './backtests/document-schema.ts';
import type { Headline } from './backtests/headline-of.ts';
import type { Manifest } from './backtests/manifest-schema.ts';
import type { OwnStrategyCheck } from './check-own-strategy.ts';
import type { ComputeStep } from './compute-step.ts';

/** What a thread can be asked to compute: input and output survive a structured clone. */
export interface ComputeTasks {
  /** Loads bars that lie in a file or in the installation; undefined where they have to be fetched elsewhere. */
  'backtests.load': { readonly input: BacktestPlan['data']; readonly output: LoadedSeries | undefined };
  /** Finds and checks what the plan chose, on its bars. A person's own strategy is loaded in the thread, never beside the server. */
  'backtests.prepare': {
    readonly input: { readonly plan: BacktestPlan; readonly bars: LoadedSeries; readonly codeVersion: string };
    readonly output: Manifest;
  };
  'strategies.check': {
    readonly input: {
      readonly file: string;
      readonly params: Readonly<Record<string, Json>>;
      readonly series: BarSeries;
    };
    readonly output: OwnStrategyCheck;
  };
  'backtests.run': {
    readonly input: {
      readonly manifest: Manifest;
      readonly bars: LoadedSeries;
      /** The version of the document; the latest unless given. */
      readonly schema?: ResultSchema;
    };
    readonly output: ComputedBacktest;
  };
}

/** A whole result and what of it stands in lists; made where it was computed, so that nobody else has to read it through. */
export interface ComputedBacktest {
  /** A `BacktestDocument`, as JSON in UTF-8. */
  readonly document: Uint8Array;
  readonly fingerprint: string;
  readonly headline: Headline;
}

export type ComputeTaskName = keyof ComputeTasks;

/** What a thread is told once, when it starts. */
export interface ComputeThreadSettings {
  readonly home: string;
  readonly workingDirectory: string;
}

export interface ComputeRequest<Name extends ComputeTaskName = ComputeTaskName> {
  readonly name: Name;
  readonly input: ComputeTasks[Name]['input'];
  /** Takes what the thread says meanwhile. */
  readonly port: MessagePort;
}

/** What a thread says before it answers: that it has the task, then how far it is. */
export type ThreadMessage = 'begun' | ComputeStep;

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
