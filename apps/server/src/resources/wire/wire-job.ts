import type { JobRow } from '@candor/domain/ports/repositories';
import { isoFromInstant } from '@candor/domain/time';
import { z } from 'zod';
import { WireInstant, WireJson, wireInstant } from './wire-values.ts';

/** A job without its input, which can be a whole file. */
export const WireJob = z.object({
  id: z.string(),
  job: z.string(),
  state: z.enum(['queued', 'running', 'succeeded', 'failed', 'cancelled']),
  /** Null before the first step. */
  progress: z.object({ done: z.number(), total: z.number(), of: z.string() }).nullable(),
  /** Null unless it succeeded. */
  result: WireJson,
  error: z.object({ code: z.string(), kind: z.string(), message: z.string() }).nullable(),
  attempts: z.int(),
  maxAttempts: z.int(),
  requestedBy: z.enum(['cli', 'http', 'mcp', 'schedule']),
  cancelRequestedAt: WireInstant.nullable(),
  createdAt: WireInstant,
  startedAt: WireInstant.nullable(),
  /** Last sign of life of the worker that runs it. */
  heartbeatAt: WireInstant.nullable(),
  endedAt: WireInstant.nullable(),
});

export type WireJob = z.infer<typeof WireJob>;

/** Returns a job as it stands; its id names it. */
export function wireJob(row: Omit<JobRow, 'seq' | 'input'>): WireJob {
  return {
    id: row.id,
    job: row.job,
    state: row.state,
    progress: row.progress ?? null,
    result: row.result ?? null,
    error: row.error ?? null,
    attempts: row.attempts,
    maxAttempts: row.maxAttempts,
    requestedBy: row.requestedBy,
    cancelRequestedAt: wireInstant(row.cancelRequestedAt),
    createdAt: isoFromInstant(row.createdAt),
    startedAt: wireInstant(row.startedAt),
    heartbeatAt: wireInstant(row.heartbeatAt),
    endedAt: wireInstant(row.endedAt),
  };
}
