import type { Json } from '../json.ts';

export interface JobRequest {
  readonly job: string;
  /** The row the work belongs to. The queue carries this id; the row is the truth. */
  readonly id: string;
  readonly input: Json;
  readonly delayMs?: number;
}

export interface JobQueue {
  /** Adding the same id twice adds it once. */
  add(request: JobRequest): Promise<void>;
  /** Asks the worker to stop. The work is over when its row says so. */
  cancel(id: string): Promise<void>;
  /** Repeats a job by a five-field cron line, in UTC. */
  schedule(name: string, cron: string, request: Omit<JobRequest, 'id'>): Promise<void>;
}
