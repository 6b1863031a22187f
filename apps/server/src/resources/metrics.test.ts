import { beforeAll, expect, it } from 'vitest';
import { createMetrics, type Metrics } from './metrics.ts';

interface Family {
  readonly name: string;
  readonly type: string;
  readonly help: string;
  readonly samples: readonly {
    readonly name: string;
    readonly labels: Readonly<Record<string, string>>;
    readonly value: number;
  }[];
}

let metrics: Metrics;
beforeAll(() => {
  metrics = createMetrics({ version: '0.1.0+sha256.ab', nodeVersion: 'v24.21.0' });
  metrics.observeRequest({ method: 'GET', route: '/api/sessions/:id', status: 200, durationMs: 12 });
  metrics.observeHealth({
    isReady: false,
    components: [
      { name: 'database', state: 'down', reason: 'Gone.', since: 1 },
      { name: 'queue', state: 'degraded', reason: 'Slow.', since: 1 },
    ],
  });
  metrics.live.clientsClosed('slow', 2);
  metrics.orders.inc({ status: 'filled' });
  metrics.decisions.inc({ want: 'long' });
  metrics.riskDenials.inc({ code: 'a "quoted"\\ code\n' });
  metrics.sessions.set({ state: 'running' }, 2);
  metrics.jobs.observe({ job: 'backtests.run', outcome: 'succeeded' }, 3);
  metrics.jobsWaiting.set({ job: 'backtests.run' }, 1);
  metrics.jobsActive.set({ job: 'backtests.run' }, 1);
  metrics.databaseConnections.set({ state: 'idle' }, 1);
  metrics.cacheRequests.inc({ outcome: 'hit' });
});

// https://prometheus.io/docs/instrumenting/exposition_formats/#text-format-details
const SAMPLE =
  /^([a-zA-Z_:][\w:]*)(?:\{((?:[a-zA-Z_]\w*="(?:[^"\\\n]|\\["\\n])*",?)*)\})? (Na[Nn]|[+-]?(?:Inf|[\d.]+(?:e[+-]?\d+)?))$/;

function parse(text: string): readonly Family[] {
  const families: Family[] = [];
  for (const block of text.trim().split(/\n(?=# HELP )/)) {
    const [help, type, ...lines] = block.trim().split('\n');
    const [, name, words] = /^# HELP (\S+) (.+)$/.exec(help!)!;
    const samples = lines
      .filter((line) => line !== '')
      .map((line) => {
        const [, sampleName, labels = '', value] = SAMPLE.exec(line) ?? expect.fail(`no sample: ${line}`);
        const pairs = [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(
          ([, label, text]) => [label!, text!] as const,
        );
        return {
          name: sampleName!,
          labels: Object.fromEntries(pairs),
          value: Number(value!.replace('Inf', 'Infinity')),
        };
      });
    families.push({ name: name!, help: words!, type: new RegExp(`^# TYPE ${name} (\\w+)$`).exec(type!)![1]!, samples });
  }
  return families;
}

async function families(): Promise<readonly Family[]> {
  return parse(await metrics.text());
}

async function figure(name: string, labels: Readonly<Record<string, string>> = {}): Promise<number | undefined> {
  const samples = (await families()).flatMap((family) => family.samples);
  return samples.find(
    (sample) => sample.name === name && expect.objectContaining(labels).asymmetricMatch(sample.labels),
  )?.value;
}

it('can be read by the rules of the text format, each figure once and with a sentence', async () => {
  const all = await families();
  expect(metrics.contentType).toMatch(/^text\/plain; version=0\.0\.4/);
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  for (const { name, type, help, samples } of all) {
    expect(['counter', 'gauge', 'histogram', 'summary'], name).toContain(type);
    expect(help.length, name).toBeGreaterThan(5);
    for (const sample of samples)
      expect(sample.name.replace(/_(bucket|sum|count)$/, ''), name).toBe(name.replace(/_(sum|count)$/, ''));
  }
});

it('ends the names of counters in _total, and no others', async () => {
  for (const { name, type } of await families()) expect(name.endsWith('_total'), name).toBe(type === 'counter');
});

it('names ours by the conventions: base units and few labels', async () => {
  const ours = (await families()).filter(({ name }) => name.startsWith('candor_'));
  expect(ours.length).toBeGreaterThan(20);
  for (const { name, type, samples } of ours) {
    expect(name).toMatch(/^[a-z][a-z\d]*(_[a-z\d]+)+$/);
    expect(name).not.toMatch(
      /_(ms|milliseconds|micros|minutes|hours|kb|mb|kilobytes|percent|count|sum|bucket|gauge|counter)(_|$)/,
    );
    if (type === 'histogram') expect(name).toMatch(/_(seconds|bytes)$/);
    for (const { labels } of samples) {
      const own = Object.keys(labels).filter((label) => label !== 'le');
      expect(own.length, name).toBeLessThanOrEqual(3);
      for (const label of own) expect(LABELS, `${name} has the label ${label}`).toContain(label);
    }
  }
});

// None of them can take a value from a person or name a thing there are many of.
const LABELS = [
  'code',
  'component',
  'job',
  'method',
  'node',
  'outcome',
  'reason',
  'route',
  'state',
  'status',
  'version',
  'want',
];

it('has a figure for each thing that is watched', async () => {
  const names = (await families()).map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining([
      'candor_bars_total',
      'candor_build_info',
      'candor_database_pool_connections',
      'candor_database_up',
      'candor_decisions_total',
      'candor_fills_total',
      'candor_http_request_duration_seconds',
      'candor_job_duration_seconds',
      'candor_orders_total',
      'candor_risk_denials_total',
      'candor_sessions',
      'candor_turn_duration_seconds',
      'candor_websocket_clients',
      'nodejs_eventloop_lag_p99_seconds',
      'process_resident_memory_bytes',
    ]),
  );
});

it('counts requests by route pattern, in seconds', async () => {
  const labels = { method: 'GET', route: '/api/sessions/:id', status: '200' };
  expect(await figure('candor_http_request_duration_seconds_sum', labels)).toBeCloseTo(0.012);
  expect(await figure('candor_http_request_duration_seconds_count', labels)).toBe(1);
});

it('shows which parts work', async () => {
  expect(await figure('candor_component_up', { component: 'database' })).toBe(0);
  expect(await figure('candor_component_up', { component: 'queue' }), 'degraded still works').toBe(1);
  expect(await figure('candor_database_up')).toBe(0);
});

it('counts for one process part what another does not', async () => {
  const other = createMetrics({ version: '0', nodeVersion: 'v0' });
  other.bars.inc(5);
  expect(await figure('candor_bars_total')).toBe(0);
});
