import { DEFAULT_COSTS } from '@candor/brokers/paper/costs';
import { calendarOf } from '@candor/domain/calendar/calendar-catalog';
import { dayFromIso, MS_PER_MINUTE } from '@candor/domain/time';
import { describe, expect, it } from 'vitest';
import { approved } from '../approved.ts';
import { PLAIN, Venue } from '../venue.ts';

const STILL = { open: 100, high: 100, low: 100, close: 100 };
const LISTED = { ...PLAIN, exchange: 'XNYS' } as const;

describe('time in force', () => {
  it('ends a day order at the close of the first session it meets, on daily bars after one bar', () => {
    const venue = new Venue();
    venue.submit({ id: 'day', type: 'limit', side: 'buy', quantity: 1, limitPrice: 90, timeInForce: 'day' });
    venue.submit({ id: 'gtc', type: 'limit', side: 'buy', quantity: 1, limitPrice: 90, timeInForce: 'gtc' });
    venue.bar(STILL);
    expect(venue.endings).toEqual([{ id: 'day', status: 'expired', reason: 'its session closed', at: 86_400_000 }]);
    venue.bar({ ...STILL, low: 89 });
    expect(venue.fills.map(({ clientOrderId }) => clientOrderId)).toEqual(['gtc']);
  });

  it('keeps a day order through the minutes of its session and ends it with the last, half days included', () => {
    const session = calendarOf('XNYS').session(dayFromIso('2024-11-29'))!;
    const venue = new Venue({ instrument: LISTED, timeframe: '1m' });
    venue.submit({ id: 'day', type: 'limit', side: 'buy', quantity: 1, limitPrice: 90, timeInForce: 'day' });
    for (let at = session.openAt; at < session.closeAt; at += MS_PER_MINUTE) {
      expect(venue.endings).toEqual([]);
      venue.bar(STILL, { time: at, session: session.day });
    }
    expect(venue.endings.map(({ id, at }) => [id, at])).toEqual([['day', Date.UTC(2024, 10, 29, 18)]]);
  });

  it('ends a day order at its close even when the session had no closing bar, before the next session can fill it', () => {
    const calendar = calendarOf('XNYS');
    const first = calendar.session(dayFromIso('2024-11-26'))!;
    const next = calendar.next(first.day);
    const venue = new Venue({ instrument: LISTED, timeframe: '1m' });
    venue.submit({ id: 'day', type: 'limit', side: 'buy', quantity: 1, limitPrice: 90, timeInForce: 'day' });
    venue.bar(STILL, { time: first.openAt, session: first.day });
    venue.resume();
    venue.bar({ open: 80, high: 80, low: 80, close: 80 }, { time: next.openAt, session: next.day });
    expect(venue.fills).toEqual([]);
    expect(venue.endings.map(({ id, status, at }) => [id, status, at])).toEqual([['day', 'expired', first.closeAt]]);
  });
});

describe('an order at the exchange', () => {
  it('is taken once, however often it is sent', () => {
    const venue = new Venue();
    const order = venue.submit({ id: 'once', type: 'market', side: 'buy', quantity: 5 });
    venue.exchange.submit(order);
    venue.bar(STILL);
    venue.exchange.submit(order);
    venue.bar(STILL);
    expect(venue.fills).toHaveLength(1);
    expect(venue.exchange.orders()).toHaveLength(1);
  });

  it('is refused for an instrument without a book, by name', () => {
    const venue = new Venue();
    const stranger = approved({ ...PLAIN, symbol: 'ELSE' }, { id: 'o', type: 'market', side: 'buy', quantity: 1 });
    expect(() => venue.exchange.submit(stranger)).toThrow('The paper exchange has no book for ELSE.');
  });

  it('is over once cancelled, and a second cancel says nothing', () => {
    const venue = new Venue();
    venue.submit({ id: 'o', type: 'market', side: 'buy', quantity: 5 });
    venue.exchange.cancel('o', 'changed my mind', 1);
    venue.exchange.cancel('o', 'again', 2);
    venue.exchange.cancel('unknown', 'whatever', 3);
    expect(venue.bar(STILL)).toEqual([]);
    expect(venue.endings).toEqual([{ id: 'o', status: 'cancelled', reason: 'changed my mind', at: 1 }]);
  });

  it('fills for the largest quantity the cash pays for when it is all in, costs included', () => {
    const venue = new Venue({ accountType: 'cash', startCashUsd: 10_000, costs: DEFAULT_COSTS });
    venue.submit({ id: 'all', type: 'market', side: 'buy', quantity: 1, allIn: true });
    const [fill] = venue.bar(STILL);
    // 100 with 5 bps is 100.05; 99 shares cost 9904.95 and a fee of 1; 100 would cost more than there is.
    expect(fill).toMatchObject({ quantity: 99, price: 100.05, commissionMicros: 1_000_000 });
    expect(venue.exchange.ledger.cashMicros).toBe(94_050_000);
  });

  it('is rejected when risk does not want the quantity an all-in order came to, or the cash buys no lot', () => {
    const venue = new Venue({ startCashUsd: 10_000 });
    venue.denial = { code: 'MAX_POSITION', message: 'too much', numbers: {} };
    venue.submit({ id: 'all', type: 'market', side: 'buy', quantity: 1, allIn: true });
    venue.bar(STILL);
    expect(venue.endings).toMatchObject([{ id: 'all', status: 'rejected', reason: 'too much' }]);
    const poor = new Venue({ startCashUsd: 99 });
    poor.submit({ id: 'all', type: 'market', side: 'buy', quantity: 1, allIn: true });
    poor.bar(STILL);
    expect(poor.endings).toMatchObject([{ status: 'rejected', reason: '99 USD do not buy one lot at 100' }]);
  });
});

describe('a replacement', () => {
  const capped = () => {
    const venue = new Venue({ maxVolumeShare: 0.1 });
    venue.submit({ id: 'old', type: 'limit', side: 'buy', quantity: 100, limitPrice: 101 });
    venue.bar({ ...STILL, volume: 400 });
    return venue;
  };
  const wish = { id: 'new', type: 'limit', side: 'buy', quantity: 100, limitPrice: 105 } as const;

  it('takes over what is left of the quantity', () => {
    const venue = capped();
    venue.exchange.replace('old', approved(PLAIN, wish), 7);
    venue.bar(STILL);
    expect(venue.fills.map(({ clientOrderId, quantity }) => [clientOrderId, quantity])).toEqual([
      ['old', 40],
      ['new', 60],
    ]);
    expect(venue.endings).toEqual([{ id: 'old', status: 'cancelled', reason: 'replaced by new', at: 7 }]);
  });

  it('is done once, however often it is sent', () => {
    const venue = capped();
    const replacement = approved(PLAIN, wish);
    venue.exchange.replace('old', replacement, 7);
    venue.exchange.replace('old', replacement, 8);
    venue.bar(STILL);
    expect(venue.book.holding.quantity).toBe(100);
  });

  it('is refused for an order that is over', () => {
    const venue = capped();
    venue.bar(STILL);
    expect(() => venue.exchange.replace('old', approved(PLAIN, wish), 9)).toThrow('Order old is filled');
    expect(() => venue.exchange.replace('never', approved(PLAIN, wish), 9)).toThrow('Order never is unknown');
  });

  it('of a stop that sleeps, sleeps until the entry fills', () => {
    const venue = new Venue();
    const child = {
      type: 'stop',
      side: 'sell',
      quantity: 10,
      intent: 'protect',
      parentId: 'entry',
      ocoGroup: 'g',
    } as const;
    venue.submit({ id: 'entry', type: 'stop', side: 'buy', quantity: 10, stopPrice: 103 });
    venue.submit({ id: 'far', stopPrice: 90, ...child });
    venue.exchange.replace('far', approved(PLAIN, { id: 'near', stopPrice: 98, ...child }), 0);
    venue.bar({ open: 100, high: 100, low: 97, close: 100 });
    expect(venue.fills).toEqual([]);
    venue.bar({ open: 104, high: 104, low: 97, close: 97 });
    expect(venue.fills.map(({ clientOrderId, quantity }) => [clientOrderId, quantity])).toEqual([
      ['entry', 10],
      ['near', 10],
    ]);
  });

  it('of an entry keeps the protection that waits for it', () => {
    const venue = new Venue();
    venue.submit({ id: 'entry', type: 'limit', side: 'buy', quantity: 10, limitPrice: 90 });
    venue.submit({
      id: 'stop',
      type: 'stop',
      side: 'sell',
      quantity: 10,
      stopPrice: 85,
      intent: 'protect',
      parentId: 'entry',
    });
    venue.exchange.replace(
      'entry',
      approved(PLAIN, { id: 'dearer', type: 'limit', side: 'buy', quantity: 10, limitPrice: 99 }),
      0,
    );
    venue.exchange.replace(
      'stop',
      approved(PLAIN, { id: 'nearer', type: 'stop', side: 'sell', quantity: 10, stopPrice: 86, intent: 'protect' }),
      0,
    );
    venue.bar({ open: 100, high: 100, low: 98, close: 98 });
    venue.bar({ open: 98, high: 98, low: 84, close: 84 });
    expect(venue.fills.map(({ clientOrderId, price }) => [clientOrderId, price])).toEqual([
      ['dearer', 99],
      ['nearer', 86],
    ]);
  });
});

describe('the account at the exchange', () => {
  it('of type cash sells nothing that it does not hold, whatever the order is for', () => {
    for (const intent of ['enter', 'exit', 'protect'] as const) {
      const venue = new Venue({ accountType: 'cash' });
      venue.submit({ id: 'buy', type: 'market', side: 'buy', quantity: 10 });
      venue.bar(STILL);
      venue.submit({ id: 'sell', type: 'market', side: 'sell', quantity: 11, intent });
      venue.bar(STILL);
      expect(venue.book.holding.quantity, intent).toBe(10);
      expect(venue.endings).toMatchObject([
        { id: 'sell', status: 'rejected', reason: 'a cash account cannot sell short' },
      ]);
    }
  });

  it('of type cash buys nothing that it cannot pay with the fee', () => {
    const venue = new Venue({
      accountType: 'cash',
      startCashUsd: 1_000,
      costs: { slippageBps: 0, commission: { kind: 'bps', bps: 1 } },
    });
    venue.submit({ id: 'exactly', type: 'market', side: 'buy', quantity: 10 });
    venue.bar(STILL);
    expect(venue.endings).toMatchObject([
      { status: 'rejected', reason: 'at 100 it costs 1000.1 USD and there are 1000 USD' },
    ]);
  });

  it('of type margin holds at most twice its equity when it buys, the holding counted at the price of the fill', () => {
    const venue = new Venue({ startCashUsd: 1_000 });
    venue.submit({ id: 'twice', type: 'market', side: 'sell', quantity: 10 });
    venue.bar(STILL);
    venue.submit({ id: 'more', type: 'market', side: 'sell', quantity: 1 });
    // At 140 the short has lost 400 of the 1000: 11 x 140 is more than twice the 600 left, though not more than twice 1000.
    venue.bar({ open: 140, high: 140, low: 140, close: 140 });
    expect(venue.endings).toMatchObject([{ id: 'more', status: 'rejected' }]);
    expect(venue.book.holding.quantity).toBe(-10);
  });
});
