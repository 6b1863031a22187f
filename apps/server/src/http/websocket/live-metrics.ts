/** Where the live channel tells how it fares, once a sweep. Counts are since the time before. */
export interface LiveMetrics {
  /** Connections open now. */
  clients(now: number): void;
  /** Messages waiting for all clients together now. */
  queueDepth(now: number): void;
  messagesSent(count: number): void;
  deltasDropped(count: number): void;
  snapshotsSent(count: number): void;
  /** Connections that the server ended, by why. */
  clientsClosed(reason: 'abuse' | 'dead' | 'slow', count: number): void;
}

/** Tells nobody. */
export const NO_METRICS: LiveMetrics = {
  clients: () => {},
  queueDepth: () => {},
  messagesSent: () => {},
  deltasDropped: () => {},
  snapshotsSent: () => {},
  clientsClosed: () => {},
};
