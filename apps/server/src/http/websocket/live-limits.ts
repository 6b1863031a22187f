/** How much the live channel carries, and for how long it is patient. */
export interface LiveLimits {
  readonly maxClients: number;
  readonly maxSubscriptions: number;
  /** Topics followed by anyone, now or within `retentionMs`. */
  readonly maxTopics: number;
  /** Of a message from a client; it gets an error. Sixteen times as much ends the connection. */
  readonly maxMessageBytes: number;
  /** Messages from one client in ten seconds, and bad ones among them; more ends the connection. */
  readonly maxMessages: number;
  readonly maxBadMessages: number;
  /** Messages waiting for one client beyond which deltas are left out. */
  readonly maxQueue: number;
  /** Characters waiting for one client beyond which deltas are left out and, when that is not enough, the connection ends. */
  readonly maxQueueLength: number;
  /** How long a client may stay too slow. */
  readonly maxSlowMs: number;
  /** Messages of a topic kept for those who come back, and for how long. */
  readonly retainedMessages: number;
  readonly retentionMs: number;
  readonly heartbeatMs: number;
  /** Messages published within this time go out as one frame to clients that asked for it. */
  readonly gatherMs: number;
  /** Snapshots loaded at a time, and for how long one serves others who come. */
  readonly concurrentLoads: number;
  readonly snapshotFreshMs: number;
  /** How often limits in time are looked at and figures told. */
  readonly sweepMs: number;
}

export const DEFAULT_LIVE_LIMITS: LiveLimits = {
  maxClients: 2_000,
  maxSubscriptions: 64,
  maxTopics: 2_000,
  maxMessageBytes: 4_096,
  maxMessages: 500,
  maxBadMessages: 20,
  maxQueue: 256,
  maxQueueLength: 4_194_304,
  maxSlowMs: 10_000,
  retainedMessages: 1_000,
  retentionMs: 60_000,
  heartbeatMs: 15_000,
  gatherMs: 15,
  concurrentLoads: 2,
  snapshotFreshMs: 1_000,
  sweepMs: 1_000,
};
