import { type Bar, type BarSeries, barAt } from '@candor/domain/bar';
import { CandorError } from '@candor/domain/candor-error';
import type { Clock } from '@candor/domain/ports/clock';
import type { BarBatch, MarketDataProvider, Provenance } from '@candor/domain/ports/market-data-provider';
import { z } from 'zod';
import { defineProvider, type ProviderResources } from '../define-provider.ts';
import { loadSeries } from '../load-series.ts';
import { createMarketReplay, FASTEST_REPLAY, SLOWEST_REPLAY } from '../market-replay.ts';

const settings = z.strictObject({
  speed: z
    .union([z.literal('max'), z.number().min(SLOWEST_REPLAY).max(FASTEST_REPLAY)])
    .default('max')
    .describe('Bars handed out in one second, 0.2 to 1,000, or max to wait for nothing'),
});

type ReplaySpeed = z.infer<typeof settings>['speed'];

// Nobody could abort a loop that never lets the others have a turn.
const BARS_PER_TURN = 1_024;

/** Recorded history handed out again, bar by bar, as if it were happening now. */
export const replay = defineProvider({
  id: 'replay',
  title: 'Replay',
  summary: 'The bars of another provider, handed out one by one at any speed as if they were live.',
  settings,
  create: createReplay,
});

function createReplay({ speed }: { speed: ReplaySpeed }, resources: Partial<ProviderResources>): MarketDataProvider {
  const { clock, recorded } = resources;
  if (!clock || !recorded) {
    throw new CandorError('market-data.missing-resource', {
      kind: 'invalid',
      message: `A replay needs ${clock ? 'a provider to take its history from' : 'a clock'}.`,
    });
  }
  return {
    id: 'replay',
    title: `Replay of ${recorded.title}`,
    capabilities: recorded.capabilities,
    list: () => recorded.list(),
    instrument: (symbol) => recorded.instrument(symbol),
    bars: (request) => recorded.bars(request),
    probe: () => recorded.probe(),
    async *stream(request, signal) {
      const { series, provenance } = await loadSeries(recorded, request);
      const bars = speed === 'max' ? atOnce(series, signal) : inTime(series, clock, speed, signal);
      for await (const bar of bars) yield batchOf(bar, provenance);
    },
  };
}

async function* atOnce(series: BarSeries, signal: AbortSignal): AsyncGenerator<Bar, void> {
  for (let i = 0; i < series.length && !signal.aborted; i++) {
    if (i % BARS_PER_TURN === BARS_PER_TURN - 1) await new Promise((resolve) => setImmediate(resolve));
    yield barAt(series, i);
  }
}

async function* inTime(
  series: BarSeries,
  clock: Clock,
  barsPerSecond: number,
  signal: AbortSignal,
): AsyncGenerator<Bar, void> {
  const feed = createMarketReplay([series], clock, { barsPerSecond });
  while (feed.position < feed.length) {
    await feed.ready(signal);
    if (signal.aborted) return;
    for (const { bar } of feed.take() ?? []) yield bar;
  }
}

function batchOf(bar: Bar, provenance: Provenance): BarBatch {
  const columns = {
    time: Float64Array.of(bar.time),
    open: Float64Array.of(bar.open),
    high: Float64Array.of(bar.high),
    low: Float64Array.of(bar.low),
    close: Float64Array.of(bar.close),
    volume: Float64Array.of(bar.volume),
  };
  return { columns, provenance };
}
