import { BarCursor, type BarSeries } from '@candor/domain/bar';
import type { SessionEvent } from '@candor/domain/events';
import { flat, long } from '@candor/domain/signal';
import { runBacktest } from '@candor/engine/backtest';
import type { HandOrder } from '@candor/engine/hand-order';
import { TradingSession } from '@candor/engine/trading-session';
import { describe, expect, it } from 'vitest';
import { at, dailyBars, flatRows, type RunWish, scriptedConfig, WIDE_LIMITS } from '../scripted-run.ts';
import { type Deed, resumableRun } from './resumable-run.ts';

const bars = (rows: readonly (readonly number[])[] = flatRows(100, 12)): BarSeries => dailyBars(rows);
const buy = (wish: Partial<HandOrder> = {}): HandOrder => ({
  symbol: 'PLAIN',
  side: 'buy',
  quantity: 100,
  type: 'market',
  timeInForce: 'gtc',
  ...wish,
});
const sell = (wish: Partial<HandOrder> = {}) => buy({ side: 'sell', ...wish });
const place =
  (order: HandOrder): Deed =>
  (session, instant) =>
    session.placeByHand(order, instant);
const bracket = { stopLossPrice: 95, takeProfitPrice: 110 };

/** Runs a session that takes orders by hand, with what a person does at each bar; events in a word each. */
async function run(deeds: Readonly<Record<number, Deed | readonly Deed[]>>, wish: Partial<RunWish> = {}) {
  const asked = Object.fromEntries(Object.entries(deeds).map(([bar, deed]) => [bar, [deed].flat()]));
  const made = (): ReturnType<typeof scriptedConfig> => {
    const config = scriptedConfig({ series: [bars()], sleeves: [], ...wish });
    return { ...config, session: { ...config.session, allowsHandOrders: true } };
  };
  const done = await resumableRun(made, asked, false);
  return { ...done, story: done.events.flatMap(word) };
}

function word(event: SessionEvent): string[] {
  if (event.type === 'order-approved') {
    const { intent, side, quantity, type } = event.order;
    return [`${intent} ${side} ${quantity} ${type}`];
  }
  if (event.type === 'order-filled') return [`filled ${event.fill.side} ${event.fill.quantity} at ${event.fill.price}`];
  if (event.type === 'order-refused') return [`refused ${event.refusal.denials.map(({ code }) => code).join(' ')}`];
  if (event.type === 'order-cancelled' || event.type === 'order-expired')
    return [`${event.type.slice(6)}: ${event.reason}`];
  return event.type === 'halted' || event.type === 'resumed' ? [`${event.type} ${event.halt.code}`] : [];
}

/** A session that stands on its third bar, for orders that come to nothing. */
function standing(wish: Partial<RunWish> = {}, allowsHandOrders = true): TradingSession {
  const config = scriptedConfig({ series: [bars()], ...wish });
  const cursors = config.series.map((series) => new BarCursor(series));
  const session = new TradingSession({ ...config.session, allowsHandOrders }, cursors);
  for (let i = 0; i < 3; i++) {
    for (const cursor of cursors) BarCursor.move(cursor, i);
    session.decide();
  }
  return session;
}

describe('an order by hand', () => {
  it('opens with the stop and the target it was given, in a sleeve of its own', async () => {
    const { story, answers, positions, trades } = await run(
      { 1: place(buy({ clientOrderId: 'mine', ...bracket })) },
      { series: [bars([...flatRows(100, 4), [100, 111, 99, 110], ...flatRows(110, 2)])] },
    );
    expect(answers).toEqual([{ ok: true, clientOrderIds: ['mine', 'run-2', 'run-3'] }]);
    expect(story).toEqual([
      'enter buy 100 market',
      'protect sell 100 stop',
      'protect sell 100 limit',
      'filled buy 100 at 100',
      expect.stringMatching(/^cancelled: the other side of the pair filled/),
      'filled sell 100 at 110',
    ]);
    expect(positions[2]).toEqual([
      { sleeveId: 'by-hand', symbol: 'PLAIN', quantity: 100, averagePrice: 100, lastPrice: 100, realizedMicros: 0 },
    ]);
    expect(positions.at(-1)).toMatchObject([{ quantity: 0, realizedMicros: 1_000_000_000 }]);
    expect(trades).toMatchObject([{ sleeveId: 'by-hand', exitReason: 'target' }]);
  });

  it('exits when it makes smaller what is held by hand, and enters when it turns it', async () => {
    const { story } = await run({
      1: place(buy()),
      3: place(sell({ quantity: 40 })),
      5: place(sell({ quantity: 80 })),
      7: place(buy({ quantity: 20 })),
    });
    expect(story.filter((line) => !line.startsWith('filled'))).toEqual([
      'enter buy 100 market',
      'exit sell 40 market',
      'enter sell 80 market',
      'exit buy 20 market',
    ]);
  });

  it('does not count on what is on its way out already', async () => {
    const resting = sell({ quantity: 70, type: 'limit', limitPrice: 120 });
    const { story } = await run({ 1: place(buy()), 3: [place(resting), place(sell({ quantity: 40 }))] });
    expect(story.slice(2)).toEqual(['exit sell 70 limit', 'enter sell 40 market', 'filled sell 40 at 100']);
  });

  it('that closes all at the market takes back what protected it', async () => {
    const { story, account } = await run({ 1: place(buy(bracket)), 3: place(sell()) });
    expect(story.slice(4)).toEqual([
      'exit sell 100 market',
      'cancelled: closed by hand',
      'cancelled: closed by hand',
      'filled sell 100 at 100',
    ]);
    expect(account.positions).toEqual([]);
  });

  it('that is refused leaves the protection where it was', async () => {
    const held = { onBar: at({ 1: long({ confidence: 1, reason: 'up' }) }), snapshot: () => null, restore: () => {} };
    const halt: Deed = (session, instant) =>
      session.halt('all', { code: 'KILL_SWITCH', reason: 'stop', at: instant, until: 'manual' });
    const { story, account } = await run(
      { 1: place(buy(bracket)), 3: [halt, place(sell())] },
      { sleeves: [{ createStrategy: () => held }], series: [bars([...flatRows(100, 6), [94, 94, 94, 94]])] },
    );
    expect(story.slice(-3), 'another sleeve holds the rest, so this does not flatten').toEqual([
      'refused KILL_SWITCH',
      expect.stringMatching(/^cancelled: the other side of the pair filled/),
      'filled sell 100 at 94',
    ]);
    expect(account.positions).toMatchObject([{ quantity: 100 }]);
  });

  it('is turned down where protection would sell the same shares once more', async () => {
    const add = place(buy({ quantity: 50 }));
    const { answers, story } = await run({
      1: place(buy(bracket)),
      3: [place(sell({ quantity: 1 })), add],
      5: [place(sell({ quantity: 50 })), place(sell({ quantity: 1 }))],
    });
    expect(answers.map((answer) => (typeof answer === 'string' ? answer : 'placed'))).toEqual([
      'placed',
      'engine.quantity-covered',
      'placed',
      'placed',
      'engine.quantity-covered',
    ]);
    expect(story.at(-1)).toBe('filled sell 50 at 100');
  });

  it('whose protection fills before all of it did is not built up again, and no other order ends with it', async () => {
    const rows = [...flatRows(100, 3), [100, 100, 100, 100, 400], ...flatRows(111, 4)];
    const entry = buy({ type: 'limit', limitPrice: 100, ...bracket });
    const { story, positions } = await run(
      { 2: [place(entry), place(buy({ quantity: 7, type: 'limit', limitPrice: 50 }))] },
      { series: [bars(rows)], maxVolumeShare: 0.1 },
    );
    expect(story.slice(4)).toEqual([
      'filled buy 40 at 100',
      expect.stringMatching(/^cancelled: the other side of the pair filled/),
      'filled sell 40 at 111',
      'cancelled: its protection filled',
    ]);
    expect(positions.at(-1)).toMatchObject([{ quantity: 0 }]);
  });

  it('is cancelled on its way, once; one that is over, or never was, says so', async () => {
    const cancel =
      (id: string): Deed =>
      (session, instant) =>
        session.cancelByHand(id, instant);
    const limit = { type: 'limit', limitPrice: 90 } as const;
    const { answers, story } = await run({
      1: [place(buy({ clientOrderId: 'mine', ...limit, stopLossPrice: 80 })), cancel('nobody'), cancel('run-9')],
      2: [cancel('mine'), cancel('mine')],
      3: [cancel('mine'), cancel('run-2'), place(buy({ clientOrderId: 'mine' }))],
    });
    expect(story.slice(2)).toEqual(['cancelled: cancelled by hand', 'cancelled: its entry was cancelled']);
    expect(answers.slice(1)).toEqual([
      'engine.no-such-order',
      'engine.no-such-order',
      undefined,
      undefined,
      'engine.order-ended',
      'engine.order-ended',
      'engine.duplicate-order',
    ]);
  });

  it('passes the same limits as any other', () => {
    const session = standing({ limits: { ...WIDE_LIMITS, 'max-position': { fraction: 0.05 } } });
    expect(session.placeByHand(buy(), 86_400_000 * 3)).toMatchObject({
      ok: false,
      refused: { denials: [{ code: 'MAX_POSITION' }] },
    });
    session.halt('entries', { code: 'BY_HAND', reason: 'lunch', at: 1, until: 'manual' });
    expect(session.placeByHand(buy({ quantity: 1 }), 86_400_000 * 3)).toMatchObject({
      refused: { denials: [{ code: 'HALT_ENTRIES' }] },
    });
    expect(session.actions).toEqual([]);
  });

  it('is placed whole or not at all', () => {
    const session = standing({ limits: { ...WIDE_LIMITS, 'price-collar': { fraction: 0.05 } } });
    const answer = session.placeByHand(buy({ stopLossPrice: 95, takeProfitPrice: 150 }), 86_400_000 * 3);
    expect(answer).toMatchObject({ ok: false, refused: { denials: [{ code: 'PRICE_COLLAR' }] } });
    expect(session.actions).toEqual([]);
    expect(session.events.flatMap(word)).toEqual([
      'enter buy 100 market',
      'protect sell 100 stop',
      'refused PRICE_COLLAR',
      'cancelled: a part of it was refused',
      'cancelled: a part of it was refused',
    ]);
    expect(session.portfolio.projectedQuantity('PLAIN')).toBe(0);
  });

  it('protects an entry that waits below or above the market by where it will fill', () => {
    const instant = 86_400_000 * 3;
    const dip = buy({ type: 'limit', limitPrice: 90, stopLossPrice: 88, takeProfitPrice: 92 });
    expect(standing().placeByHand(dip, instant)).toMatchObject({ ok: true });
    const breakdown = sell({ type: 'stop', stopPrice: 95, stopLossPrice: 97, takeProfitPrice: 90 });
    expect(standing().placeByHand(breakdown, instant)).toMatchObject({ ok: true });
  });

  it.each<[string, HandOrder, RegExp]>([
    ['no quantity', buy({ quantity: 0 }), /quantity must be above 0; 0 is not/],
    ['a part of a lot', buy({ quantity: 1.5 }), /quantity must be a whole number of lots of 1; 1.5 is not/],
    ['a quantity that is none', buy({ quantity: Number.NaN }), /quantity must be above 0/],
    ['no limit', buy({ type: 'limit' }), /limitPrice is missing: a limit order needs it/],
    ['no stop', buy({ type: 'stop-limit', limitPrice: 101 }), /stopPrice is missing: a stop-limit order needs it/],
    ['a limit at the market', buy({ limitPrice: 99 }), /limitPrice does not belong to a market order/],
    [
      'off the tick',
      buy({ type: 'limit', limitPrice: 99.995 }),
      /limitPrice must be a multiple of 0.01; 99.995 is not/,
    ],
    ['a price below zero', buy({ type: 'stop', stopPrice: -1 }), /stopPrice must be above 0; -1 is not/],
    ['a stop above a long', buy({ stopLossPrice: 101 }), /stopLossPrice of a long must be below its entry at 100; 101/],
    [
      'a stop below a short',
      sell({ stopLossPrice: 99 }),
      /stopLossPrice of a short must be above its entry at 100; 99/,
    ],
    ['a target below a long', buy({ takeProfitPrice: 99 }), /takeProfitPrice of a long must be above its entry/],
    [
      'a stop between the prices of an entry',
      buy({ type: 'stop-limit', stopPrice: 105, limitPrice: 106, stopLossPrice: 105.5 }),
      /stopLossPrice of a long must be below its entry at 105; 105.5 is not/,
    ],
    [
      'an unknown symbol',
      buy({ symbol: 'MOON' }),
      /symbol must be an instrument of the session \(PLAIN\); MOON is not/,
    ],
    ['an empty id', buy({ clientOrderId: ' ' }), /clientOrderId must have 1 to 128 characters/],
    ['the id of the session', buy({ clientOrderId: 'run-7' }), /clientOrderId must not begin with run-/],
  ])('that makes no sense is named by field and rule: %s', (_, order, message) => {
    const session = standing();
    const before = session.snapshot();
    expect(() => session.placeByHand(order, 86_400_000 * 3)).toThrow(
      expect.objectContaining({ code: 'engine.bad-order', kind: 'invalid', message: expect.stringMatching(message) }),
    );
    expect([session.snapshot(), session.events]).toEqual([before, []]);
  });

  it('is never for an index, and not for a session that takes none', () => {
    const index = dailyBars(flatRows(100, 12), { kind: 'index' });
    expect(() => standing({ series: [index] }).placeByHand(buy(), 0)).toThrow(/PLAIN is an index/);
    expect(() => standing({}, false).placeByHand(buy(), 0)).toThrow('This session takes no orders by hand.');
  });

  it('protects nothing that it closes', async () => {
    const { answers } = await run({ 1: place(buy()), 3: place(sell({ stopLossPrice: 105 })) });
    expect(answers[1]).toBe('engine.bad-order');
  });

  it('of a cash account sells only what is held', () => {
    const session = standing({ accountType: 'cash' });
    expect(session.placeByHand(sell(), 86_400_000 * 3)).toMatchObject({
      ok: false,
      refused: { denials: [{ code: 'SHORT_NOT_ALLOWED' }] },
    });
    expect(session.actions).toEqual([]);
  });

  it('has a sleeve that nobody else may take, and that a backtest can do without', () => {
    const config = scriptedConfig({ series: [bars()], sleeves: [{ id: 'by-hand' }] });
    expect(() => runBacktest(config)).toThrow('The sleeve by-hand is made by the session itself.');
    expect(() => runBacktest(scriptedConfig({ series: [bars()], sleeves: [] }))).toThrow(/or orders by hand/);
  });
});

describe('closing everything', () => {
  const LONG = long({ confidence: 1, reason: 'up', stop: 90 });
  const flatten: Deed = (session, instant) => session.flatten('stop it all', instant);
  const stopAll: Deed = (session, instant) => {
    session.halt('all', { code: 'KILL_SWITCH', reason: 'stop', at: instant, until: 'manual' });
    session.flatten('stop it all', instant);
  };

  it('sells what every sleeve holds while everything is halted, and takes back what is on its way', async () => {
    const { account, story, positions } = await run(
      { 1: [place(sell({ quantity: 40 })), place(buy({ type: 'limit', limitPrice: 50, quantity: 3 }))], 5: stopAll },
      { sleeves: [{ capitalShare: 0.5, createStrategy: () => scriptedOnce(LONG) }] },
    );
    expect(account.positions).toEqual([]);
    expect(story.slice(story.indexOf('halted KILL_SWITCH') + 1)).toEqual([
      'exit sell 100 market',
      'exit buy 40 market',
      'cancelled: stop it all',
      'cancelled: stop it all',
      'filled sell 100 at 100',
      'filled buy 40 at 100',
    ]);
    expect(positions.at(-1)!.every(({ quantity }) => quantity === 0)).toBe(true);
  });

  it('asked for twice sells once', async () => {
    const { account, story } = await run({ 1: place(buy()), 4: [stopAll, flatten], 5: flatten });
    expect(account.positions).toEqual([]);
    expect(story.filter((line) => line.startsWith('exit'))).toEqual(['exit sell 100 market']);
  });

  it('sells an instrument that has not traded of late by its own latest price', async () => {
    const rare = dailyBars(flatRows(100, 3), { symbol: 'RARE' });
    rare.time[2] = 9 * 86_400_000;
    rare.session[2] = 9;
    const { account } = await run(
      { 0: place(buy({ symbol: 'RARE' })), 5: stopAll },
      { series: [bars(), rare], limits: { ...WIDE_LIMITS, 'known-price': { maxStaleMs: 86_400_000 } } },
    );
    expect(account.positions).toEqual([]);
  });

  function scriptedOnce(signal: typeof LONG) {
    const script = at({ 1: signal, 9: flat({ reason: 'over' }) });
    return { onBar: script, snapshot: () => null, restore: () => {} };
  }
});

describe('a halt', () => {
  it('is reported when it is set and when it is lifted, and a loss that is still there halts again', async () => {
    const resume: Deed = (session, instant) => session.resume({ by: 'Ada', reason: 'looked at it', at: instant });
    const rows = [...flatRows(100, 3), ...flatRows(90, 2), ...flatRows(89, 3)].map(([price]) => [
      price!,
      price!,
      price!,
      price!,
    ]);
    const oneDay = dailyBars(rows);
    for (let i = 0; i < oneDay.length; i++) {
      oneDay.time[i] = i * 3_600_000;
      oneDay.session[i] = 0;
    }
    const series = { ...oneDay, timeframe: '1h' } as const;
    const { story, answers } = await run(
      { 1: place(buy()), 4: [(session) => session.halts().map(({ code }) => code), resume] },
      { series: [series], startCashUsd: 15_000, limits: { ...WIDE_LIMITS, 'daily-loss': { fraction: 0.05 } } },
    );
    expect(answers[1]).toEqual(['DAILY_LOSS']);
    expect(story.slice(2)).toEqual(['halted DAILY_LOSS', 'resumed DAILY_LOSS', 'halted DAILY_LOSS']);
  });

  it('says what room is left', () => {
    expect(
      standing()
        .headroom(86_400_000 * 3)
        .map(({ code }) => code),
    ).toContain('MAX_POSITION');
  });
});

describe('a session that begins to trade later than its bars', () => {
  it('shows them to its strategies and wants nothing', () => {
    const seen: number[] = [];
    const config = scriptedConfig({
      series: [bars()],
      script: ({ index }) => {
        seen.push(index);
        return long({ confidence: 1, reason: 'up' });
      },
    });
    const cursor = new BarCursor(config.series[0]!);
    const session = new TradingSession(config.session, [cursor]);
    for (let i = 0; i < 4; i++) {
      BarCursor.move(cursor, i);
      session.show();
    }
    expect([seen, session.actions, session.portfolio.lastPrice('PLAIN')]).toEqual([[0, 1, 2, 3], [], 100]);
    BarCursor.move(cursor, 4);
    session.decide();
    expect(session.actions).toHaveLength(1);
  });
});
