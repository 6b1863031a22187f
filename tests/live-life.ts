import { PaperBroker } from '@candor/brokers/paper/paper-broker';
import type { BarSeries } from '@candor/domain/bar';
import { toMicros } from '@candor/domain/money';
import type { Broker } from '@candor/domain/ports/broker';
import type { Clock } from '@candor/domain/ports/clock';
import { createRng } from '@candor/domain/rng';
import { flat, long, type Signal, short } from '@candor/domain/signal';
import { type LiveRunConfig, LiveRunner, type RunEnd } from '@candor/engine/live-runner';
import { createMarketReplay, type MarketReplay } from '@candor/market-data/market-replay';
import { findStrategy } from '@candor/strategies/catalog';
import { vi } from 'vitest';
import { MemoryTurnStore } from './memory-turn-store.ts';
import { dailyBars, type RunWish, type Script, scripted, scriptedConfig } from './scripted-run.ts';
import { WalkingClock } from './walking-clock.ts';

export interface LifeOptions extends Partial<Pick<LiveRunConfig, 'halts' | 'pins' | 'warmupBars'>> {
  readonly barsPerSecond?: number;
  /** Instants shown before a new session begins. */
  readonly startAt?: number;
  readonly clock?: Clock;
  readonly broker?: Broker;
  readonly feed?: (feed: MarketReplay) => LiveRunConfig['feed'];
}

/** One process that drives a session, from wherever the store says it stands. */
export interface Life {
  readonly runner: LiveRunner;
  readonly feed: LiveRunConfig['feed'];
  readonly broker: Broker;
  readonly ended: Promise<RunEnd>;
}

/** Takes the session in hand, everything made anew as a process that starts makes it, and drives it. */
export function startLife(store: MemoryTurnStore, wish: () => RunWish, options: LifeOptions = {}): Life {
  const { session, series, exchange } = scriptedConfig(wish());
  const { accountType, startCashUsd, instruments } = session;
  const { barsPerSecond = 1_000, startAt = 0, clock = new WalkingClock() } = options;
  const epoch = store.claim();
  const { resumeFrom } = store;
  const replay = createMarketReplay(series, clock, {
    barsPerSecond,
    startAt: resumeFrom === undefined ? startAt : store.position,
  });
  const feed = options.feed?.(replay) ?? replay;
  const startCashMicros = toMicros(startCashUsd);
  const broker = options.broker ?? new PaperBroker({ ...exchange, accountType, startCashMicros }, instruments);
  const runner = new LiveRunner({
    sessionId: 'session',
    accountId: 'account',
    epoch,
    session: { ...session, allowsHandOrders: true },
    timeframe: series[0]!.timeframe,
    feed,
    broker,
    store,
    clock,
    warmupBars: options.warmupBars ?? 0,
    halts: options.halts ?? [],
    pins: options.pins ?? {},
    resumeFrom,
  });
  return { runner, feed, broker, ended: runner.run() };
}

/** Resolves when the check passes; a busy machine may take its time. */
export function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: 20_000, interval: 2 });
}

/** What is waited for by a process that is dead. */
export const never: Promise<never> = new Promise(() => {});

/** Says long, short or flat now and then, with stop and target about half of the time: always the same at the same bar. */
function moodyByBar(seed: number): Script {
  return ({ close, index, instrument }): Signal | undefined => {
    const rng = createRng(seed * 10_007 + index * 31 + instrument.symbol.charCodeAt(0));
    const mood = rng.index(8);
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

/** A walk in whole cents with gaps and thin bars. */
export function walk(seed: number, length: number, symbol = 'AAA'): BarSeries {
  const rng = createRng(seed);
  let price = 100;
  return dailyBars(
    Array.from({ length }, () => {
      const open = price * (1 + 0.01 * rng.normal());
      price = open * (1 + 0.015 * rng.normal());
      const prices = [open, Math.max(open, price) * 1.006, Math.min(open, price) * 0.994, price];
      return [...prices.map((value) => Math.round(value * 100) / 100), 200 + rng.index(4_000)];
    }),
    { symbol },
  );
}

/** Two symbols, two sleeves of which one remembers what it saw, costs, shorts, stops and targets, partial fills. */
export function busy(seed: number, length = 60): () => RunWish {
  const crossover = findStrategy('sma-crossover');
  return () => ({
    series: [walk(seed, length, 'BBB'), walk(seed + 1, length, 'AAA')],
    slippageBps: 5,
    feePerShareUsd: 0.005,
    maxVolumeShare: 0.1,
    allowShort: true,
    sleeves: [
      { id: 'moody', capitalShare: 0.5, createStrategy: scripted(moodyByBar(seed)) },
      { id: 'calm', capitalShare: 0.5, createStrategy: () => crossover.create({ fast: 3, slow: 8 }) },
    ],
  });
}

/** Returns the store of a run that nothing happens to. */
export async function undisturbed(wish: () => RunWish, options?: LifeOptions): Promise<MemoryTurnStore> {
  const store = new MemoryTurnStore();
  const { how } = await startLife(store, wish, options).ended;
  if (how !== 'finished') throw new Error(`A run that nothing happens to is ${how}.`);
  return store;
}
