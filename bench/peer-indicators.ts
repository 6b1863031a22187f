import type { BarSeries } from '@candor/domain/bar';
import type { IndicatorDefinition } from '@candor/domain/ports/indicator';
import { indicatorCatalog } from '@candor/indicators/catalog';
import type { Bench, Measurement, RankedPeer } from './bench.ts';
import { fingerprintOf } from './fingerprint-of.ts';
import { type Columns, KERNEL_STREAMS, pushAll, type Walk } from './kernel-streams.ts';
import { MILLION_BARS, peerBars } from './peer-bars.ts';
import { type BatchContender, type PeerPrices, peerPrices, type StreamContender } from './peers/contender.ts';
import { DEBUT } from './peers/debut.ts';
import { INDICATORTS } from './peers/indicatorts.ts';
import { IXJB94 } from './peers/ixjb94.ts';
import { judgeColumns } from './peers/judge-columns.ts';
import { TECHNICALINDICATORS } from './peers/technicalindicators.ts';
import { TRADING_SIGNALS } from './peers/trading-signals.ts';

const BARS = 100_000;

const BATCH: Readonly<Record<string, Readonly<Record<string, BatchContender>>>> = {
  '@ixjb94/indicators': IXJB94,
  indicatorts: INDICATORTS,
  technicalindicators: TECHNICALINDICATORS,
};

const STREAM: Readonly<Record<string, Readonly<Record<string, StreamContender>>>> = {
  '@debut/indicators': DEBUT,
  'trading-signals': TRADING_SIGNALS,
};

/**
 * For every indicator that another library has too, ours beside each of them on the same bars in the same run: whole columns, and
 * bars pushed one by one. Every value is compared with ours; a library whose values are wrong is named and not the best.
 */
export const peerIndicatorBenches: readonly Bench[] = indicatorCatalog.flatMap((definition) => {
  const { id } = definition;
  const batch = libraries(BATCH, id).map(([name, contender]) => batchPeer(name, definition, contender));
  const stream = libraries(STREAM, id).map(([name, contender]) => streamPeer(name, definition, contender));
  const kernel = KERNEL_STREAMS[id];
  return [
    ...(batch.length > 0 ? [batchRow(definition, batch)] : []),
    ...(stream.length > 0 ? [streamRow(definition, kernel, stream)] : []),
  ];
});

function libraries<Contender>(
  all: Readonly<Record<string, Readonly<Record<string, Contender>>>>,
  id: string,
): [name: string, contender: Contender][] {
  return Object.entries(all).flatMap(([name, contenders]) => {
    const contender = contenders[id];
    return contender ? [[name, contender]] : [];
  });
}

let series: BarSeries | undefined;
let prices: PeerPrices | undefined;

function theSeries(): BarSeries {
  series ??= peerBars({ ...MILLION_BARS, bars: BARS });
  return series;
}

function thePrices(): PeerPrices {
  prices ??= peerPrices(theSeries());
  return prices;
}

function batchRow(definition: IndicatorDefinition, peers: readonly RankedPeer[]): Bench {
  return {
    id: `indicators.peers.${definition.id}.batch`,
    unit: 'ns/bar',
    work: '100,000 bars into columns that exist, inputs checked',
    peers: [...peers, intoNewColumns(definition)],
    run(): Measurement {
      const bars = theSeries();
      const columns = scratch(definition);
      const value = fastest(() => definition.compute(bars, definition.parse({}), columns));
      return { value, fingerprint: fingerprintOf(columns) };
    },
  };
}

// Named beside the libraries, since theirs are new each time: mostly the cost of fresh memory.
function intoNewColumns(definition: IndicatorDefinition): RankedPeer {
  return {
    name: 'candor, new columns',
    judge: () => ({ counts: false, values: 'the same' }),
    run: () => {
      const bars = theSeries();
      return { value: fastest(() => definition.compute(bars, definition.parse({}))), fingerprint: '' };
    },
  };
}

function streamRow(definition: IndicatorDefinition, kernel: Walk | undefined, peers: readonly RankedPeer[]): Bench {
  return {
    id: `indicators.peers.${definition.id}.stream`,
    unit: 'ns/bar',
    work: `100,000 bars, ${kernel ? 'numbers pushed into the kernel' : 'pushed through the cursor'}`,
    peers,
    run(): Measurement {
      const bars = theSeries();
      const columns = scratch(definition);
      const value = fastest(() => (kernel ? kernel(bars, columns) : pushAll(definition, bars, columns)));
      return { value, fingerprint: fingerprintOf(columns) };
    },
  };
}

function batchPeer(name: string, definition: IndicatorDefinition, { compute, sameAs }: BatchContender): RankedPeer {
  return {
    name,
    judge: () => {
      const lines = compute(thePrices())();
      const theirs = definition.outputs.map((output) => atTheEnd(lines[output.name] ?? []));
      return judgeColumns(name, definition, sameAs, theSeries(), theirs);
    },
    run: () => {
      const given = thePrices();
      return { value: fastest(() => compute(given)), fingerprint: '' };
    },
  };
}

function streamPeer(name: string, definition: IndicatorDefinition, { start, sameAs }: StreamContender): RankedPeer {
  let loop: Loop | undefined;
  return {
    name,
    judge: () => {
      const theirs = emptyColumns(definition);
      ownLoop()(start(thePrices(), theirs), BARS);
      return judgeColumns(name, definition, sameAs, theSeries(), theirs);
    },
    run: () => {
      const given = thePrices();
      const columns = scratch(definition);
      loop ??= ownLoop();
      const walk = loop;
      return { value: fastest(() => walk(start(given, columns), BARS)), fingerprint: '' };
    },
  };
}

let kept: Columns = [];

// Columns to write into whoever writes: only what is compared needs its own.
function scratch({ outputs }: IndicatorDefinition): Columns {
  if (kept.length < outputs.length) kept = outputs.map(() => new Float64Array(BARS));
  return kept.slice(0, outputs.length);
}

function emptyColumns({ outputs }: IndicatorDefinition): Columns {
  return outputs.map(() => new Float64Array(BARS).fill(Number.NaN));
}

type Loop = (push: (bar: number) => void, bars: number) => void;

let loops = 0;

// A loop of code that no other contender runs through, so that the machine is called as directly as in a loop of its user's own.
function ownLoop(): Loop {
  loops++;
  const body = `/* loop ${loops} */ for (let bar = 0; bar < bars; bar++) push(bar);`;
  return new Function('push', 'bars', body) as Loop;
}

// Of several at once: the first pays for what whoever ran before it left in the caches and to the collector.
const REPEATS = 3;

/** Returns the nanoseconds a bar of the fastest. */
function fastest(work: () => unknown): number {
  let least = Number.POSITIVE_INFINITY;
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const started = performance.now();
    work();
    least = Math.min(least, performance.now() - started);
  }
  return (least * 1e6) / BARS;
}

function atTheEnd(values: ArrayLike<number | null | undefined>): Float64Array {
  const column = new Float64Array(BARS).fill(Number.NaN);
  const late = BARS - values.length;
  for (let i = Math.max(0, -late); i < values.length; i++) column[late + i] = values[i] ?? Number.NaN;
  return column;
}
