import type { EventBus } from '@candor/domain/ports/event-bus';
import type { SessionRow } from '@candor/domain/ports/repositories';
import { liveTopic, publishLive } from './live-topics.ts';
import { wireSession } from './wire/wire-session.ts';

/** Tells those who watch that a session is there, or was changed from outside its turns: all of it, for whoever has not seen it yet. */
export function publishSession(bus: EventBus, row: SessionRow, at: number): void {
  publishLive(bus, { topic: liveTopic('sessions'), type: 'delta', at, recordedAt: at, data: { ...wireSession(row) } });
}
