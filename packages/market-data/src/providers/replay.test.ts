import type { Clock } from '@candor/domain/ports/clock';
import type { BarBatch } from '@candor/domain/ports/market-data-provider';
import { dayFromIso } from '@candor/domain/time';
import { describe, expect, it } from 'vitest';
import { loadSeries } from '../load-series.ts';
import { bundled } from './bundled.ts';
import { replay } from './replay.ts';

const clock: Clock = { now: () => 0, until: async () => {} };
const request = {
  symbol: 'AAPL',
  timeframe: '1d',
  from: dayFromIso('2014-01-02'),
  to: dayFromIso('2014-01-31'),
} as const;

describe('replay', () => {
  it('streams the bars of the provider behind it, one at a time', async () => {
    const provider = replay.open({ speed: 'max' }, { clock, recorded: bundled.open() });
    const batches: BarBatch[] = [];
    for await (const batch of provider.stream!(request, new AbortController().signal)) batches.push(batch);
    const { series } = await loadSeries(bundled.open(), request);
    expect(batches.every(({ columns }) => columns.time.length === 1)).toBe(true);
    expect(batches.map(({ columns }) => columns.close[0])).toEqual([...series.close]);
    expect(batches[0]?.provenance.provider).toBe('bundled');
  });

  it('streams at a pace, and ends quietly when nobody wants more', async () => {
    let now = 0;
    const walking: Clock = {
      now: () => now,
      until: async (at) => {
        now = at;
      },
    };
    const provider = replay.open({ speed: 4 }, { clock: walking, recorded: bundled.open() });
    const abort = new AbortController();
    const seenAt: number[] = [];
    for await (const _ of provider.stream!(request, abort.signal)) {
      seenAt.push(now);
      if (seenAt.length === 5) abort.abort();
    }
    expect(seenAt).toEqual([250, 500, 750, 1_000, 1_250]);
  });

  it('says what it lacks', () => {
    expect(() => replay.open({}, { recorded: bundled.open() })).toThrow(/needs a clock/);
    expect(() => replay.open({}, { clock })).toThrow(/needs a provider/);
    expect(() => replay.open({ speed: 0 }, { clock, recorded: bundled.open() })).toThrow(/speed/);
  });
});
