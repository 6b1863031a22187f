import { PaperExchange } from '@candor/brokers/paper/paper-exchange';
import { BarCursor, type BarSeries } from '@candor/domain/bar';
import type { SessionEvent } from '@candor/domain/events';
import { MICROS_PER_USD, toMicros } from '@candor/domain/money';
import { createRng } from '@candor/domain/rng';
import { flat, long, type Signal, short } from '@candor/domain/signal';
import { runBacktest } from '@candor/engine/backtest';
import { TradingSession } from '@candor/engine/trading-session';
import { createSizing } from '@candor/risk/sizing-catalog';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  at,
  dailyBars,
  flatRows,
  type RunWish,
  type Script,
  scripted,
  scriptedConfig,
  scriptedRun,
} from '../scripted-run.ts';

/** A walk in whole cents with gaps, spikes and thin bars. */
function walk(seed: number, bars: number, symbol = 'PLAIN'): BarSeries {
  const rng = createRng(seed);
  let cents = 10_000;
  const rows = Array.from({ length: bars }, () => {
    const open = Math.max(100, cents + rng.index(401) - 200);
    const close = Math.max(100, open + rng.index(401) - 200);
    cents = close;
    const high = Math.max(open, close) + rng.index(150);
    const low = Math.min(open, close) - rng.index(90);
    return [open / 100, high / 100, low / 100, close / 100, rng.index(5) === 0 ? 0 : 100 + rng.index(5_000)];
  });
  return dailyBars(rows, { symbol });
}

/** Says something now and then: any side, with and without stop and target, near and far. */
function moody(seed: number): Script {
  const rng = createRng(seed);
  return ({ close }): Signal | undefined => {
    const mood = rng.index(10);
    const [near, far] = [1 + rng.next() * 4, 1 + rng.next() * 6];
    const levels = rng.index(2) === 0;
    if (mood === 0) return flat({ reason: 'enough' });
    if (mood === 1 || mood === 2)
      return long({ confidence: 1, reason: 'up', ...(levels && { stop: close - near, targets: [close + far] }) });
    if (mood === 3)
      return short({ confidence: 1, reason: 'down', ...(levels && { stop: close + near, targets: [close - far] }) });
    return undefined;
  };
}

const seeds = fc.integer({ min: 1, max: 1_000_000 });
const busy = (seed: number): RunWish => ({
  series: [walk(seed, 120)],
  createStrategy: () => scripted(moody(seed))(),
  allowShort: true,
  slippageBps: 5,
  feePerShareUsd: 0.01,
  maxVolumeShare: 0.1,
});

describe('a run with costs over a random walk', () => {
  it('keeps cash + holdings = start + realized + unrealized - fees at every bar, in both books', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        stepThrough(busy(seed), ({ portfolio }, exchange) => {
          for (const book of [portfolio.account(), exchange.ledger.account()]) {
            const {
              startCashMicros,
              cashMicros,
              equityMicros,
              realizedMicros,
              unrealizedMicros,
              feesMicros,
              positions,
            } = book;
            const held = positions.reduce(
              (sum, { quantity, lastPrice }) => sum + quantity * lastPrice * MICROS_PER_USD,
              0,
            );
            expect(cashMicros + held).toBeCloseTo(equityMicros, 3);
            expect(
              Math.abs(startCashMicros + realizedMicros + unrealizedMicros - feesMicros - equityMicros),
            ).toBeLessThan(100);
          }
          expect(portfolio.account()).toEqual(exchange.ledger.account());
          expect(portfolio.equityMicros).toBe(exchange.ledger.equityMicros);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('has trades whose results add up to what the account realized and paid', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { trades, account, equityUsd } = scriptedRun(busy(seed));
        const gross = trades.reduce((sum, trade) => sum + trade.grossMicros, 0);
        const fees = trades.reduce((sum, trade) => sum + trade.commissionMicros, 0);
        expect(Math.abs(gross - account.realizedMicros)).toBeLessThan(100);
        expect(fees).toBe(account.feesMicros);
        expect(equityUsd.at(-1)).toBeCloseTo(account.equityMicros / MICROS_PER_USD, 6);
        for (const { quantity, exitAt, entryAt } of trades) {
          expect(quantity).toBeGreaterThan(0);
          if (exitAt !== undefined) expect(exitAt).toBeGreaterThanOrEqual(entryAt);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same result twice, to the last bit', () => {
    const [one, two] = [scriptedRun(busy(7)), scriptedRun(busy(7))];
    expect(one).toEqual(two);
    expect(one.trades.length, 'or the law says nothing').toBeGreaterThan(5);
  });

  it('leaves nobody on the way: every order that is over is forgotten, every other one is at the exchange', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        stepThrough(busy(seed), (session, exchange) => {
          const open = exchange.orders().filter(({ status }) => status === 'working' || status === 'partially-filled');
          const known = session.legs.flatMap(({ live }) => live.map(({ order }) => order.clientOrderId));
          expect(known.toSorted()).toEqual(open.map(({ order }) => order.clientOrderId).toSorted());
        });
      }),
      { numRuns: 40 },
    );
  });
});

describe('two sleeves on one account', () => {
  const pair = (seed: number): RunWish => ({
    ...busy(seed),
    sleeves: [
      { id: 'quick', capitalShare: 0.5, createStrategy: scripted(moody(seed)) },
      { id: 'calm', capitalShare: 0.5, createStrategy: scripted(moody(seed + 1)) },
    ],
  });

  it('their results add up to the account, though they trade the same instrument', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        let session: TradingSession | undefined;
        stepThrough(pair(seed), (stepped) => {
          session = stepped;
          const [account] = [stepped.portfolio.account()];
          const quantity = stepped.legs.reduce((sum, { context }) => sum + context.position.quantity, 0);
          expect(account.positions[0]?.quantity ?? 0).toBe(quantity);
        });
        const { portfolio, legs } = session!;
        const { realizedMicros, unrealizedMicros, feesMicros } = portfolio.account();
        let result = 0;
        let fees = 0;
        for (const trade of session!.trades()) {
          result += trade.grossMicros;
          fees += trade.commissionMicros;
        }
        for (const { context, slot } of legs) {
          const { quantity, averagePrice } = context.position;
          if (quantity !== 0) result += quantity * (slot.holding.lastPrice - averagePrice) * MICROS_PER_USD;
        }
        expect(Math.abs(result - realizedMicros - unrealizedMicros)).toBeLessThan(100);
        expect(fees).toBe(feesMicros);
      }),
      { numRuns: 40 },
    );
  });

  it('each sizes by its share of the capital, also when it is all in', () => {
    const bars = ['AAA', 'BBB'].map((symbol) => dailyBars(flatRows(100, 5), { symbol }));
    const both = (sizing: RunWish['sizing']) =>
      scriptedRun({
        series: bars,
        startCashUsd: 10_000,
        accountType: 'cash',
        sizing: sizing!,
        sleeves: [
          { symbols: ['AAA'], capitalShare: 0.3 },
          { symbols: ['BBB'], capitalShare: 0.7 },
        ],
        script: at({ 1: long({ confidence: 1, reason: 'up' }) }),
      }).account.positions.map(({ symbol, quantity }) => [symbol, quantity]);
    const shares = [
      ['AAA', 30],
      ['BBB', 70],
    ];
    expect(both(createSizing('all-in', {}))).toEqual(shares);
    expect(
      both(createSizing('volatility-target', { targetVolatility: 100, maxLeverage: 1 })),
      'no volatility yet',
    ).toEqual([]);
  });

  it('decide in their order, the later seeing what the earlier has taken', () => {
    const wish = (first: string, second: string): RunWish => ({
      series: [dailyBars(flatRows(100, 5))],
      startCashUsd: 10_000,
      accountType: 'cash',
      sizing: createSizing('fixed-quantity', { quantity: 80 }),
      sleeves: [
        { id: first, capitalShare: 0.5 },
        { id: second, capitalShare: 0.5 },
      ],
      script: at({ 1: long({ confidence: 1, reason: 'up' }) }),
    });
    for (const [first, second] of [
      ['one', 'two'],
      ['two', 'one'],
    ] as const) {
      const fills = scriptedRun(wish(first, second)).events.flatMap((event) =>
        event.type === 'order-filled' ? event : [],
      );
      expect(fills.map(({ sleeveId, fill }) => [sleeveId, fill.quantity])).toEqual([
        [first, 80],
        [second, 20],
      ]);
    }
  });
});

describe('several symbols in one clock', () => {
  it('are all marked at an instant before any of them decides', () => {
    const seen: number[][] = [];
    const series = ['ZZZ', 'AAA'].map((symbol, i) => dailyBars(flatRows(100 + i, 4), { symbol }));
    scriptedRun({
      series,
      script: (_, context) => {
        seen.push(['ZZZ', 'AAA'].map((symbol) => context.view(symbol)?.index ?? -1));
        return undefined;
      },
    });
    expect(seen).toEqual([0, 0, 1, 1, 2, 2, 3, 3].map((index) => [index, index]));
  });

  it('with bars at different instants decide each at its own, and see the other at or before that', () => {
    const slow = dailyBars(flatRows(100, 3), { symbol: 'SLOW' });
    for (let i = 0; i < 3; i++) {
      slow.time[i] = i * 2 * 86_400_000;
      slow.session[i] = i * 2;
    }
    const fast = dailyBars(flatRows(100, 5), { symbol: 'FAST' });
    const seen: string[] = [];
    const { time, equityUsd } = scriptedRun({
      series: [slow, fast],
      script: (view, context) => {
        const other = view.instrument.symbol === 'SLOW' ? 'FAST' : 'SLOW';
        const behind = context.view(other);
        seen.push(`${view.instrument.symbol}${view.index}/${behind?.index ?? '-'}`);
        if (behind !== undefined) expect(behind.time).toBeLessThanOrEqual(view.time);
        return undefined;
      },
    });
    expect(Array.from(time, (instant) => instant / 86_400_000)).toEqual([0, 1, 2, 3, 4]);
    expect(equityUsd).toHaveLength(5);
    expect(seen).toEqual(['SLOW0/0', 'FAST0/0', 'FAST1/0', 'SLOW1/2', 'FAST2/1', 'FAST3/1', 'SLOW2/4', 'FAST4/2']);
  });

  it('change nothing by being there unused', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const alone = scriptedRun(busy(seed));
        for (const stranger of ['AAA', 'ZZZ']) {
          const wish = busy(seed);
          const series = [walk(seed + 9, 120, stranger), ...wish.series];
          const { events, equityUsd, trades } = scriptedRun({ ...wish, series, sleeves: [{ symbols: ['PLAIN'] }] });
          expect(events).toEqual(alone.events);
          expect(equityUsd).toEqual(alone.equityUsd);
          expect(trades).toEqual(alone.trades);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('share their cash at the fill: what the first in the alphabet takes, the second has not', () => {
    const series = ['ZZZ', 'AAA'].map((symbol) => dailyBars(flatRows(100, 4), { symbol }));
    const { account } = scriptedRun({
      series,
      accountType: 'cash',
      startCashUsd: 10_000,
      sizing: createSizing('all-in', {}),
      script: at({ 1: long({ confidence: 1, reason: 'up' }) }),
    });
    expect(account.positions.map(({ symbol }) => symbol)).toHaveLength(1);
    expect(account.cashMicros).toBe(0);
  });
});

describe('the future', () => {
  it('cannot be seen in what was decided before it', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 5, max: 100 }), (seed, t0) => {
        const wish = busy(seed);
        const [series] = wish.series as [BarSeries];
        const other = walk(seed + 1, 120);
        const spliced = dailyBars(
          Array.from({ length: 120 }, (_, i) => {
            const { open, high, low, close, volume } = i <= t0 ? series : other;
            return [open[i]!, high[i]!, low[i]!, close[i]!, volume[i]!];
          }),
        );
        const until = ({ events }: { events: readonly SessionEvent[] }) => {
          const decided = events.filter(
            ({ type, at: instant }) => /decision|approved|refused/.test(type) && instant <= (t0 + 1) * 86_400_000,
          );
          return JSON.stringify(decided);
        };
        expect(until(scriptedRun({ ...wish, series: [spliced] }))).toBe(until(scriptedRun(wish)));
      }),
      { numRuns: 40 },
    );
  });

  it('is reported as progress, up to the end', () => {
    const seen: number[][] = [];
    runBacktest({
      ...scriptedConfig({ series: [walk(1, 30)] }),
      onProgress: (done, total) => seen.push([done, total]),
    });
    expect(seen).toEqual([[30, 30]]);
  });
});

/** The walk of one instrument by hand, with a look at the session and the venue after every bar. */
function stepThrough(wish: RunWish, look: (session: TradingSession, exchange: PaperExchange) => void): void {
  const { session: config, series, exchange: options } = scriptedConfig(wish);
  const [bars] = series as [BarSeries];
  const cursor = new BarCursor(bars);
  const session = new TradingSession(config, [cursor]);
  const startCashMicros = toMicros(config.startCashUsd);
  const exchange = new PaperExchange(
    { ...options, accountType: config.accountType, startCashMicros, remembersEnded: true },
    session,
  );
  const book = exchange.list(bars.instrument);
  for (let i = 0; i < bars.length; i++) {
    BarCursor.move(cursor, i);
    exchange.match(book, cursor);
    exchange.mark(book, cursor.close);
    session.decide();
    for (const action of session.actions) {
      if (action.type === 'submit') exchange.submit(action.order);
      else if (action.type === 'cancel') exchange.cancel(action.clientOrderId, action.reason, action.at);
      else exchange.replace(action.clientOrderId, action.order, action.at);
    }
    session.actions.length = 0;
    session.events.length = 0;
    look(session, exchange);
  }
}
