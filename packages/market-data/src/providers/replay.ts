import type { Bar } from '@candor/domain/bar';
import { CandorError } from '@candor/domain/candor-error';
import type { BarBatch, MarketDataProvider, Provenance } from '@candor/domain/ports/market-data-provider';
import { z } from 'zod';
import { defineProvider, type ProviderResources } from '../define-provider.ts';
import { loadSeries } from '../load-series.ts';
import { createReplayFeed, type ReplaySpeed } from '../replay-feed.ts';

const settings = z.strictObject({
  speed: z
    .union([z.literal('max'), z.number().positive()])
    .default('max')
    .describe('Market seconds that pass in one second, or max to wait for nothing'),
});

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
      for await (const bar of createReplayFeed(series, clock, speed).bars(signal)) yield batchOf(bar, provenance);
    },
  };
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
