import { randomUUID } from 'node:crypto';
import type { EventBus } from '@candor/domain/ports/event-bus';
import type { JobQueue } from '@candor/domain/ports/job-queue';
import type { UnitOfWork } from '@candor/domain/ports/repositories';
import { createFallbackChain } from '@candor/market-data/fallback-chain';
import { bundled } from '@candor/market-data/providers/bundled';
import { generator } from '@candor/market-data/providers/generator';
import type { Container } from '@candor/server/container';
import type { JobDefinition } from '@candor/server/jobs/define-job';
import { type JobWorker, startJobWorker } from '@candor/server/jobs/job-worker';
import type { JobTiming } from '@candor/server/jobs/job-worker-parts';
import { type ComputePool, createComputePool } from '@candor/server/resources/compute-pool';
import { createFiles } from '@candor/server/resources/files';
import { JobDesk } from '@candor/server/resources/job-desk';
import { systemClock } from '@candor/server/resources/system-clock';
import { REPOSITORY } from '../scratch-folder.ts';

export interface JobHouseSettings {
  readonly unitOfWork: UnitOfWork;
  readonly queue: JobQueue;
  readonly bus: EventBus;
  readonly workingDirectory?: string;
}

/** One process's share in jobs: the desk, and what workers are started with. */
export interface JobHouse {
  readonly desk: JobDesk;
  readonly pool: ComputePool;
  readonly troubles: unknown[];
  startWorker(
    catalog: readonly JobDefinition[],
    options?: { readonly isAlone?: boolean; readonly timing?: Partial<JobTiming> },
  ): JobWorker;
  close(): Promise<void>;
}

/** Timing under which what takes a minute takes a second. */
export const QUICK_JOBS: Partial<JobTiming> = {
  heartbeatMs: 100,
  lostAfterMs: 1_000,
  sweepMs: 200,
  progressMs: 20,
  graceMs: 1_000,
};

export function openJobHouse({ unitOfWork, queue, bus, workingDirectory = REPOSITORY }: JobHouseSettings): JobHouse {
  const troubles: unknown[] = [];
  const onTrouble = (error: unknown): number => troubles.push(error);
  const desk = new JobDesk({ unitOfWork, queue, bus, clock: systemClock, newId: randomUUID, onTrouble });
  const pool = createComputePool({ home: REPOSITORY, workingDirectory, threads: 1 });
  const container: Pick<Container, 'clock' | 'codeVersion' | 'computePool' | 'files' | 'marketData' | 'unitOfWork'> = {
    clock: systemClock,
    codeVersion: () => 'test',
    computePool: pool,
    files: createFiles(workingDirectory),
    marketData: createFallbackChain([bundled.open(), generator.open()]),
    unitOfWork,
  };
  const workers: JobWorker[] = [];
  return {
    desk,
    pool,
    troubles,
    startWorker: (catalog, { isAlone = false, timing = QUICK_JOBS } = {}) => {
      const worker = startJobWorker({
        catalog,
        // The jobs of these tests need nothing else.
        container: container as Container,
        desk,
        unitOfWork,
        queue,
        bus,
        clock: systemClock,
        log: { info: () => undefined, warn: onTrouble, error: onTrouble },
        isAlone,
        timing,
      });
      workers.push(worker);
      return worker;
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.close()));
      await pool.close();
    },
  };
}
