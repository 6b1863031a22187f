import { setTimeout } from 'node:timers/promises';
import { getHeapStatistics } from 'node:v8';
import { type BarSeries, sliceBarSeries } from '@candor/domain/bar';
import { findIndicator } from '@candor/indicators/catalog';
import { type Columns, KERNEL_STREAMS, pushAll } from './kernel-streams.ts';
import { MILLION_BARS, peerBars } from './peer-bars.ts';

/** Which indicator, and whether as a whole column or bar by bar. */
export interface AllocationQuestion {
  readonly id: string;
  readonly way: 'batch' | 'push';
}

/** Bytes a bar, and how often the collector came between, which would hide some. */
export interface AllocationAnswer {
  readonly bytesPerBar: number;
  readonly collections: number;
}

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

async function answer({ id, way }: AllocationQuestion): Promise<AllocationAnswer> {
  const definition = findIndicator(id);
  const params = definition.parse({});
  const columns = definition.outputs.map(() => new Float64Array(LONG));
  const heads = columns.map((column) => column.subarray(0, SHORT));
  const kernel = KERNEL_STREAMS[id];
  const work = (series: BarSeries, into: Columns): void => {
    if (way === 'batch') definition.compute(series, params, into);
    else if (kernel) kernel(series, into);
    else pushAll(definition, series, into);
  };
  for (let run = 0; run < WARM_UP_RUNS; run++) work(short, heads);
  // Whatever was under way is ended, so that nothing begins by itself; and the code that this has thrown away is made again.
  globalThis.gc?.();
  for (let run = 0; run < WARM_UP_RUNS; run++) work(short, heads);
  const began = performance.now();
  // What a call costs however long the series is, machine and all, is not a bar's: it is in both and goes out. Code that is still being
  // compiled allocates too, so the least of several is the work's own.
  const few = leastOf(() => allocatedBy(() => work(short, heads)));
  const many = leastOf(() => allocatedBy(() => work(long, columns)));
  await setTimeout(OBSERVED_MS);
  return {
    bytesPerBar: (many - few) / (LONG - SHORT),
    collections: collectedAt.filter((at) => at >= began).length,
  };
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
