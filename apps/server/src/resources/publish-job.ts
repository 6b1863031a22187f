import type { Clock } from '@candor/domain/ports/clock';
import type { EventBus } from '@candor/domain/ports/event-bus';
import type { JobRow } from '@candor/domain/ports/repositories';
import { liveTopic, publishLive } from './live-topics.ts';
import { wireJob } from './wire/wire-job.ts';

/** Tells whoever watches how a job stands now. */
export function publishJob(bus: EventBus, clock: Clock, row: Omit<JobRow, 'seq' | 'input'>): void {
  const at = clock.now();
  publishLive(bus, { topic: liveTopic('jobs'), type: 'delta', at, recordedAt: at, data: wireJob(row) });
}
