import { DEFAULT_COSTS } from '@candor/brokers/paper/costs';
import { PaperBroker } from '@candor/brokers/paper/paper-broker';
import type { BarSeries } from '@candor/domain/bar';
import type { SessionEvent } from '@candor/domain/events';
import { MICROS_PER_USD, toMicros } from '@candor/domain/money';
import { createRng } from '@candor/domain/rng';
import { flat, long, short } from '@candor/domain/signal';
import type { Trade } from '@candor/domain/trade';
import { type BacktestConfig, runBacktest } from '@candor/engine/backtest';
import { LiveRunner } from '@candor/engine/live-runner';
import { loadSeries } from '@candor/market-data/load-series';
import { createMarketReplay } from '@candor/market-data/market-replay';
import { bundled } from '@candor/market-data/providers/bundled';
import { DEFAULT_LIMITS } from '@candor/risk/default-limits';
import { createSizing } from '@candor/risk/sizing-catalog';
import { findStrategy } from '@candor/strategies/catalog';
import { practiceBars } from '@candor/strategies/laws/practice-bars';
import { describe, expect, it } from 'vitest';
import { MemoryTurnStore } from './memory-turn-store.ts';
import { at, dailyBars, flatRows, type RunWish, scripted, scriptedConfig } from './scripted-run.ts';
import { WalkingClock } from './walking-clock.ts';

const { series: aapl } = await loadSeries(bundled.open(), { symbol: 'AAPL', timeframe: '1d' });

function backtest(config: BacktestConfig) {
  const events: SessionEvent[] = [];
  const { equityUsd, trades, account } = runBacktest({ ...config, onEvent: (event) => events.push(event) });
  return { events, equityUsd: [...equityUsd], trades, account };
}

async function live({ session, series, exchange }: BacktestConfig) {
  const { accountType, startCashUsd, instruments } = session;
  const startCashMicros = toMicros(startCashUsd);
  const broker = new PaperBroker({ ...exchange, accountType, startCashMicros }, instruments);
  const store = new MemoryTurnStore();
  const clock = new WalkingClock();
  const runner = new LiveRunner({
    sessionId: 'session',
    accountId: 'account',
    epoch: store.claim(),
    session,
    timeframe: series[0]!.timeframe,
    feed: createMarketReplay(series, clock, { barsPerSecond: 1_000 }),
    broker,
    store,
    clock,
    warmupBars: 0,
    halts: [],
    pins: {},
    resumeFrom: undefined,
  });
  expect(await runner.run()).toEqual({ how: 'finished', reason: undefined });
  expect(store.events.map(({ seq }) => seq)).toEqual(store.events.map((_, i) => i + 1));
  expect(await broker.account(), "the broker's book is the session's").toEqual(store.account);
  const events = store.events.map(({ seq: _, recordedAt: __, ...event }) => event);
  const equityUsd = store.equity.map(({ equityMicros }) => equityMicros / MICROS_PER_USD);
  return { events, equityUsd, trades: store.trades, account: store.account };
}

/** The close of one bar is the opening of the next, so that two trades of two bars may end at the same instant. */
function byExit(a: Trade, b: Trade): number {
  return a.exitAt! - b.exitAt! || (`${a.sleeveId} ${a.symbol}` < `${b.sleeveId} ${b.symbol}` ? -1 : 1);
}

/** What comes out of a store has been JSON. */
function throughJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** Runs one wish both ways, each from fresh parts, and returns what came out of the backtest after it was compared with the other. */
async function both(wish: () => RunWish) {
  const once = backtest(scriptedConfig(wish()));
  const again = await live(scriptedConfig(wish()));
  expect(again.events).toEqual(throughJson(once.events));
  expect(again.equityUsd).toEqual(once.equityUsd);
  expect(again.trades.toSorted(byExit)).toEqual(
    once.trades.filter(({ exitAt }) => exitAt !== undefined).toSorted(byExit),
  );
  expect(again.account).toEqual(once.account);
  const fills = once.events.filter(({ type }) => type === 'order-filled').length;
  expect(fills, 'or the parity says nothing').toBeGreaterThan(2);
  return once;
}

const withCosts = { slippageBps: DEFAULT_COSTS.slippageBps, feePerShareUsd: 0.005, maxVolumeShare: 0.1 };

/** Says long, short or flat now and then, with a stop and a target about half of the time. */
function moody(seed: number): NonNullable<RunWish['script']> {
  const rng = createRng(seed);
  return ({ close }) => {
    const mood = rng.index(9);
    const levels = rng.index(2) === 0;
    const [near, far] = [close * 0.02 * (1 + rng.next()), close * 0.03 * (1 + rng.next())];
    if (mood === 0) return flat({ reason: 'enough' });
    if (mood < 3)
      return long({ confidence: 1, reason: 'up', ...(levels && { stop: close - near, targets: [close + far] }) });
    if (mood === 3)
      return short({ confidence: 1, reason: 'down', ...(levels && { stop: close + near, targets: [close - far] }) });
    return undefined;
  };
}

function wild(seed: number, symbol: string, every = 1): BarSeries {
  const rng = createRng(seed);
  let price = 100;
  const bars = dailyBars(
    Array.from({ length: 150 }, () => {
      const open = price * (1 + 0.01 * rng.normal());
      price = open * (1 + 0.015 * rng.normal());
      const cents = [open, Math.max(open, price) * 1.006, Math.min(open, price) * 0.994, price].map(
        (value) => Math.round(value * 100) / 100,
      );
      return [...cents, 200 + rng.index(4_000)];
    }),
    { symbol },
  );
  for (let i = 0; i < bars.length; i++) {
    bars.time[i]! *= every;
    bars.session[i]! *= every;
  }
  return bars;
}

describe('the same bars through backtest and live give the same orders, fills, events and equity', () => {
  it.each([
    ['sma-crossover on five years of AAPL', 'sma-crossover', aapl],
    ['consensus on five years of AAPL', 'consensus', aapl],
    // The chain finds no memory in AAPL and says nothing; these bars have some.
    ['markov-chain on invented bars', 'markov-chain', practiceBars(1_500, 3)],
  ])('%s', async (_, id, series) => {
    const definition = findStrategy(id);
    const params = definition.parse({});
    const { equityUsd } = await both(() => ({
      ...withCosts,
      series: [series],
      createStrategy: () => definition.create(params),
      accountType: 'cash',
      startCashUsd: 10_000,
      sizing: createSizing('fixed-fraction', {}),
      limits: DEFAULT_LIMITS,
      entryReserve: 0.02,
    }));
    expect(equityUsd).toHaveLength(series.length);
  });

  it('with stops and targets, shorts, thin volume and orders of every fate', async () => {
    const fates = new Set<string>();
    for (let seed = 1; seed <= 20; seed++) {
      const { events } = await both(() => ({
        ...withCosts,
        series: [wild(seed, 'WILD')],
        createStrategy: scripted(moody(seed)),
        allowShort: true,
      }));
      for (const { type } of events) fates.add(type);
    }
    const all = ['order-approved', 'order-filled', 'order-cancelled', 'order-expired'];
    expect([...fates]).toEqual(expect.arrayContaining(all));
  });

  it('all in, long and short in turn', async () => {
    await both(() => ({
      ...withCosts,
      maxVolumeShare: 1,
      series: [wild(3, 'WILD')],
      createStrategy: scripted(moody(3)),
      allowShort: true,
      startCashUsd: 20_000,
      sizing: createSizing('all-in', {}),
    }));
  });

  it('all in, from one symbol into another at the same open', async () => {
    for (let seed = 1; seed <= 20; seed++) {
      const rng = createRng(seed);
      const turns = Array.from({ length: 150 }, () => rng.index(3));
      await both(() => ({
        ...withCosts,
        maxVolumeShare: 1,
        accountType: 'cash',
        series: [wild(seed, 'AAA'), wild(seed + 100, 'BBB')],
        startCashUsd: 20_000,
        sizing: createSizing('all-in', {}),
        limits: DEFAULT_LIMITS,
        script: ({ instrument, index }) =>
          turns[index] === (instrument.symbol === 'AAA' ? 0 : 1)
            ? long({ confidence: 1, reason: 'its turn' })
            : flat({ reason: 'the turn of another' }),
      }));
    }
  });

  it('with two symbols, two sleeves and bars that do not coincide', async () => {
    await both(() => ({
      ...withCosts,
      series: [wild(5, 'ZZZ'), wild(6, 'AAA', 2)],
      allowShort: true,
      sleeves: [
        { capitalShare: 0.5, createStrategy: scripted(moody(7)) },
        { capitalShare: 0.5, createStrategy: scripted(moody(8)), symbols: ['AAA'] },
      ],
    }));
  });

  it('to the last bar, on which protection of many legs is moved and taken back', async () => {
    const bars = ['AAA', 'BBB', 'CCC', 'DDD'].map((symbol) => dailyBars(flatRows(100, 4), { symbol }));
    const levels = (stop: number) => long({ confidence: 1, reason: 'up', stop, targets: [200 - stop] });
    const { events } = await both(() => ({ series: bars, script: at({ 1: levels(90), 3: levels(95) }) }));
    expect(events.filter(({ type }) => type === 'order-cancelled')).toHaveLength(8);
  });

  it('while halts come and go', async () => {
    const { events } = await both(() => ({
      ...withCosts,
      series: [wild(9, 'WILD')],
      createStrategy: scripted(moody(9)),
      allowShort: true,
      startCashUsd: 12_000,
      limits: { ...DEFAULT_LIMITS, 'daily-loss': { fraction: 0.01 } },
    }));
    expect(events.filter(({ type }) => type === 'resumed').length).toBeGreaterThan(2);
  });
});
