import type { Clock } from '@candor/domain/ports/clock';
import type { EventBus } from '@candor/domain/ports/event-bus';
import type { JobQueue } from '@candor/domain/ports/job-queue';
import type { JobState, UnitOfWork } from '@candor/domain/ports/repositories';
import type { Container } from '../container.ts';
import type { JobDesk } from '../resources/job-desk.ts';
import type { JobDefinition } from './define-job.ts';

/** One line of fields; pino's loggers fit. */
export interface JobLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface JobMetrics {
  started(job: string): void;
  /** `queued`: it is to be tried again. */
  ended(job: string, as: JobState, tookMs: number): void;
}

export interface JobTiming {
  /** Between two signs of life of a running job. */
  readonly heartbeatMs: number;
  /** Without a sign of life for so long, its worker counts as dead. */
  readonly lostAfterMs: number;
  readonly sweepMs: number;
  /** Between two steps of progress that are written and told. */
  readonly progressMs: number;
  /** How long a job that was told to end is waited for. */
  readonly graceMs: number;
}

export interface JobWorkerParts {
  readonly catalog: readonly JobDefinition[];
  /** Jobs are given of it what they declare they need. */
  readonly container: Container;
  readonly desk: JobDesk;
  readonly unitOfWork: UnitOfWork;
  readonly queue: JobQueue;
  readonly bus: EventBus;
  readonly clock: Clock;
  readonly log: JobLog;
  readonly metrics?: JobMetrics | undefined;
  /** Whether no other process can run jobs of this database: what was running when this one starts is then known to be dead. */
  readonly isAlone: boolean;
  readonly timing?: Partial<JobTiming> | undefined;
}
