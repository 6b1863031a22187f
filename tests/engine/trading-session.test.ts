import type { ApprovedOrder } from '@candor/domain/approved-order';
import { BarCursor } from '@candor/domain/bar';
import type { SessionEvent } from '@candor/domain/events';
import { abstain, flat, long, short } from '@candor/domain/signal';
import { type SessionAction, TradingSession } from '@candor/engine/trading-session';
import { createSizing } from '@candor/risk/sizing-catalog';
import { describe, expect, it } from 'vitest';
import { at, dailyBars, flatRows, type RunWish, scriptedConfig, scriptedRun, WIDE_LIMITS } from '../scripted-run.ts';

const LONG = long({ confidence: 1, reason: 'up' });
const SHORT = short({ confidence: 1, reason: 'down' });
const FLAT = flat({ reason: 'enough' });
const STRICT = { ...WIDE_LIMITS, 'max-position': { fraction: 1 }, 'max-gross': { fraction: 1 } };

const run = (script: RunWish['script'], rows: readonly (readonly number[])[], wish: Partial<RunWish> = {}) =>
  scriptedRun({ series: [dailyBars(rows)], ...(script && { script }), ...wish });

/** Events of orders in a word each: what, side or purpose, quantity and price. */
function story(events: readonly SessionEvent[]): string[] {
  return events.flatMap((event) => {
    switch (event.type) {
      case 'order-approved': {
        const { type, side, quantity, stopPrice, limitPrice } = event.order;
        return `${side} ${quantity} ${type}${stopPrice === undefined ? '' : ` ${stopPrice}`}${limitPrice === undefined ? '' : ` ${limitPrice}`}`;
      }
      case 'order-filled':
        return `filled ${event.fill.side} ${event.fill.quantity} at ${event.fill.price}`;
      case 'order-refused':
        return `refused ${event.refusal.denials.map(({ code }) => code).join(' ')}`;
      case 'order-cancelled':
      case 'order-expired':
      case 'order-rejected':
        return `${event.type.slice(6)}: ${event.reason}`;
      case 'no-order':
        return `none: ${event.code}`;
      default:
        return [];
    }
  });
}

describe('from signal to order', () => {
  it('enters at the next open with stop and target around what was filled', () => {
    const { events, trades } = run(at({ 1: long({ confidence: 1, reason: 'up', stop: 95, targets: [110] }) }), [
      ...flatRows(100, 3),
      [100, 111, 99, 110],
      ...flatRows(110, 2),
    ]);
    expect(story(events)).toEqual([
      'buy 100 market',
      'sell 100 stop 95',
      'sell 100 limit 110',
      'filled buy 100 at 100',
      expect.stringMatching(/^cancelled: the other side of the pair filled/),
      'filled sell 100 at 110',
    ]);
    expect(trades).toMatchObject([{ grossMicros: 1_000_000_000, exitReason: 'target', barsHeld: 1 }]);
  });

  it('on the side already held only moves protection nearer, never away', () => {
    const { events } = run(
      at({
        1: long({ confidence: 1, reason: 'up', stop: 95, targets: [110] }),
        3: long({ confidence: 1, reason: 'wider', stop: 94, targets: [112] }),
        5: long({ confidence: 1, reason: 'nearer', stop: 97, targets: [108] }),
        7: long({ confidence: 1, reason: 'the same', stop: 97, targets: [108] }),
      }),
      flatRows(100, 10),
    );
    expect(story(events)).toEqual([
      'buy 100 market',
      'sell 100 stop 95',
      'sell 100 limit 110',
      'filled buy 100 at 100',
      'sell 100 stop 97',
      'sell 100 limit 108',
      expect.stringMatching(/^cancelled: replaced by/),
      expect.stringMatching(/^cancelled: replaced by/),
    ]);
  });

  it('of a short position mirrors that', () => {
    const { events } = run(
      at({
        1: short({ confidence: 1, reason: 'down', stop: 105, targets: [90] }),
        3: short({ confidence: 1, reason: 'wider', stop: 106, targets: [88] }),
        5: short({ confidence: 1, reason: 'nearer', stop: 103, targets: [92] }),
      }),
      flatRows(100, 8),
      { allowShort: true },
    );
    expect(story(events).filter((line) => line.startsWith('buy'))).toEqual([
      'buy 100 stop 105',
      'buy 100 limit 90',
      'buy 100 stop 103',
      'buy 100 limit 92',
    ]);
  });

  it('protects a position that was opened without a stop once a signal names one', () => {
    const { events, account } = run(
      at({ 1: LONG, 3: long({ confidence: 1, reason: 'now with a stop', stop: 98, targets: [105] }) }),
      [...flatRows(100, 5), [97, 97, 97, 97]],
    );
    expect(story(events).slice(-2)).toEqual([
      expect.stringMatching(/^cancelled: the other side/),
      'filled sell 100 at 97',
    ]);
    expect(account.positions).toEqual([]);
  });

  it('rounds a stop and a target that are off the tick to the nearer side', () => {
    const { events } = run(
      at({
        1: long({ confidence: 1, reason: 'up', stop: 95.1234, targets: [109.8765] }),
        4: short({ confidence: 1, reason: 'down', stop: 105.1234, targets: [90.1234] }),
      }),
      flatRows(100, 8),
      { allowShort: true },
    );
    expect(story(events).filter((line) => /stop|limit/.test(line))).toEqual([
      'sell 100 stop 95.13',
      'sell 100 limit 109.87',
      'buy 100 stop 105.12',
      'buy 100 limit 90.13',
    ]);
  });

  it('does not open a position whose stop is refused, and says so', () => {
    const { events, account } = run(
      at({ 1: long({ confidence: 1, reason: 'up', stop: 101, targets: [110] }) }),
      flatRows(100, 5),
    );
    expect(story(events)).toEqual(['buy 100 market', 'refused BAD_PRICE', 'cancelled: its stop was refused']);
    expect(account.positions).toEqual([]);
  });

  it('flat closes at the next open and takes the protection back', () => {
    const { events, trades, account } = run(
      at({ 1: long({ confidence: 1, reason: 'up', stop: 95 }), 3: FLAT, 5: FLAT }),
      [...flatRows(100, 4), ...flatRows(104, 4)],
    );
    expect(story(events)).toEqual([
      'buy 100 market',
      'sell 100 stop 95',
      'filled buy 100 at 100',
      'sell 100 market',
      'cancelled: the opinion changed',
      'filled sell 100 at 104',
    ]);
    expect(trades).toMatchObject([{ grossMicros: 400_000_000, exitReason: 'signal', barsHeld: 2 }]);
    expect(account.positions).toEqual([]);
  });

  it('closes on the opposite side, and says why it does not short where that is not allowed', () => {
    const { events } = run(at({ 1: LONG, 3: SHORT }), flatRows(100, 6));
    expect(story(events).slice(2)).toEqual(['sell 100 market', 'none: SHORT_NOT_ALLOWED', 'filled sell 100 at 100']);
  });

  it('turns from long to short in one step where shorts are allowed', () => {
    const { events, trades, account } = run(at({ 1: LONG, 3: SHORT }), flatRows(100, 6), { allowShort: true });
    expect(story(events).slice(2)).toEqual([
      'sell 100 market',
      'sell 100 market',
      'filled sell 100 at 100',
      'filled sell 100 at 100',
    ]);
    expect(trades.map(({ direction, exitAt }) => [direction, exitAt !== undefined])).toEqual([
      ['long', true],
      ['short', false],
    ]);
    expect(account.positions).toMatchObject([{ quantity: -100 }]);
  });

  it('turns with all it has, with the proceeds of the exit, whatever the open brings', () => {
    for (const open of [125, 115]) {
      const { account, events } = run(
        at({ 1: LONG, 4: SHORT }),
        [...flatRows(100, 3), ...flatRows(120, 2), ...flatRows(open, 2)],
        { allowShort: true, startCashUsd: 10_000, sizing: createSizing('all-in', {}), limits: STRICT },
      );
      expect(account.positions, story(events).join('\n')).toMatchObject([{ quantity: -100, averagePrice: open }]);
    }
  });

  it('abstaining leaves the position and its orders as they are', () => {
    const { events, account } = run(
      at({ 1: long({ confidence: 1, reason: 'up', stop: 95 }), 3: abstain({ code: 'TIRED', reason: 'no idea' }) }),
      [...flatRows(100, 6), [96, 96, 94, 94]],
    );
    expect(story(events)).toEqual([
      'buy 100 market',
      'sell 100 stop 95',
      'filled buy 100 at 100',
      'filled sell 100 at 95',
    ]);
    expect(account.positions).toEqual([]);
  });

  it('ends an entry that could not fill in the next session, with its protection', () => {
    const { events, account } = run(at({ 1: long({ confidence: 1, reason: 'up', stop: 95 }) }), [
      ...flatRows(100, 2),
      ...flatRows(100, 1, 0),
      ...flatRows(100, 2),
    ]);
    expect(story(events).slice(2)).toEqual(['expired: its session closed', 'cancelled: its entry was expired']);
    expect(account.positions).toEqual([]);
  });

  it('says why it orders nothing when sizing finds nothing', () => {
    const { events } = run(at({ 1: LONG }), flatRows(100, 4), { startCashUsd: 40 });
    expect(story(events)).toEqual(['none: NO_ROOM']);
  });
});

describe('news from a venue that fills in an order of its own', () => {
  const session = (script: RunWish['script']) => {
    const { session: config, series } = scriptedConfig({
      series: [dailyBars(flatRows(100, 9))],
      script: script!,
      allowShort: true,
    });
    const cursor = new BarCursor(series[0]!);
    const walk = new TradingSession(config, [cursor]);
    const counts: Record<string, number> = {};
    return {
      walk,
      bar(index: number) {
        BarCursor.move(cursor, index);
        walk.decide();
        return walk.actions.splice(0);
      },
      fill({ clientOrderId, sleeveId, symbol, side, intent }: ApprovedOrder, quantity: number, complete: boolean) {
        const sequence = (counts[clientOrderId] ?? 0) + 1;
        counts[clientOrderId] = sequence;
        const costs = { commissionMicros: 1_000_001, slippageMicros: 7 };
        const common = { clientOrderId, sleeveId, symbol, side, intent, quantity, sequence, ...costs };
        walk.onFill({ ...common, price: 100, moment: 'open', at: cursor.time }, complete);
      },
    };
  };
  const ordersOf = (actions: readonly SessionAction[]) =>
    actions.flatMap((action) => (action.type === 'submit' ? action.order : []));

  it('a stop that closes the position takes the rest of its entry back', () => {
    const { bar, fill, walk } = session(at({ 1: long({ confidence: 1, reason: 'up', stop: 95 }) }));
    const [entry, stop] = ordersOf(bar(1));
    fill(entry!, 40, false);
    fill(stop!, 40, true);
    expect(walk.actions).toMatchObject([{ type: 'cancel', clientOrderId: entry!.clientOrderId }]);
    walk.onOrderEnded(entry!.clientOrderId, 'cancelled', 'its protection filled', 0);
    expect(walk.legs[0]).toMatchObject({ live: [], projectedQuantity: 0 });
    expect(walk.portfolio.projectedQuantity('PLAIN')).toBe(0);
  });

  it('flat sells what no exit on its way covers yet', () => {
    const { bar, fill } = session(at({ 1: LONG, 3: FLAT, 4: LONG, 6: FLAT }));
    const [entry] = ordersOf(bar(1));
    fill(entry!, 100, true);
    const [exit] = ordersOf(bar(3));
    fill(exit!, 30, false);
    const [again] = ordersOf(bar(4));
    fill(again!, 60, false);
    expect(ordersOf(bar(6)), '130 held, 70 on their way out').toMatchObject([
      { side: 'sell', quantity: 60, intent: 'exit' },
    ]);
  });

  it('a fill that crosses zero ends one trade and begins the next, and its costs are shared out whole', () => {
    const { bar, fill, walk } = session(at({ 1: LONG, 3: SHORT }));
    const [entry] = ordersOf(bar(1));
    fill(entry!, 30, false);
    walk.onOrderEnded(entry!.clientOrderId, 'expired', 'its session closed', 0);
    const [exit, turn] = ordersOf(bar(3));
    fill(turn!, 100, true);
    expect(
      walk.trades().map(({ direction, quantity, commissionMicros }) => [direction, quantity, commissionMicros]),
    ).toEqual([
      ['long', 30, 1_300_001],
      ['short', 70, 700_001],
    ]);
    fill(exit!, 30, true);
    expect(walk.legs[0]!.context.position.quantity).toBe(-100);
    expect(walk.portfolio.ledger.feesMicros).toBe(3_000_003);
  });

  it('a fill of an order that is not ours stops the session', () => {
    const { walk } = session(() => undefined);
    expect(() => walk.onOrderEnded('stranger', 'cancelled', 'whatever', 0)).toThrow(
      /Order stranger is not one this session/,
    );
  });
});

describe('the rest of an all-in order', () => {
  const begun = () => {
    const { session: config, series } = scriptedConfig({
      series: [dailyBars(flatRows(100, 9))],
      script: at({ 1: LONG }),
      startCashUsd: 10_000,
      sizing: createSizing('all-in', {}),
      limits: STRICT,
    });
    const cursor = new BarCursor(series[0]!);
    const walk = new TradingSession(config, [cursor]);
    BarCursor.move(cursor, 1);
    walk.decide();
    const [action] = walk.actions;
    if (action?.type !== 'submit') throw new Error('The session of this test must buy.');
    const { order } = action;
    const { clientOrderId, sleeveId, symbol, side, intent } = order;
    const of = { clientOrderId, sleeveId, symbol, side, intent };
    walk.onFill(
      { ...of, sequence: 1, quantity: 40, price: 100, commissionMicros: 0, slippageMicros: 0, moment: 'open', at: 0 },
      false,
    );
    BarCursor.move(cursor, 2);
    walk.decide();
    return { walk, order };
  };

  it('is reviewed on top of what was filled before', () => {
    const { walk, order } = begun();
    expect(walk.reviewFill(order, 60, 100)).toBeUndefined();
    expect(walk.reviewFill(order, 61, 100)?.code).toBe('MAX_POSITION');
  });

  it('is not held against the gain of what was filled before', () => {
    const { walk, order } = begun();
    const { equityMicros } = walk.portfolio;
    // 6,000 USD buy 54 more at 110, which with the 40 held are worth less than the 10,400 USD there are then.
    expect(walk.reviewFill(order, 54, 110)).toBeUndefined();
    expect(walk.reviewFill(order, 55, 110)?.code).toBe('MAX_POSITION');
    expect([walk.portfolio.equityMicros, walk.portfolio.lastPrice('PLAIN')]).toEqual([equityMicros, 100]);
  });
});

describe('halts', () => {
  const limits = { ...WIDE_LIMITS, 'daily-loss': { fraction: 0.05 } };

  it('a day that loses too much halts entries at its mark, though no order comes, and the next session lifts it', () => {
    const { events } = run(at({ 1: LONG }), [...flatRows(100, 3), ...flatRows(90, 3)], {
      limits,
      startCashUsd: 15_000,
    });
    const halts = events.filter(({ type }) => type === 'halted' || type === 'resumed');
    expect(halts.map(({ type, at: instant }) => [type, instant / 86_400_000])).toEqual([
      ['halted', 4],
      ['resumed', 4],
    ]);
    expect(halts[0]).toMatchObject({ halt: { code: 'DAILY_LOSS', level: 'entries', until: 'next-session' } });
  });

  it('logs what a fill breaks because the price has moved, and leaves the order whole', () => {
    const { events, account } = run(at({ 1: LONG }), [...flatRows(100, 2), ...flatRows(110, 2)], {
      limits: STRICT,
      startCashUsd: 10_000,
    });
    const breaches = events.flatMap((event) => (event.type === 'limit-breached' ? event : []));
    expect(breaches.map(({ code, numbers }) => [code, numbers['value'], numbers['limit']])).toEqual([
      ['MAX_POSITION', 11_000, 10_000],
      ['MAX_GROSS', 11_000, 10_000],
    ]);
    expect(account.positions).toMatchObject([{ quantity: 100 }]);
  });

  it('while halted refuses to enter and lets the position be closed', () => {
    const intoLoss = [...flatRows(100, 3), ...flatRows(90, 3)];
    const entry = run(at({ 1: LONG, 3: SHORT }), intoLoss, { limits, startCashUsd: 15_000, allowShort: true });
    expect(story(entry.events).slice(2)).toEqual([
      'sell 100 market',
      'refused HALT_ENTRIES DAILY_LOSS',
      'filled sell 100 at 90',
    ]);
  });

  it('counts the day from the last close, not from what the open brought', () => {
    // The exit at the gap of the next open realizes a loss of 7%: that day's, so that day halts.
    const { events } = run(at({ 1: LONG, 2: FLAT }), [...flatRows(100, 3), ...flatRows(90, 2)], {
      limits,
      startCashUsd: 14_000,
    });
    expect(events.filter(({ type }) => type === 'halted')).toHaveLength(1);
  });
});

describe('configuration', () => {
  const series = [dailyBars(flatRows(100, 3))];
  const other = dailyBars(flatRows(100, 3), { symbol: 'OTHER' });

  it.each<[string, RunWish, RegExp]>([
    ['start cash', { series, startCashUsd: 0 }, /startCashUsd must be above 0 and at most 1e9; 0 is not/],
    ['entry reserve', { series, entryReserve: 1 }, /entryReserve must be in \[0,1\); 1 is not/],
    ['no sleeve', { series, sleeves: [] }, /at least one sleeve/],
    [
      'one id twice',
      {
        series,
        sleeves: [
          { id: 'a', capitalShare: 0.5 },
          { id: 'a', capitalShare: 0.5 },
        ],
      },
      /an id of its own/,
    ],
    [
      'a share beyond 1',
      { series, sleeves: [{ capitalShare: 1.5 }] },
      /capitalShare of sleeve sleeve-0 must be in \(0,1\]; 1.5 is not/,
    ],
    ['shares beyond 1', { series, sleeves: [{ capitalShare: 0.7 }, { capitalShare: 0.7 }] }, /add up to 1.4/],
    ['no symbol', { series, sleeves: [{ symbols: [] }] }, /Sleeve sleeve-0 needs at least one symbol/],
    ['an unknown symbol', { series, sleeves: [{ symbols: ['MOON'] }] }, /names MOON, which is not an instrument/],
    ['one symbol twice', { series, sleeves: [{ symbols: ['PLAIN', 'PLAIN'] }] }, /names PLAIN twice/],
    ['one instrument twice', { series: [...series, ...series] }, /may be named once/],
    [
      'a cash account that shorts',
      { series, accountType: 'cash', allowShort: true },
      /sleeve-0 may not short in a cash account/i,
    ],
  ])('names the field: %s', (_, wish, message) => {
    expect(() => scriptedRun(wish)).toThrow(message);
  });

  it('refuses series that do not fit', () => {
    expect(() => scriptedRun({ series: [dailyBars([])] })).toThrow(/There are no bars of PLAIN/);
    const swapped = dailyBars(flatRows(100, 3));
    swapped.time[2] = swapped.time[1]!;
    expect(() => scriptedRun({ series: [swapped] })).toThrow('Bar 2 of PLAIN is not after the one before it.');
    expect(() => scriptedRun({ series: [...series, { ...other, timeframe: '1h' }] })).toThrow(
      'OTHER has 1h bars and PLAIN has 1d; one run takes one timeframe.',
    );
  });
});
