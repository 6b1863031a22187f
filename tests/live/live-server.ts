import type { AddressInfo } from 'node:net';
import type { Json } from '@candor/domain/json';
import type { EventBus } from '@candor/domain/ports/event-bus';
import type { LiveHub } from '@candor/server/http/websocket/live-hub';
import type { LiveMetrics } from '@candor/server/http/websocket/live-metrics';
import { type LiveDependencies, mountWebSocket } from '@candor/server/http/websocket/mount-websocket';
import { MemoryEventBus } from '@candor/server/resources/event-bus/memory-event-bus';
import { type LiveMessage, publishLive } from '@candor/server/resources/live-topics';
import { systemClock } from '@candor/server/resources/system-clock';
import fastify, { type FastifyInstance } from 'fastify';

/** The sums of what the live channel told of itself, and the latest gauges. */
export class RecordedMetrics implements LiveMetrics {
  readonly sums = { sent: 0, dropped: 0, snapshots: 0, abuse: 0, dead: 0, slow: 0 };
  readonly now = { clients: 0, queueDepth: 0 };
  clients(now: number): void {
    this.now.clients = now;
  }
  queueDepth(now: number): void {
    this.now.queueDepth = now;
  }
  messagesSent(count: number): void {
    this.sums.sent += count;
  }
  deltasDropped(count: number): void {
    this.sums.dropped += count;
  }
  snapshotsSent(count: number): void {
    this.sums.snapshots += count;
  }
  clientsClosed(reason: 'abuse' | 'dead' | 'slow', count: number): void {
    this.sums[reason] += count;
  }
}

/** A real server with nothing but the live channel, on a free port. */
export interface LiveServer {
  readonly app: FastifyInstance;
  readonly hub: LiveHub;
  readonly url: string;
  readonly metrics: RecordedMetrics;
  readonly bus: EventBus;
  publish(message: Partial<LiveMessage> & { readonly topic: string; readonly data: Json }): void;
}

/** Starts a server whose snapshots are empty unless a loader is given. */
export async function startLiveServer(options: Partial<LiveDependencies> = {}): Promise<LiveServer> {
  const app = fastify({ forceCloseConnections: true });
  const metrics = new RecordedMetrics();
  const bus = new MemoryEventBus((error) => {
    throw error;
  });
  const hub = await mountWebSocket(app, {
    bus,
    clock: systemClock,
    loadSnapshot: async () => ({ data: [] }),
    metrics,
    isAllowed: () => true,
    ...options,
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  return {
    app,
    hub,
    metrics,
    bus,
    url: `ws://127.0.0.1:${port}/ws`,
    publish: (message) => publishLive(bus, { type: 'delta', at: 0, recordedAt: 0, ...message }),
  };
}
