import { BarCursor, type BarSeries, sliceBarSeries } from '@candor/domain/bar';
import type { Json } from '@candor/domain/json';
import { createRng } from '@candor/domain/rng';
import { flat, long, short } from '@candor/domain/signal';
import { MS_PER_DAY, MS_PER_MINUTE } from '@candor/domain/time';
import type { BacktestConfig } from '@candor/engine/backtest';
import { TradingSession } from '@candor/engine/trading-session';
import { loadSeries } from '@candor/market-data/load-series';
import { bundled } from '@candor/market-data/providers/bundled';
import { DEFAULT_LIMITS } from '@candor/risk/default-limits';
import { createSizing } from '@candor/risk/sizing-catalog';
import { findStrategy } from '@candor/strategies/catalog';
import { practiceBars } from '@candor/strategies/laws/practice-bars';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dailyBars, type RunWish, type Script, scripted, scriptedConfig, WIDE_LIMITS } from '../scripted-run.ts';
import { type Deed, type Remembered, resumableRun } from './resumable-run.ts';

const { series: aapl } = await loadSeries(bundled.open(), { symbol: 'AAPL', timeframe: '1d' });

/** Says something now and then; what it says depends on the bar alone, so there is nothing to remember. */
function moody(seed: number): Script {
  return ({ index, close }, { position }) => {
    if (position.barsHeld === 6) return flat({ reason: 'too long' });
    const rng = createRng(seed * 10_007 + index);
    const mood = rng.index(8);
    const levels = rng.index(3) > 0;
    const [near, far] = [close * 0.02 * (1 + rng.next()), close * 0.03 * (1 + rng.next())];
    if (mood === 0) return flat({ reason: 'enough' });
    if (mood < 3) {
      return long({ confidence: 1, reason: 'up', ...(levels && { stop: close - near, targets: [close + far] }) });
    }
    if (mood === 3) {
      return short({ confidence: 1, reason: 'down', ...(levels && { stop: close + near, targets: [close - far] }) });
    }
    return undefined;
  };
}

/** Bars with wide gaps and thin volume, so many hours apart. */
function wild(seed: number, symbol: string, bars: number, hours = 24): BarSeries {
  const rng = createRng(seed);
  let price = 100;
  const rows = Array.from({ length: bars }, () => {
    const open = price * (1 + 0.01 * rng.normal());
    price = open * (1 + 0.02 * rng.normal());
    const [high, low] = [Math.max(open, price) * 1.006, Math.min(open, price) * 0.994];
    return [...[open, high, low, price].map((value) => Math.round(value * 100) / 100), 200 + rng.index(4_000)];
  });
  const series = dailyBars(rows, { symbol });
  for (let i = 0; i < bars; i++) {
    series.time[i] = i * hours * 60 * MS_PER_MINUTE;
    series.session[i] = Math.floor(series.time[i]! / MS_PER_DAY);
  }
  return { ...series, timeframe: '1h' };
}

/** What a person might do, out of a few numbers. */
function deed(kind: number, symbol: string, quantity: number, offset: number): Deed {
  return (session, at) => {
    const close = session.portfolio.lastPrice(symbol) ?? 100;
    const cents = (factor: number) => Math.round(close * factor * 100) / 100;
    const side = offset > 0 ? 'buy' : 'sell';
    const sign = offset > 0 ? 1 : -1;
    const common = { symbol, side, quantity, timeInForce: 'gtc' } as const;
    switch (kind) {
      case 0:
        return session.placeByHand({ ...common, type: 'market' }, at);
      case 1:
        return session.placeByHand({ ...common, type: 'limit', limitPrice: cents(1 - sign * 0.01) }, at);
      case 2:
        return session.placeByHand({ ...common, type: 'stop', stopPrice: cents(1 + sign * 0.01) }, at);
      case 3: {
        const levels = { stopLossPrice: cents(1 - sign * 0.02), takeProfitPrice: cents(1 + sign * 0.03) };
        return session.placeByHand(
          { ...common, type: 'market', clientOrderId: `by-me-${quantity % 2}`, ...levels },
          at,
        );
      }
      case 4: {
        const prices = { limitPrice: cents(1 + sign * 0.015), stopPrice: cents(1 + sign * 0.01) };
        return session.placeByHand({ ...common, type: 'stop-limit', timeInForce: 'day', ...prices }, at);
      }
      case 5: {
        const held = session.sleevePositions().find((each) => each.sleeveId === 'by-hand' && each.symbol === symbol);
        const whole = { ...common, type: 'market', side: (held?.quantity ?? 0) > 0 ? 'sell' : 'buy' } as const;
        return held && session.placeByHand({ ...whole, quantity: Math.abs(held.quantity) || 1 }, at);
      }
      case 6: {
        const live = session.legs.flatMap((leg) => leg.live).at(quantity % 3);
        return live && session.cancelByHand(live.order.clientOrderId, at);
      }
      case 7:
        return session.flatten('by the law', at);
      case 8:
        return session.halt(offset > 0 ? 'entries' : 'all', { code: 'BY_HAND', reason: 'law', at, until: 'manual' });
      default:
        return session.resume({ by: 'Ada', reason: 'law', at });
    }
  };
}

const sizings = [
  createSizing('volatility-target', { targetVolatility: 0.2 }),
  createSizing('fixed-fraction', {}),
  createSizing('fixed-quantity', { quantity: 100 }),
];

async function expectSame(
  makeConfig: () => BacktestConfig,
  deeds: Readonly<Record<number, Deed[]>>,
): Promise<Remembered> {
  const once = await resumableRun(makeConfig, deeds, false);
  const again = await resumableRun(makeConfig, deeds, true);
  for (const [i, state] of once.states.entries()) {
    if (state !== again.states[i]) expect(JSON.parse(again.states[i]!), `state ${i}`).toEqual(JSON.parse(state));
  }
  expect(again).toEqual(once);
  expect(once.brokerAccount, "the broker's book is the session's").toEqual(once.account);
  return once;
}

describe('written down and taken up again at every instant, session and broker go on as if nothing had been', () => {
  it('with several sleeves and symbols, halts, parts of fills, brackets and orders by hand', async () => {
    const fates = new Set<string>();
    const answers = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 1e6 }),
        fc.constantFrom(3, 24),
        fc.constantFrom<RunWish['accountType']>('margin', 'margin', 'cash'),
        fc.array(
          fc.record({
            bar: fc.integer({ min: 2, max: 25 }),
            kind: fc.constantFrom(0, 1, 2, 3, 3, 3, 4, 5, 6, 7, 8, 9, 9),
            symbol: fc.constantFrom('ZZZ', 'AAA'),
            quantity: fc.integer({ min: 1, max: 80 }),
            isBuy: fc.boolean(),
          }),
          { minLength: 10, maxLength: 16, size: 'max' },
        ),
        async (seed, hours, accountType, wishes) => {
          const deeds: Record<number, Deed[]> = {};
          for (const [i, { bar, kind, symbol, quantity, isBuy }] of wishes.entries()) {
            deeds[bar] = [...(deeds[bar] ?? []), deed(kind, symbol, quantity, isBuy ? i + 1 : -i - 1)];
          }
          const crossover = findStrategy('sma-crossover');
          const makeConfig = (): BacktestConfig => {
            const config = scriptedConfig({
              series: [wild(seed, 'ZZZ', 40, hours), wild(seed + 1, 'AAA', 20, 2 * hours)],
              accountType: accountType ?? 'margin',
              allowShort: accountType !== 'cash',
              startCashUsd: 40_000,
              slippageBps: 5,
              feePerShareUsd: 0.005,
              maxVolumeShare: 0.03,
              limits: {
                ...WIDE_LIMITS,
                'daily-loss': { fraction: 0.02 },
                'order-rate': { maxOrdersPerMinute: 6 },
                'max-position': { fraction: 1.5 },
              },
              sleeves: [
                { capitalShare: 0.4, createStrategy: scripted(moody(seed)), sizing: sizings[seed % 3]! },
                {
                  capitalShare: 0.3,
                  createStrategy: () => crossover.create(crossover.parse({ fast: 2, slow: 4 })),
                  sizing: sizings[1]!,
                },
                { capitalShare: 0.3, createStrategy: scripted(moody(seed + 7)), symbols: ['AAA'] },
              ],
            });
            return { ...config, session: { ...config.session, allowsHandOrders: true } };
          };
          const run = await expectSame(makeConfig, deeds);
          for (const { type } of run.events) fates.add(type);
          for (const answer of run.answers) answers.add(typeof answer === 'string' ? answer : 'done');
          expect(run.trades.reduce((sum, { commissionMicros }) => sum + commissionMicros, 0)).toBeLessThanOrEqual(
            run.account.feesMicros,
          );
        },
      ),
      { numRuns: 24 },
    );
    expect([...fates]).toEqual(
      expect.arrayContaining([
        'order-filled',
        'order-cancelled',
        'order-expired',
        'order-refused',
        'halted',
        'resumed',
      ]),
    );
    expect([...answers]).toEqual(expect.arrayContaining(['engine.duplicate-order', 'done']));
  });

  it('all in, long and short in turn, over thin volume', async () => {
    const { orders } = await expectSame(
      () =>
        scriptedConfig({
          series: [wild(3, 'WILD', 150)],
          createStrategy: scripted(moody(3)),
          allowShort: true,
          startCashUsd: 20_000,
          maxVolumeShare: 0.05,
          sizing: createSizing('all-in', {}),
        }),
      {},
    );
    expect(orders.filter(({ status }) => status === 'partially-filled').length).toBeGreaterThan(3);
  });

  it.each([
    ['sma-crossover', () => sliceBarSeries(aapl, 0, 500)],
    ['consensus', () => sliceBarSeries(aapl, 0, 500)],
    ['markov-chain', () => practiceBars(500, 3)],
  ])('%s, sized by volatility under the default limits', async (id, seriesOf) => {
    const definition = findStrategy(id);
    const params = definition.parse({});
    const { orders } = await expectSame(
      () =>
        scriptedConfig({
          series: [seriesOf()],
          createStrategy: () => definition.create(params),
          accountType: 'cash',
          startCashUsd: 10_000,
          sizing: createSizing('volatility-target', {}),
          limits: DEFAULT_LIMITS,
          entryReserve: 0.02,
          slippageBps: 5,
          feePerShareUsd: 0.005,
          maxVolumeShare: 0.1,
        }),
      {},
    );
    expect(orders.length, 'or the law says nothing').toBeGreaterThan(2);
  });
});

describe('a saved state of a session', () => {
  const configOf = (wish: Partial<RunWish> = {}): BacktestConfig =>
    scriptedConfig({
      series: [wild(1, 'WILD', 40)],
      script: moody(1),
      sizing: createSizing('fixed-fraction', {}),
      allowShort: true,
      ...wish,
    });
  const standing = (config: BacktestConfig, index: number): TradingSession => {
    const cursors = config.series.map((series) => new BarCursor(series));
    for (const cursor of cursors) BarCursor.move(cursor, index);
    return new TradingSession(config.session, cursors);
  };
  type Saved = Record<string, Json> & { readonly legs: readonly Record<string, Json>[] };
  const saved = (): Saved => {
    const { series, session: config } = configOf();
    const cursor = new BarCursor(series[0]!);
    const session = new TradingSession(config, [cursor]);
    for (let i = 0; i < 30; i++) {
      BarCursor.move(cursor, i);
      session.decide();
    }
    return JSON.parse(JSON.stringify(session.snapshot()));
  };

  it('is taken where its views stand', () => {
    const session = standing(configOf(), 29);
    session.restore(saved());
    expect(JSON.parse(JSON.stringify(session.snapshot()))).toEqual(saved());
    expect(session.actions.length, 'or nothing is to be done again').toBeGreaterThan(0);
  });

  const volatility = createSizing('volatility-target', {});
  it.each<[string, (state: Saved) => Json, Partial<RunWish>?, number?]>([
    ['nothing', () => null],
    ['a field too many', (state) => ({ ...state, more: 1 })],
    ['a number that is a text', (state) => ({ ...state, orders: '7' })],
    ['of another session', (state) => ({ ...state, id: 'other' })],
    ['of other cash', (state) => state, { startCashUsd: 5 }],
    ['of other sleeves', (state) => state, { sleeves: [{ id: 'else' }] }],
    ['of another sizing', (state) => state, { sizing: volatility }],
    ['of another bar', (state) => state, {}, 28],
    ['of other bars', (state) => state, { series: [wild(1, 'WILD', 40, 12)] }],
    ['of another symbol', (state) => state, { series: [wild(1, 'ELSE', 40)] }],
    [
      'with a part of it broken',
      ({ legs, ...state }) => ({ ...state, legs: legs.map((leg) => ({ ...leg, averageTrueRange: 1 })) }),
    ],
    ['with its limits broken', (state) => ({ ...state, risk: {} })],
  ])('that does not fit halts and changes nothing: %s', (_, spoil, wish, index = 29) => {
    const session = standing(configOf(wish), index);
    const before = session.snapshot();
    expect(() => session.restore(spoil(saved()))).toThrow(
      expect.objectContaining({ code: 'engine.bad-snapshot', kind: 'halt' }),
    );
    expect(session.snapshot()).toEqual(before);
  });
});
