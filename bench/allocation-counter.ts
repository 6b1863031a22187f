import { setTimeout } from 'node:timers/promises';
import { getHeapStatistics } from 'node:v8';
import { type BarSeries, sliceBarSeries } from '@candor/domain/bar';
import { findIndicator } from '@candor/indicators/catalog';
import { compileAsOne } from '@candor/server/bin/compile-as-one';
import { type Columns, KERNEL_STREAMS, pushAll } from './kernel-streams.ts';
import { MILLION_BARS, peerBars } from './peer-bars.ts';

export interface AllocationQuestion {
  readonly id: string;
}

/** Bytes a bar, as a whole column and bar by bar, and how often the collector came between, which would hide some. */
export interface AllocationAnswer {
  readonly batch: number;
  readonly push: number;
  readonly collections: number;
}

compileAsOne();

const SHORT = 20_000;
const LONG = 120_000;
const ROUNDS = 5;
const WARM_UP_RUNS = 12;
// Until the runtime has told its observers.
const OBSERVED_MS = 5;

const collectedAt: number[] = [];
new PerformanceObserver((list) => {
  for (const { startTime } of list.getEntries()) collectedAt.push(startTime);
}).observe({ entryTypes: ['gc'] });

const long = peerBars({ ...MILLION_BARS, bars: LONG });
const short = sliceBarSeries(long, 0, SHORT);

process.on('message', async (question: AllocationQuestion) => {
  process.send!(await answer(question));
});

async function answer({ id }: AllocationQuestion): Promise<AllocationAnswer> {
  const definition = findIndicator(id);
  const params = definition.parse({});
  const columns = definition.outputs.map(() => new Float64Array(LONG));
  const kernel = KERNEL_STREAMS[id];
  const batch = perBar(columns, (series, into) => definition.compute(series, params, into));
  const push = perBar(columns, kernel ?? ((series, into) => pushAll(definition, series, into)));
  await setTimeout(OBSERVED_MS);
  const collections = collectedAt.filter((at) => [batch, push].some(({ from, to }) => at >= from && at <= to)).length;
  return { batch: batch.bytes, push: push.bytes, collections };
}

function perBar(columns: Columns, work: (series: BarSeries, into: Columns) => void) {
  const heads = columns.map((column) => column.subarray(0, SHORT));
  const warmUp = (): void => {
    for (let run = 0; run < WARM_UP_RUNS; run++) work(short, heads);
  };
  warmUp();
  // Whatever was under way is ended, so that nothing begins by itself; and the code that this has thrown away is made again.
  globalThis.gc?.();
  warmUp();
  const from = performance.now();
  // What a call costs however long the series is, machine and all, is not a bar's: it is in both and goes out. Code that is still being
  // compiled allocates too, so the least of several is the work's own.
  const few = leastOf(() => allocatedBy(() => work(short, heads)));
  const many = leastOf(() => allocatedBy(() => work(long, columns)));
  return { bytes: (many - few) / (LONG - SHORT), from, to: performance.now() };
}

function leastOf(count: () => number): number {
  return Math.min(...Array.from({ length: ROUNDS }, count));
}

function allocatedBy(work: () => void): number {
  const before = allocated();
  work();
  return allocated() - before;
}

// On the heap, and beside it in the buffers of columns.
function allocated(): number {
  return getHeapStatistics().used_heap_size + process.memoryUsage().arrayBuffers;
}
