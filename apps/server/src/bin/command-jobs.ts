import type { Config } from '../config.ts';
import type { OpenContainer } from '../container.ts';
import { jobCatalog } from '../jobs/catalog.ts';
import { type JobWorker, startJobWorker } from '../jobs/job-worker.ts';

export interface CommandJobs {
  /** Sees to it that a job of the command is worked on. */
  readonly start: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Returns the jobs of a command that owns the embedded data: it works on them itself. On servers there are workers for that. */
export function commandJobs(container: OpenContainer, { backing }: Config): CommandJobs {
  let worker: JobWorker | undefined;
  return {
    start: async () => {
      if (backing.kind === 'servers' || worker !== undefined) return;
      const { jobDesk: desk, unitOfWork, queue, bus, clock, logger: log } = container;
      // What is due by the calendar is a server's to do.
      const catalog = jobCatalog.map(({ schedule: _, ...job }) => job);
      worker = startJobWorker({ catalog, container, desk, unitOfWork, queue, bus, clock, log, isAlone: true });
      await worker.started;
    },
    close: async () => worker?.close(),
  };
}
