/**
 * Carries the ids of job rows to workers, at least once each. It holds no truth: state, progress, result and retries are the rows', so a
 * queue that is lost is filled again from them.
 */
export interface JobQueue {
  /** Hands an id over, after a delay where one is given. The same id twice, while it waits, is handed over once. */
  add(job: string, id: string, options?: { readonly delayMs?: number }): Promise<void>;
  /** Takes back an id that nobody has begun; returns whether it did. */
  remove(job: string, id: string): Promise<boolean>;
  /** Calls `work` with ids until the signal aborts, so many at a time; resolves when the last has ended. An id whose worker died comes again. */
  work(
    job: string,
    options: { readonly concurrency: number; readonly signal: AbortSignal },
    work: (id: string, signal: AbortSignal) => Promise<void>,
  ): Promise<void>;
  /** Calls `due` in one of the processes at each time of a five-field cron line, in UTC, until the signal aborts. */
  schedule(name: string, cron: string, signal: AbortSignal, due: () => Promise<void>): Promise<void>;
  /** Ids waiting and being worked on, by job. */
  depth(job: string): Promise<{ readonly waiting: number; readonly active: number }>;
  close(): Promise<void>;
}
