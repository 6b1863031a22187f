import { CandorError } from '@candor/domain/candor-error';
import { canonicalJson } from '@candor/domain/canonical-json';
import type { Json } from '@candor/domain/json';
import type { Clock } from '@candor/domain/ports/clock';
import type { EventBus } from '@candor/domain/ports/event-bus';
import type { JobQueue } from '@candor/domain/ports/job-queue';
import type { JobRepository, JobRow, Page, PageRequest, UnitOfWork } from '@candor/domain/ports/repositories';
import type { z } from 'zod';
import { publishJob } from './publish-job.ts';

/** What the desk has to know of a job to take it in. */
export interface JobKind<Input = unknown> {
  readonly id: string;
  readonly input: z.ZodType<Input>;
  readonly attempts: number;
}

export interface JobDeskParts {
  readonly unitOfWork: UnitOfWork;
  readonly queue: JobQueue;
  readonly bus: EventBus;
  readonly clock: Clock;
  readonly newId: () => string;
  /** Hears why an id could not be handed over; the sweep of a worker does it later. */
  readonly onTrouble: (error: unknown) => void;
}

/** Channel of the bus on which workers are told at once what they would read from the row at their next heartbeat. */
export const CANCEL_CHANNEL = 'jobs.cancel';

/** Takes jobs in and calls them off. A job is a row before it is anything else; the queue only carries its id. */
export class JobDesk {
  readonly #parts: JobDeskParts;

  constructor(parts: JobDeskParts) {
    this.#parts = parts;
  }

  /**
   * Writes a job down, hands it to the queue and returns its row. With an id of the caller's, asking again returns the row there is; throws
   * `jobs.id-taken` (conflict) when that is another job's, and `jobs.bad-input` for input the job does not take.
   */
  async request<Input>(
    kind: JobKind<Input>,
    input: Input,
    requestedBy: JobRow['requestedBy'],
    { id = this.#parts.newId() }: { readonly id?: string } = {},
  ): Promise<JobRow> {
    const { unitOfWork, clock } = this.#parts;
    const checked = checkInput(kind, input);
    const { row, isNew } = await unitOfWork.run(async ({ jobs }) => {
      const isNew = await jobs.add({
        id,
        job: kind.id,
        input: checked,
        state: 'queued',
        progress: undefined,
        result: undefined,
        error: undefined,
        attempts: 0,
        maxAttempts: kind.attempts,
        requestedBy,
        cancelRequestedAt: undefined,
        createdAt: clock.now(),
        startedAt: undefined,
        heartbeatAt: undefined,
        endedAt: undefined,
      });
      return { row: await rowOf(jobs, id), isNew };
    });
    if (row.job !== kind.id || canonicalJson(row.input) !== canonicalJson(checked)) {
      throw new CandorError('jobs.id-taken', {
        kind: 'conflict',
        message: `The id "${id}" is that of another job already.`,
      });
    }
    if (isNew) this.#publish(row);
    if (row.state === 'queued') await this.#handOver(row);
    return row;
  }

  /**
   * Calls a job off and returns its row: one that waits is cancelled at once, one that runs is told to end. Throws `jobs.unknown` (not-found)
   * and, when it ended otherwise before, `jobs.over` (conflict).
   */
  async cancel(id: string): Promise<JobRow> {
    const { unitOfWork, queue, bus, clock } = this.#parts;
    const now = clock.now();
    const row = await unitOfWork.run(async ({ jobs }) => {
      const over = { state: 'cancelled', cancelRequestedAt: now, endedAt: now } as const;
      const takeBack = (): Promise<boolean> => jobs.change(id, ['queued'], over);
      const callOff = (): Promise<boolean> => jobs.change(id, ['running'], { cancelRequestedAt: now });
      // It may be put back to wait between the two.
      if (!(await takeBack()) && !(await callOff())) await takeBack();
      return rowOf(jobs, id);
    });
    if (row.state === 'succeeded' || row.state === 'failed') {
      throw new CandorError('jobs.over', { kind: 'conflict', message: `The job ${id} has ${row.state} already.` });
    }
    this.#publish(row);
    if (row.state === 'running') bus.publish(CANCEL_CHANNEL, id);
    // An id that stays in the queue is harmless: a worker finds its row cancelled.
    else await queue.remove(row.job, id).catch(this.#parts.onTrouble);
    return row;
  }

  async find(id: string): Promise<JobRow | undefined> {
    return this.#parts.unitOfWork.run(({ jobs }) => jobs.find(id));
  }

  /** Newest first. */
  async list(page: PageRequest, where?: Parameters<JobRepository['list']>[1]): Promise<Page<JobRow>> {
    return this.#parts.unitOfWork.run(({ jobs }) => jobs.list(page, where));
  }

  async #handOver({ job, id }: JobRow): Promise<void> {
    await this.#parts.queue.add(job, id).catch(this.#parts.onTrouble);
  }

  #publish(row: JobRow): void {
    publishJob(this.#parts.bus, this.#parts.clock, row);
  }
}

async function rowOf(jobs: JobRepository, id: string): Promise<JobRow> {
  const row = await jobs.find(id);
  if (row !== undefined) return row;
  throw new CandorError('jobs.unknown', { kind: 'not-found', message: `There is no job "${id}".` });
}

/** Returns the input as it is stored: what JSON keeps of it, defaults filled in. */
function checkInput(kind: JobKind, input: unknown): Json {
  const parsed = kind.input.safeParse(input);
  if (parsed.success) return JSON.parse(JSON.stringify(parsed.data));
  const [issue] = parsed.error.issues;
  throw new CandorError('jobs.bad-input', {
    kind: 'invalid',
    message: `The job ${kind.id} does not take this: "${issue?.path.join('.')}": ${issue?.message}.`,
    cause: parsed.error,
  });
}
