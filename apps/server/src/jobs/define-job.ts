import type { z } from 'zod';
import type { Container } from '../container.ts';

export interface JobWork {
  readonly jobId: string;
  /** Aborts when the job is cancelled, times out, or the process ends. */
  readonly signal: AbortSignal;
  progress(step: { readonly done: number; readonly total: number; readonly of: string }): void;
}

/** Work that outlives a request. It may be run again from its start after a crash, so whatever it leaves behind it leaves once. */
export interface JobDefinition<Input = unknown, Output = unknown, Need extends keyof Container = keyof Container> {
  /** `topic.verb`. */
  readonly id: string;
  /** One sentence. */
  readonly summary: string;
  readonly input: z.ZodType<Input>;
  readonly output: z.ZodType<Output>;
  /** How many of them one process runs at a time. */
  readonly concurrency: number;
  /** Tries in all. Only an error of kind `retry`, or a worker that died, is tried again. */
  readonly attempts: number;
  /** Wait before the second try; it doubles with every other, up to five minutes. */
  readonly backoffMs: number;
  readonly timeoutMs: number;
  /** When it runs by itself: a five-field cron line in UTC, and with what. */
  readonly schedule?: { readonly cron: string; readonly input: Input };
  /** What it takes from the container, and all it is given. */
  readonly needs: readonly Need[];
  run(deps: Pick<Container, Need>, input: Input, work: JobWork): Promise<Output>;
}

/** Returns the job as given: the one place that ties the types of input, output and needs together. */
export function defineJob<Input, Output, Need extends keyof Container>(
  job: JobDefinition<Input, Output, Need>,
): JobDefinition<Input, Output, Need> {
  return job;
}
