import { CandorError } from '@candor/domain/candor-error';
import type { Json } from '@candor/domain/json';
import type { JobRow } from '@candor/domain/ports/repositories';
import type { Container } from '../container.ts';
import { publishJob } from '../resources/publish-job.ts';
import type { JobDefinition, JobWork } from './define-job.ts';
import type { JobTiming, JobWorkerParts } from './job-worker-parts.ts';

type RunParts = Pick<JobWorkerParts, 'container' | 'unitOfWork' | 'queue' | 'bus' | 'clock' | 'log' | 'metrics'>;
type Change = Partial<Omit<JobRow, 'seq' | 'id' | 'job'>>;
type Step = Parameters<JobWork['progress']>[0];

/** Why a run was told to end. `lost`: the row is another worker's by now. */
type StopReason = 'cancelled' | 'timed-out' | 'closing' | 'lost';

const LONGEST_BACKOFF_MS = 5 * 60_000;
const SETTLE_AGAIN_MS = 500;

/** Makes a waiting row this worker's own and returns it, or undefined when it is not to be run: then somebody else has it, or nobody needs it. */
export async function claimJob(
  { unitOfWork, clock, bus }: Pick<RunParts, 'unitOfWork' | 'clock' | 'bus'>,
  job: JobDefinition,
  id: string,
): Promise<JobRow | undefined> {
  const row = await unitOfWork.run(async ({ jobs }) => {
    const waiting = await jobs.find(id);
    if (waiting === undefined || waiting.state !== 'queued' || waiting.job !== job.id) return undefined;
    const now = clock.now();
    const isOurs = await jobs.change(id, ['queued'], {
      state: 'running',
      attempts: waiting.attempts + 1,
      startedAt: now,
      heartbeatAt: now,
      progress: undefined,
      error: undefined,
    });
    return isOurs ? jobs.find(id) : undefined;
  });
  if (row !== undefined) publishJob(bus, clock, row);
  return row;
}

/** One try of one job, from the claim to the row that says how it ended. */
export class JobRun {
  readonly #parts: RunParts;
  readonly #timing: JobTiming;
  readonly #job: JobDefinition;
  readonly #row: JobRow;
  readonly #closing: AbortSignal;
  /** Told to the job. */
  readonly #ending = new AbortController();
  /** Ends what goes on beside the job. */
  readonly #over = new AbortController();
  #stopReason: StopReason | undefined;
  #latest: Step | undefined;
  #isTelling = false;

  constructor(parts: RunParts, timing: JobTiming, job: JobDefinition, row: JobRow, closing: AbortSignal) {
    this.#parts = parts;
    this.#timing = timing;
    this.#job = job;
    this.#row = row;
    this.#closing = closing;
  }

  /** Runs the job and resolves when its row says how that ended, or is another worker's. */
  async toEnd(): Promise<void> {
    const { log, metrics, clock } = this.#parts;
    const { id, job, attempts } = this.#row;
    const startedAt = clock.now();
    metrics?.started(job);
    log.info({ jobId: id, job, attempt: attempts }, 'job started');
    const onClosing = (): void => this.#stop('closing');
    this.#closing.addEventListener('abort', onClosing, { once: true });
    if (this.#closing.aborted) onClosing();
    void this.#beat();
    void this.#watchTime();
    const outcome = await this.#work();
    this.#over.abort();
    this.#closing.removeEventListener('abort', onClosing);
    const { change, againInMs } = this.#settlementOf(outcome);
    const settled = await this.#settle(change);
    const tookMs = clock.now() - startedAt;
    if (settled === undefined) {
      log.warn({ jobId: id, job, tookMs }, 'job was another worker’s when it ended');
      return;
    }
    metrics?.ended(job, settled.state, tookMs);
    log.info({ jobId: id, job, state: settled.state, code: settled.error?.code, tookMs }, 'job ended');
    publishJob(this.#parts.bus, clock, settled);
    if (settled.state !== 'queued') return;
    // Should the queue be away, the sweep does it.
    await this.#parts.queue.add(job, id, { delayMs: againInMs }).catch((error: unknown) => {
      log.warn({ jobId: id, job, err: error }, 'job could not be handed over again');
    });
  }

  /** Reads the row now: whether the job was called off, and whether it is still ours. */
  async look(): Promise<void> {
    const { unitOfWork, clock, log } = this.#parts;
    try {
      const row = await unitOfWork.run(async ({ jobs }) => {
        const now = await jobs.find(this.#row.id);
        if (this.#owns(now)) await jobs.change(now.id, ['running'], { heartbeatAt: clock.now() });
        return now;
      });
      if (!this.#owns(row)) this.#stop('lost');
      else if (row.cancelRequestedAt !== undefined) this.#stop('cancelled');
    } catch (error) {
      log.warn({ jobId: this.#row.id, err: error }, 'the sign of life of a job could not be written');
    }
  }

  async #work(): Promise<PromiseSettledResult<Json>> {
    const grace = this.#untilDeaf();
    const result = Promise.allSettled([this.#run()]).then(([settled]) => settled);
    const outcome = await Promise.race([result, grace]);
    if (outcome !== undefined) return outcome;
    this.#parts.log.error({ jobId: this.#row.id, job: this.#row.job }, 'job did not end when it was told to');
    return { status: 'rejected', reason: this.#ending.signal.reason };
  }

  async #run(): Promise<Json> {
    const { container } = this.#parts;
    const input = this.#job.input.parse(this.#row.input);
    const needs = Object.fromEntries(this.#job.needs.map((need) => [need, container[need]]));
    const output = await this.#job.run(needs as unknown as Container, input, {
      jobId: this.#row.id,
      signal: this.#ending.signal,
      progress: (step) => this.#progress(step),
    });
    return JSON.parse(JSON.stringify(this.#job.output.parse(output) ?? null));
  }

  #stop(reason: StopReason): void {
    if (this.#stopReason !== undefined) return;
    this.#stopReason = reason;
    this.#ending.abort(
      new CandorError(`jobs.${reason}`, { kind: 'conflict', message: `The job was told to end: ${reason}.` }),
    );
  }

  /** Resolves when the job was told to end and has had its time to. */
  async #untilDeaf(): Promise<undefined> {
    await new Promise<void>((resolve) => {
      this.#ending.signal.addEventListener('abort', () => resolve(), { once: true });
    });
    await this.#pause(this.#timing.graceMs);
    return undefined;
  }

  async #watchTime(): Promise<void> {
    if (await this.#pause(this.#job.timeoutMs)) this.#stop('timed-out');
  }

  async #beat(): Promise<void> {
    while (await this.#pause(this.#timing.heartbeatMs)) await this.look();
  }

  #progress(step: Step): void {
    this.#latest = step;
    if (!this.#isTelling) void this.#tell();
  }

  /** Writes and tells the latest step, and goes on while there are newer ones, with a pause between. */
  async #tell(): Promise<void> {
    const { unitOfWork, bus, clock, log } = this.#parts;
    this.#isTelling = true;
    let told: Step | undefined;
    while (told !== this.#latest && !this.#over.signal.aborted) {
      const step = this.#latest;
      told = step;
      try {
        const heartbeatAt = clock.now();
        await unitOfWork.run(({ jobs }) => jobs.change(this.#row.id, ['running'], { progress: step, heartbeatAt }));
        publishJob(bus, clock, { ...this.#row, progress: step, heartbeatAt });
      } catch (error) {
        log.warn({ jobId: this.#row.id, err: error }, 'the progress of a job could not be written');
      }
      await this.#pause(this.#timing.progressMs);
    }
    this.#isTelling = false;
  }

  /** Waits, and returns whether the run is still going on. */
  async #pause(ms: number): Promise<boolean> {
    const { clock } = this.#parts;
    await clock.until(clock.now() + ms, this.#over.signal).catch(() => undefined);
    return !this.#over.signal.aborted;
  }

  #settlementOf(outcome: PromiseSettledResult<Json>): { readonly change: Change; readonly againInMs: number } {
    const { attempts, maxAttempts } = this.#row;
    const endedAt = this.#parts.clock.now();
    const again = { state: 'queued', startedAt: undefined, heartbeatAt: undefined, progress: undefined } as const;
    if (outcome.status === 'fulfilled') {
      const change = { state: 'succeeded', result: outcome.value, progress: this.#latest, endedAt } as const;
      return { change, againInMs: 0 };
    }
    switch (this.#stopReason) {
      case 'cancelled':
        return { change: { state: 'cancelled', endedAt }, againInMs: 0 };
      case 'closing':
        // The try was not the job's fault and is not counted.
        return { change: { ...again, attempts: attempts - 1 }, againInMs: 0 };
      case 'timed-out': {
        const message = `The job took longer than ${this.#job.timeoutMs / 1_000} seconds and was ended.`;
        const error = { code: 'jobs.timed-out', kind: 'invalid', message };
        return { change: { state: 'failed', error, endedAt }, againInMs: 0 };
      }
      default: {
        const error = this.#tellError(outcome.reason);
        const isTriedAgain = error.kind === 'retry' && attempts < maxAttempts;
        const againInMs = Math.min(this.#job.backoffMs * 2 ** (attempts - 1), LONGEST_BACKOFF_MS);
        return { change: isTriedAgain ? { ...again, error } : { state: 'failed', error, endedAt }, againInMs };
      }
    }
  }

  /** What a row may show; the rest is for the log. */
  #tellError(reason: unknown): NonNullable<JobRow['error']> {
    const { id, job } = this.#row;
    const { log } = this.#parts;
    // What was wrong with the request is said in the row; a fault of ours is for the log, with all there is to find it by.
    if (reason instanceof CandorError && reason.kind !== 'halt')
      log.warn({ jobId: id, job, err: reason }, 'job failed');
    else log.error({ jobId: id, job, err: reason }, 'job failed');
    if (reason instanceof CandorError) return { code: reason.code, kind: reason.kind, message: reason.message };
    const message = `The job failed in a way nobody foresaw. The log tells more about ${id}.`;
    return { code: 'jobs.unexpected', kind: 'unexpected', message };
  }

  /** Writes how it ended and returns the row, or undefined when it is another worker's. While the database is away it is tried again. */
  async #settle(change: Change): Promise<JobRow | undefined> {
    const { unitOfWork, clock, log } = this.#parts;
    const giveUpAt = clock.now() + this.#timing.lostAfterMs;
    for (;;) {
      try {
        return await unitOfWork.run(async ({ jobs }) => {
          const row = await jobs.find(this.#row.id);
          if (!this.#owns(row)) return undefined;
          const isCalledOff = change.state === 'queued' && row.cancelRequestedAt !== undefined;
          const last: Change = isCalledOff ? { state: 'cancelled', endedAt: clock.now() } : change;
          return (await jobs.change(row.id, ['running'], last)) ? jobs.find(row.id) : undefined;
        });
      } catch (error) {
        const isTransient = error instanceof CandorError && error.kind === 'retry';
        if (!isTransient || this.#closing.aborted || clock.now() > giveUpAt) throw error;
        log.warn({ jobId: this.#row.id, err: error }, 'the end of a job could not be written yet');
        await clock.until(clock.now() + SETTLE_AGAIN_MS, this.#closing).catch(() => undefined);
      }
    }
  }

  #owns(row: JobRow | undefined): row is JobRow {
    const { attempts, startedAt } = this.#row;
    return row?.state === 'running' && row.attempts === attempts && row.startedAt === startedAt;
  }
}
