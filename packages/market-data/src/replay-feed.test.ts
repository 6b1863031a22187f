import { type Bar, type BarSeries, barAt } from '@candor/domain/bar';
import type { Clock } from '@candor/domain/ports/clock';
import { dayFromIso } from '@candor/domain/time';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadSeries } from './load-series.ts';
import { generator } from './providers/generator.ts';
import { createReplayFeed } from './replay-feed.ts';

// Time that passes only when somebody waits for it.
function standingClock() {
  let now = 1_000_000;
  const waits: number[] = [];
  const clock: Clock = {
    now: () => now,
    until: async (instantMs, signal) => {
      signal?.throwIfAborted();
      waits.push(instantMs - now);
      now = Math.max(now, instantMs);
    },
  };
  return { clock, waits, pass: (ms: number) => (now += ms) };
}

let minutes: BarSeries;
beforeAll(async () => {
  const provider = generator.open({ from: '2020-01-02', to: '2020-01-03' });
  ({ series: minutes } = await loadSeries(provider, { symbol: 'SYN-A', timeframe: '1m' }));
});

describe('createReplayFeed', () => {
  it('hands out every bar of the series in order, and waits for nothing at full speed', async () => {
    const { clock, waits } = standingClock();
    const bars: Bar[] = [];
    for await (const bar of createReplayFeed(minutes, clock, 'max').bars()) bars.push(bar);
    expect(bars).toEqual(Array.from({ length: minutes.length }, (_, i) => barAt(minutes, i)));
    expect(waits).toEqual([]);
  });

  it('hands out each bar when it closes, at the given speed, and skips the hours in which the exchange is closed', async () => {
    const { clock, waits } = standingClock();
    for await (const _ of createReplayFeed(minutes, clock, 60).bars());
    expect(waits.length).toBe(780);
    expect(new Set(waits)).toEqual(new Set([1000]));
  });

  it('stops at a pause, goes on by hand, and does not make up for the pause', async () => {
    const { clock, waits, pass } = standingClock();
    const feed = createReplayFeed(minutes, clock, 60);
    const bars = feed.bars();
    await bars.next();
    feed.pause();
    const held = bars.next();
    await new Promise((resolve) => setImmediate(resolve));
    expect(feed.position, 'nothing leaves a paused feed').toBe(1);
    feed.step(2);
    await held;
    await bars.next();
    expect([feed.position, waits.length]).toEqual([3, 1]);
    pass(3_600_000);
    feed.resume();
    await bars.next();
    expect(waits, 'the next bar is due one bar after going on').toEqual([1000, 1000]);
  });

  it('holds back a bar whose time comes during a pause', async () => {
    const feed = createReplayFeed(minutes, { now: () => 0, until: async () => feed.pause() }, 60);
    const bars = feed.bars();
    const held = bars.next();
    await new Promise((resolve) => setImmediate(resolve));
    expect([feed.isPaused, feed.position]).toEqual([true, 0]);
    feed.step();
    expect((await held).value).toEqual(barAt(minutes, 0));
  });

  it('ends quietly when its signal aborts: in a pause, while waiting and between bars', async () => {
    const { clock } = standingClock();
    const inPause = new AbortController();
    const paused = createReplayFeed(minutes, clock, 60);
    paused.pause();
    const held = paused.bars(inPause.signal).next();
    inPause.abort();
    expect(await held).toEqual({ done: true, value: undefined });

    const whileWaiting = new AbortController();
    const endless: Clock = {
      now: () => 0,
      until: (_, signal) =>
        new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
    };
    const waiting = createReplayFeed(minutes, endless, 1).bars(whileWaiting.signal).next();
    await Promise.resolve();
    whileWaiting.abort();
    expect(await waiting).toEqual({ done: true, value: undefined });

    const between = new AbortController();
    const seen: number[] = [];
    for await (const bar of createReplayFeed(minutes, clock, 'max').bars(between.signal)) {
      seen.push(bar.time);
      if (seen.length === 3) between.abort();
    }
    expect(seen.length).toBe(3);
  });

  it('lets a failing clock be seen', async () => {
    const broken: Clock = { now: () => 0, until: () => Promise.reject(new Error('the clock fell off the wall')) };
    await expect(createReplayFeed(minutes, broken, 1).bars().next()).rejects.toThrow(/fell off/);
  });

  it('begins where it is sent, before it has begun, and only once', async () => {
    const { clock } = standingClock();
    const feed = createReplayFeed(minutes, clock, 'max');
    feed.seek(dayFromIso('2020-01-03'));
    const bars = feed.bars();
    expect((await bars.next()).value).toEqual(barAt(minutes, 390));
    expect(() => feed.seek(dayFromIso('2020-01-02'))).toThrow(/has begun/);
    await expect(feed.bars().next()).rejects.toThrow(/has begun/);
    expect(() => createReplayFeed(minutes, clock, 'max').seek(dayFromIso('2020-01-04'))).toThrow(
      /last is of 2020-01-03/,
    );
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses a speed of %d', (speed) =>
    expect(() => createReplayFeed(minutes, standingClock().clock, speed)).toThrow(/above 0/),
  );
});
