import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Health } from './health-board.ts';

export interface MetricsSettings {
  /** Of the code that runs. */
  readonly version: string;
  readonly nodeVersion: string;
}

export type Metrics = ReturnType<typeof createMetrics>;

const REQUEST_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const TURN_SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5];
const JOB_SECONDS = [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300, 900, 3600];

/** Defaults of prom-client that are gauges and are named like counters; the same without `_total` stand by type beside them. */
const MISNAMED = ['nodejs_active_handles_total', 'nodejs_active_requests_total', 'nodejs_active_resources_total'];

/**
 * Returns the figures of this process by the conventions of Prometheus (https://prometheus.io/docs/practices/naming/): base units, `_total`
 * on what only grows, and labels of few values, never an id or a symbol.
 */
export function createMetrics({ version, nodeVersion }: MetricsSettings) {
  const registry = new Registry();
  // Process, garbage collection, and the lag of the event loop (nodejs_eventloop_lag_*).
  collectDefaultMetrics({ register: registry });
  for (const name of MISNAMED) registry.removeSingleMetric(name);
  const registers = [registry];

  const counter = <const Label extends string = never>(name: string, help: string, ...labelNames: readonly Label[]) =>
    new Counter<Label>({ name, help, labelNames, registers });
  const gauge = <const Label extends string = never>(name: string, help: string, ...labelNames: readonly Label[]) =>
    new Gauge<Label>({ name, help, labelNames, registers });
  const histogram = <const Label extends string = never>(
    name: string,
    help: string,
    buckets: readonly number[],
    ...labelNames: readonly Label[]
  ) => new Histogram<Label>({ name, help, buckets: [...buckets], labelNames, registers });

  gauge('candor_build_info', 'Always 1; the labels say what runs.', 'version', 'node').set(
    { version, node: nodeVersion },
    1,
  );

  const httpRequests = histogram(
    'candor_http_request_duration_seconds',
    'Requests by method, route pattern and status, and how long they took.',
    REQUEST_SECONDS,
    'method',
    'route',
    'status',
  );
  const requestsLike = new Map<string, { observe(seconds: number): void }>();
  const componentUp = gauge(
    'candor_component_up',
    '1 while a part of the process works, degraded or not, else 0.',
    'component',
  );
  const databaseUp = gauge('candor_database_up', '1 while the database answers, else 0.');
  const websocketClients = gauge('candor_websocket_clients', 'Connections of the live channel that are open.');
  const websocketQueue = gauge(
    'candor_websocket_queued_messages',
    'Messages that wait for clients of the live channel.',
  );
  const websocketSent = counter(
    'candor_websocket_messages_sent_total',
    'Messages handed to clients of the live channel.',
  );
  const websocketDropped = counter(
    'candor_websocket_deltas_dropped_total',
    'Deltas left out for clients that read too slowly.',
  );
  const websocketSnapshots = counter('candor_websocket_snapshots_sent_total', 'Snapshots handed to clients.');
  const websocketClosed = counter(
    'candor_websocket_clients_closed_total',
    'Connections of the live channel that the server ended, by why.',
    'reason',
  );

  return {
    contentType: registry.contentType,
    /** Everything in the text format that Prometheus reads. */
    text: () => registry.metrics(),

    observeRequest: ({ method, route, status, durationMs }: ObservedRequest): void => {
      // Looked up once: hashing labels costs more than counting.
      const name = `${method} ${route} ${status}`;
      const known = requestsLike.get(name) ?? httpRequests.labels({ method, route, status });
      requestsLike.set(name, known);
      known.observe(durationMs / 1000);
    },

    observeHealth: ({ components }: Health): void => {
      for (const { name, state } of components) {
        const up = state === 'down' ? 0 : 1;
        componentUp.set({ component: name }, up);
        if (name === 'database') databaseUp.set(up);
      }
    },

    /** What the live channel tells, once a sweep. */
    live: {
      clients: (now: number): void => websocketClients.set(now),
      queueDepth: (now: number): void => websocketQueue.set(now),
      messagesSent: (count: number): void => websocketSent.inc(count),
      deltasDropped: (count: number): void => websocketDropped.inc(count),
      snapshotsSent: (count: number): void => websocketSnapshots.inc(count),
      clientsClosed: (reason: string, count: number): void => websocketClosed.inc({ reason }, count),
    },

    bars: counter('candor_bars_total', 'Bars that sessions have walked over.'),
    decisions: counter('candor_decisions_total', 'Signals of strategies, by what they wanted.', 'want'),
    orders: counter('candor_orders_total', 'Orders by the status that they reached.', 'status'),
    fills: counter('candor_fills_total', 'Fills booked.'),
    riskDenials: counter(
      'candor_risk_denials_total',
      'Orders refused before they were sent, by the code of the refusal.',
      'code',
    ),
    sessions: gauge('candor_sessions', 'Sessions by state.', 'state'),
    turns: histogram('candor_turn_duration_seconds', 'From a bar to its turn being written.', TURN_SECONDS),

    jobs: histogram(
      'candor_job_duration_seconds',
      'Tries of jobs by job and how they ended.',
      JOB_SECONDS,
      'job',
      'outcome',
    ),
    jobsWaiting: gauge('candor_jobs_waiting', 'Jobs that wait for a worker.', 'job'),
    jobsActive: gauge('candor_jobs_active', 'Jobs being worked on.', 'job'),

    databaseConnections: gauge(
      'candor_database_pool_connections',
      'Connections of the pool: idle, busy, and requests waiting for one.',
      'state',
    ),
    cacheRequests: counter(
      'candor_cache_requests_total',
      'Reads of the cache by outcome; failed ones count as unknown to it.',
      'outcome',
    ),
    busMessagesLost: counter(
      'candor_event_bus_messages_lost_total',
      'Messages between processes that could not be sent.',
    ),
  };
}

export interface ObservedRequest {
  readonly method: string;
  /** The pattern, never the path. */
  readonly route: string;
  readonly status: number;
  readonly durationMs: number;
}
