import { allocateBarColumns, type BarSeries, barAt, createBarSeries } from '@candor/domain/bar';
import type { FeedBar } from '@candor/domain/ports/bar-feed';
import type { Clock } from '@candor/domain/ports/clock';
import { dayFromIso } from '@candor/domain/time';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { loadSeries } from './load-series.ts';
import { createMarketReplay, type MarketReplay } from './market-replay.ts';
import { generator } from './providers/generator.ts';

const never = new AbortController().signal;

/** Time that passes only when somebody waits for it, a little later than asked for where `late` says so. */
function walkingClock(late: () => number = () => 0) {
  const start = 1_000_000;
  let now = start;
  const waits: number[] = [];
  const clock: Clock = {
    now: () => now,
    until: async (instantMs, signal) => {
      signal?.throwIfAborted();
      waits.push(instantMs - now);
      now = Math.max(now, instantMs) + late();
    },
  };
  return { clock, waits, elapsed: () => now - start, pass: (ms: number) => (now += ms) };
}

/** A clock whose waits end only when the test lets time pass. */
function heldClock() {
  let now = 0;
  const waiting = new Set<() => void>();
  const clock: Clock = {
    now: () => now,
    until: (instantMs, signal) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (now < instantMs) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        signal?.addEventListener('abort', () => {
          waiting.delete(look);
          reject(signal.reason);
        });
      }),
  };
  const pass = (ms: number): void => {
    now += ms;
    for (const look of [...waiting]) look();
  };
  return { clock, pass, waiting };
}

async function drain(feed: MarketReplay): Promise<FeedBar[][]> {
  const instants: FeedBar[][] = [];
  while (feed.position < feed.length) {
    await feed.ready(never);
    for (let bars = feed.take(); bars !== undefined; bars = feed.take()) instants.push([...bars]);
  }
  return instants;
}

/** Every other bar of a series, under another symbol and exchange. */
function sparse(series: BarSeries, symbol: string): BarSeries {
  const columns = allocateBarColumns(Math.ceil(series.length / 2));
  for (const name of ['time', 'open', 'high', 'low', 'close', 'volume', 'session'] as const) {
    for (let i = 0; i < columns[name].length; i++) columns[name][i] = series[name][2 * i]!;
  }
  return createBarSeries({ ...series.instrument, symbol }, series.timeframe, columns);
}

let minutes: BarSeries;
let thin: BarSeries;
beforeAll(async () => {
  const provider = generator.open({ from: '2020-01-02', to: '2020-01-03' });
  ({ series: minutes } = await loadSeries(provider, { symbol: 'SYN-A', timeframe: '1m' }));
  thin = sparse(minutes, 'AAA');
});

describe('createMarketReplay', () => {
  it('hands out every bar once, those that close together together, in the order of the series', async () => {
    const feed = createMarketReplay([minutes, thin], walkingClock().clock, { barsPerSecond: 1_000 });
    const instants = await drain(feed);
    expect(instants).toHaveLength(minutes.length);
    expect(feed.position).toBe(feed.length);
    expect(instants.map((bars) => bars.map(({ symbol }) => symbol).join())).toEqual(
      Array.from({ length: minutes.length }, (_, i) => (i % 2 === 0 ? 'SYN-A,AAA' : 'SYN-A')),
    );
    const bars = instants.flat().filter(({ symbol }) => symbol === 'SYN-A');
    expect(bars.map(({ bar }) => bar)).toEqual(Array.from({ length: minutes.length }, (_, i) => barAt(minutes, i)));
  });

  it('hands a bar out after every bar that closes earlier, whenever they opened', async () => {
    const { instrument } = minutes;
    const day = dayFromIso('2020-01-02');
    const stock = createBarSeries({ ...instrument, exchange: 'XNYS' }, '1d', oneDay(day, 14.5));
    const coin = createBarSeries({ ...instrument, symbol: 'COIN', exchange: 'ALWAYS' }, '1d', oneDay(day, 0));
    const instants = await drain(createMarketReplay([coin, stock], walkingClock().clock, { barsPerSecond: 1_000 }));
    expect(
      instants.map(([first]) => first!.symbol),
      'the exchange closes before midnight',
    ).toEqual(['SYN-A', 'COIN']);
  });

  it('keeps the average rate at any speed and on a clock that is always late, without a busy loop', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.double({ min: 0.2, max: 1_000, noNaN: true }),
        fc.array(fc.integer({ min: 0, max: 15 }), { minLength: 1, maxLength: 20 }),
        async (barsPerSecond, lateness) => {
          let i = 0;
          const { clock, waits, elapsed } = walkingClock(() => lateness[i++ % lateness.length]!);
          const feed = createMarketReplay([minutes], clock, { barsPerSecond });
          await drain(feed);
          const wantedMs = (feed.length / barsPerSecond) * 1_000;
          expect(elapsed()).toBeGreaterThanOrEqual(wantedMs - 1e-3);
          expect(elapsed()).toBeLessThanOrEqual(wantedMs + 10 + 15 + 1);
          expect(Math.min(...waits), 'every wait is a real one').toBeGreaterThan(0);
          expect(waits.length).toBeLessThanOrEqual(Math.min(feed.length, elapsed() / 10 + 2));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('stops at a pause, goes on by hand, and does not make up for the pause', async () => {
    const { clock, pass, waiting } = heldClock();
    const feed = createMarketReplay([minutes], clock, { barsPerSecond: 2 });
    const first = feed.ready(never);
    pass(500);
    await first;
    expect(feed.take()).toHaveLength(1);
    const held = feed.ready(never);
    feed.pause();
    pass(10_000);
    expect([feed.take(), feed.position, feed.isPaused, waiting.size]).toEqual([undefined, 1, true, 0]);
    feed.step(2);
    await held;
    expect([feed.take()?.length, feed.take()?.length, feed.take(), feed.position]).toEqual([1, 1, undefined, 3]);
    feed.resume();
    const next = feed.ready(never);
    expect(feed.take(), 'a whole interval after going on').toBeUndefined();
    pass(500);
    await next;
    expect([feed.take()?.length, feed.take()]).toEqual([1, undefined]);
  });

  it('takes a new speed at once, in the middle of a wait', async () => {
    const { clock, pass, waiting } = heldClock();
    const feed = createMarketReplay([minutes], clock, { barsPerSecond: 0.2 });
    const ready = feed.ready(never);
    feed.setSpeed(1_000);
    expect(feed.barsPerSecond).toBe(1_000);
    await vi.waitFor(() => expect(waiting.size).toBe(1));
    pass(1);
    await ready;
    expect(feed.take()).toHaveLength(1);
  });

  it('makes up for a short delay of its reader and not for a long one', async () => {
    const { clock, pass } = walkingClock();
    const feed = createMarketReplay([minutes], clock, { barsPerSecond: 100 });
    const takeAll = async (): Promise<number> => {
      await feed.ready(never);
      let count = 0;
      while (feed.take() !== undefined) count++;
      return count;
    };
    expect(await takeAll()).toBe(1);
    pass(500);
    expect(await takeAll()).toBe(50);
    pass(60_000);
    expect(await takeAll()).toBe(1);
  });

  it('shows what is before its beginning as history, and history and the rest are the whole', async () => {
    const whole = await drain(createMarketReplay([minutes, thin], walkingClock().clock, { barsPerSecond: 1_000 }));
    for (const startAt of [0, 1, 390, minutes.length]) {
      const feed = createMarketReplay([minutes, thin], walkingClock().clock, { barsPerSecond: 1_000, startAt });
      expect(feed.position).toBe(startAt);
      expect(feed.at, 'market time').toBe(startAt === 0 ? minutes.time[0] : minutes.time[startAt - 1]! + 60_000);
      const history = [...feed.history()];
      expect(history).toHaveLength(startAt);
      expect([...history, ...(await drain(feed))]).toEqual(whole);
      expect([...feed.history()], 'what was handed out is not history').toHaveLength(startAt);
    }
  });

  it('begins with the session it is sent to, before it has begun and not after', async () => {
    const feed = createMarketReplay([thin, minutes], walkingClock().clock, { barsPerSecond: 1_000 });
    feed.seek(dayFromIso('2020-01-03'));
    expect([feed.position, [...feed.history()].length]).toEqual([390, 390]);
    await feed.ready(never);
    expect(feed.take()?.map(({ bar }) => bar)).toEqual([barAt(thin, 195), barAt(minutes, 390)]);
    expect(() => feed.seek(dayFromIso('2020-01-02'))).toThrow(/has begun/);
    const other = createMarketReplay([minutes], walkingClock().clock, { barsPerSecond: 1 });
    expect(() => other.seek(dayFromIso('2020-01-04'))).toThrow(
      'no bar on or after 2020-01-04. The last is of 2020-01-03.',
    );
  });

  it('ends a wait quietly when the signal aborts, in a pause or not, and lets a failing clock be seen', async () => {
    for (const isPaused of [true, false]) {
      const abort = new AbortController();
      const feed = createMarketReplay([minutes], heldClock().clock, { barsPerSecond: 1 });
      if (isPaused) feed.pause();
      const ready = feed.ready(abort.signal);
      abort.abort();
      await ready;
      expect(feed.take()).toBeUndefined();
    }
    const broken: Clock = { now: () => 0, until: () => Promise.reject(new Error('the clock fell off the wall')) };
    await expect(createMarketReplay([minutes], broken, { barsPerSecond: 1 }).ready(never)).rejects.toThrow(/fell off/);
  });

  it.each([0, 0.19, 1_001, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses a speed of %d', (barsPerSecond) => {
    const { clock } = walkingClock();
    const wrong = { code: 'market-data.bad-param', message: expect.stringContaining('between 0.2 and 1000') };
    expect(() => createMarketReplay([minutes], clock, { barsPerSecond })).toThrow(expect.objectContaining(wrong));
    const feed = createMarketReplay([minutes], clock, { barsPerSecond: 3 });
    expect(() => feed.setSpeed(barsPerSecond)).toThrow(expect.objectContaining(wrong));
    expect(feed.barsPerSecond).toBe(3);
  });

  it.each([-1, 0.5, 781])('refuses to begin at %d', (startAt) =>
    expect(() => createMarketReplay([minutes], walkingClock().clock, { barsPerSecond: 1, startAt })).toThrow(
      /0 to 780/,
    ),
  );
});

function oneDay(day: number, openHour: number) {
  const columns = allocateBarColumns(1);
  columns.time[0] = day * 86_400_000 + openHour * 3_600_000;
  columns.session[0] = day;
  return columns;
}
