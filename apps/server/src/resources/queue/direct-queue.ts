import type { JobQueue } from '@candor/domain/ports/job-queue';

interface Lane {
  readonly waiting: string[];
  active: number;
  /** Looks whether something can be begun. */
  look: () => void;
}

/** Carries ids within a command, which works on its own jobs and ends with them: nothing is kept, and nothing is due by the calendar. */
export class DirectQueue implements JobQueue {
  readonly #lanes = new Map<string, Lane>();

  async add(job: string, id: string, { delayMs = 0 }: { readonly delayMs?: number } = {}): Promise<void> {
    const lane = this.#lane(job);
    const hand = (): void => {
      if (!lane.waiting.includes(id)) lane.waiting.push(id);
      lane.look();
    };
    if (delayMs > 0) setTimeout(hand, delayMs);
    else hand();
  }

  async remove(job: string, id: string): Promise<boolean> {
    const { waiting } = this.#lane(job);
    const at = waiting.indexOf(id);
    if (at >= 0) waiting.splice(at, 1);
    return at >= 0;
  }

  async work(
    job: string,
    { concurrency, signal }: { readonly concurrency: number; readonly signal: AbortSignal },
    work: (id: string, signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    const lane = this.#lane(job);
    const begun = new Set<Promise<void>>();
    lane.look = () => {
      while (!signal.aborted && lane.active < concurrency) {
        const id = lane.waiting.shift();
        if (id === undefined) return;
        lane.active++;
        const working = work(id, signal)
          // What went wrong is in the row; the queue only carries.
          .catch(() => undefined)
          .finally(() => {
            lane.active--;
            begun.delete(working);
            lane.look();
          });
        begun.add(working);
      }
    };
    lane.look();
    if (!signal.aborted) {
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
    }
    await Promise.all(begun);
  }

  async schedule(): Promise<void> {}

  async depth(job: string): Promise<{ readonly waiting: number; readonly active: number }> {
    const { waiting, active } = this.#lane(job);
    return { waiting: waiting.length, active };
  }

  async close(): Promise<void> {}

  #lane(job: string): Lane {
    let lane = this.#lanes.get(job);
    if (lane === undefined) {
      lane = { waiting: [], active: 0, look: () => {} };
      this.#lanes.set(job, lane);
    }
    return lane;
  }
}
