import { CandorError } from '@candor/domain/candor-error';
import type { JobQueue } from '@candor/domain/ports/job-queue';
import type { Job, JobsOptions, Queue, QueueOptions, WorkerOptions } from 'bullmq';
import { within } from '../within.ts';
import { isCronLine } from './cron-line.ts';

type TicketQueue = Pick<
  Queue<Ticket, void>,
  'add' | 'close' | 'getDeduplicationJobId' | 'getJobCounts' | 'remove' | 'upsertJobScheduler'
> & { on(event: 'error', listener: (error: Error) => void): unknown };
type TicketWorker = {
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'failed', listener: (ticket: unknown, error: Error) => void): unknown;
  close(): Promise<void>;
};
type TicketProcessor = (ticket: Pick<Job<Ticket>, 'data' | 'removeDeduplicationKey'>) => Promise<void>;

/** What BullMQ keeps its queues in. */
export interface QueueCarrier {
  createQueue(name: string, options: Omit<QueueOptions, 'connection'>): TicketQueue;
  createWorker(name: string, processor: TicketProcessor, options: Omit<WorkerOptions, 'connection'>): TicketWorker;
  /** Lets go of the connections, whatever still waits on them. */
  close(): Promise<void>;
}

/** All that the queue knows of a job. */
export interface Ticket {
  readonly id: string;
}

export interface QueueTiming {
  /** How long a command may take before the queue counts as away. */
  readonly answerMs?: number | undefined;
  /** How often ids of dead workers are looked for, and how long a worker that has not been heard of counts as alive. */
  readonly stalledMs?: number | undefined;
  /** Wait before an id whose work failed is handed over again. */
  readonly againMs?: number | undefined;
  /** How long an idle worker waits before it looks without having been told. */
  readonly idleMs?: number | undefined;
  /** How long closing waits for a carrier that does not answer. */
  readonly closeMs?: number | undefined;
}

// The rows count attempts; here an id comes until its work has been done.
const WITHOUT_END = 1_000_000;

/** The job queue on BullMQ: one of its queues for every job, and one for every schedule. */
export class BullmqQueue implements JobQueue {
  readonly #carrier: QueueCarrier;
  readonly #onTrouble: (error: unknown) => void;
  readonly #timing: Required<{ [Key in keyof QueueTiming]: number }>;
  readonly #queues = new Map<string, TicketQueue>();
  readonly #workers = new Set<Promise<void>>();
  readonly #closing = new AbortController();

  constructor(carrier: QueueCarrier, onTrouble: (error: unknown) => void, timing: QueueTiming = {}) {
    this.#carrier = carrier;
    this.#onTrouble = onTrouble;
    const { answerMs = 3_000, stalledMs = 30_000, againMs = 5_000, idleMs = 30_000, closeMs = 5_000 } = timing;
    this.#timing = { answerMs, stalledMs, againMs, idleMs, closeMs };
  }

  async add(job: string, id: string, { delayMs = 0 }: { readonly delayMs?: number } = {}): Promise<void> {
    const options: JobsOptions = {
      ...this.#ticketOptions(),
      delay: delayMs,
      // Of two tickets with one id only the first is kept, until a worker takes it.
      deduplication: { id },
    };
    await this.#ask(this.#queueOf(`job.${job}`).add(job, { id }, options));
  }

  async remove(job: string, id: string): Promise<boolean> {
    const queue = this.#queueOf(`job.${job}`);
    return this.#ask(
      (async () => {
        const ticket = await queue.getDeduplicationJobId(id);
        return ticket !== null && (await queue.remove(ticket)) === 1;
      })(),
    );
  }

  async work(
    job: string,
    { concurrency, signal }: { readonly concurrency: number; readonly signal: AbortSignal },
    work: (id: string, signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    const either = AbortSignal.any([signal, this.#closing.signal]);
    await this.#runWorker(`job.${job}`, concurrency, either, async (ticket) => {
      // From here on another one with this id is wanted: it was added because of something this run has not seen.
      await ticket.removeDeduplicationKey();
      await work(ticket.data.id, either);
    });
  }

  async schedule(name: string, cron: string, signal: AbortSignal, due: () => Promise<void>): Promise<void> {
    if (!isCronLine(cron)) throw badCron(name, cron);
    const either = AbortSignal.any([signal, this.#closing.signal]);
    const queueName = `schedule.${name}`;
    const template = { name, data: { id: name }, opts: this.#ticketOptions() };
    while (!either.aborted) {
      try {
        await this.#ask(this.#queueOf(queueName).upsertJobScheduler(name, { pattern: cron, tz: 'UTC' }, template));
        break;
      } catch (error) {
        this.#onTrouble(error);
        await elapsed(this.#timing.againMs, either);
      }
    }
    await this.#runWorker(queueName, 1, either, due);
  }

  async depth(job: string): Promise<{ readonly waiting: number; readonly active: number }> {
    const states = ['waiting', 'delayed', 'prioritized', 'active'] as const;
    const counts = await this.#ask(this.#queueOf(`job.${job}`).getJobCounts(...states));
    const { waiting = 0, delayed = 0, prioritized = 0, active = 0 } = counts;
    return { waiting: waiting + delayed + prioritized, active };
  }

  async close(): Promise<void> {
    this.#closing.abort(new CandorError('queue.closed', { kind: 'retry', message: 'The server is stopping.' }));
    await Promise.all(this.#workers);
    const queues = [...this.#queues.values()].map((queue) => queue.close().catch(this.#onTrouble));
    await Promise.race([Promise.all(queues), elapsed(this.#timing.closeMs)]);
    await this.#carrier.close();
  }

  #ticketOptions(): JobsOptions {
    return {
      removeOnComplete: true,
      removeOnFail: true,
      attempts: WITHOUT_END,
      backoff: { type: 'fixed', delay: this.#timing.againMs },
    };
  }

  #queueOf(name: string): TicketQueue {
    let queue = this.#queues.get(name);
    if (queue === undefined) {
      // Nobody reads the stream of events; the rows tell what happened.
      queue = this.#carrier.createQueue(name, { streams: { events: { maxLen: 10 } } });
      queue.on('error', this.#onTrouble);
      this.#queues.set(name, queue);
    }
    return queue;
  }

  async #runWorker(
    queueName: string,
    concurrency: number,
    signal: AbortSignal,
    processor: TicketProcessor,
  ): Promise<void> {
    if (signal.aborted) return;
    const { stalledMs, idleMs } = this.#timing;
    const worker = this.#carrier.createWorker(queueName, processor, {
      concurrency,
      lockDuration: stalledMs,
      stalledInterval: stalledMs,
      maxStalledCount: WITHOUT_END,
      drainDelay: idleMs / 1_000,
      runRetryDelay: this.#timing.againMs,
    });
    worker.on('error', this.#onTrouble);
    worker.on('failed', (_ticket, error) => this.#onTrouble(error));
    const ended = aborted(signal).then(() => this.#stop(worker));
    this.#workers.add(ended);
    await ended.finally(() => this.#workers.delete(ended));
  }

  /** A carrier that is away would be waited for without end; what it still thinks is being worked on comes again elsewhere. */
  async #stop(worker: TicketWorker): Promise<void> {
    await Promise.race([worker.close().catch(this.#onTrouble), elapsed(this.#timing.closeMs)]);
  }

  /** Waits for an answer of the carrier, but not for ever. */
  async #ask<T>(answer: Promise<T>): Promise<T> {
    try {
      return await within(this.#timing.answerMs, answer);
    } catch (cause) {
      throw new CandorError('queue.unavailable', {
        kind: 'retry',
        message: 'The job queue cannot be reached. Try again in a moment.',
        cause,
      });
    }
  }
}

function badCron(name: string, cron: string): CandorError {
  return new CandorError('queue.bad-cron', {
    kind: 'invalid',
    message: `The schedule of ${name}, "${cron}", is no cron line. Write five fields of numbers: minute hour day-of-month month day-of-week.`,
  });
}

/** Resolves after a time, or at once when the signal aborts. A process may end meanwhile. */
function elapsed(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms).unref();
    signal?.addEventListener('abort', done, { once: true });
    if (signal?.aborted) done();
  });
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
