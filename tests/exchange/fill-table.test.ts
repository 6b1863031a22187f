import type { OrderType, Side } from '@candor/domain/order';
import { describe, expect, it } from 'vitest';
import { type Prices, Venue } from '../venue.ts';

const bar = (open: number, high: number, low: number, close: number, volume = 1e6): Prices => ({
  open,
  high,
  low,
  close,
  volume,
});

interface Row {
  readonly what: string;
  readonly order: {
    readonly type: OrderType;
    readonly side: Side;
    readonly limitPrice?: number;
    readonly stopPrice?: number;
  };
  readonly bar: Prices;
  readonly fill: readonly [price: number, moment: 'open' | 'intrabar'] | undefined;
}

const UP = bar(100, 105, 99, 104);
const GAP_UP = bar(110, 112, 108, 111);
const GAP_DOWN = bar(90, 92, 88, 91);
const POINT = bar(100, 100, 100, 100);

const TABLE: readonly Row[] = [
  { what: 'market buy', order: { type: 'market', side: 'buy' }, bar: UP, fill: [100, 'open'] },
  {
    what: 'market sell on a bar of one price',
    order: { type: 'market', side: 'sell' },
    bar: POINT,
    fill: [100, 'open'],
  },
  {
    what: 'limit buy, gap below it',
    order: { type: 'limit', side: 'buy', limitPrice: 95 },
    bar: GAP_DOWN,
    fill: [90, 'open'],
  },
  { what: 'limit buy, gap away', order: { type: 'limit', side: 'buy', limitPrice: 95 }, bar: GAP_UP, fill: undefined },
  {
    what: 'limit buy, traded through',
    order: { type: 'limit', side: 'buy', limitPrice: 99.5 },
    bar: UP,
    fill: [99.5, 'intrabar'],
  },
  { what: 'limit buy, touched only', order: { type: 'limit', side: 'buy', limitPrice: 99 }, bar: UP, fill: undefined },
  {
    what: 'limit buy at the open',
    order: { type: 'limit', side: 'buy', limitPrice: 100 },
    bar: UP,
    fill: [100, 'open'],
  },
  {
    what: 'limit sell, gap above it',
    order: { type: 'limit', side: 'sell', limitPrice: 105 },
    bar: GAP_UP,
    fill: [110, 'open'],
  },
  {
    what: 'limit sell, touched only',
    order: { type: 'limit', side: 'sell', limitPrice: 105 },
    bar: UP,
    fill: undefined,
  },
  { what: 'stop buy, touched', order: { type: 'stop', side: 'buy', stopPrice: 105 }, bar: UP, fill: [105, 'intrabar'] },
  {
    what: 'stop buy, gap over it',
    order: { type: 'stop', side: 'buy', stopPrice: 105 },
    bar: GAP_UP,
    fill: [110, 'open'],
  },
  { what: 'stop buy, out of reach', order: { type: 'stop', side: 'buy', stopPrice: 105.01 }, bar: UP, fill: undefined },
  { what: 'stop sell, touched', order: { type: 'stop', side: 'sell', stopPrice: 99 }, bar: UP, fill: [99, 'intrabar'] },
  {
    what: 'stop sell, gap under it',
    order: { type: 'stop', side: 'sell', stopPrice: 95 },
    bar: GAP_DOWN,
    fill: [90, 'open'],
  },
  {
    what: 'stop sell, out of reach',
    order: { type: 'stop', side: 'sell', stopPrice: 98.99 },
    bar: UP,
    fill: undefined,
  },
  {
    what: 'stop-limit sell, triggered inside and marketable',
    order: { type: 'stop-limit', side: 'sell', stopPrice: 99.5, limitPrice: 99.2 },
    bar: UP,
    fill: [99.5, 'intrabar'],
  },
  {
    what: 'stop-limit sell, gap under both',
    order: { type: 'stop-limit', side: 'sell', stopPrice: 95, limitPrice: 94 },
    bar: bar(90, 92, 88, 91),
    fill: undefined,
  },
  {
    what: 'stop-limit sell, gap under both and back through the limit',
    order: { type: 'stop-limit', side: 'sell', stopPrice: 95, limitPrice: 94 },
    bar: bar(90, 94.5, 88, 91),
    fill: [94, 'intrabar'],
  },
  {
    what: 'market buy on a bar without volume',
    order: { type: 'market', side: 'buy' },
    bar: { ...UP, volume: 0 },
    fill: undefined,
  },
  {
    what: 'market buy where volume is not reported',
    order: { type: 'market', side: 'buy' },
    bar: { ...UP, volume: Number.NaN },
    fill: [100, 'open'],
  },
];

describe('one order and one bar', () => {
  it.each(TABLE)('$what', ({ order, bar: prices, fill }) => {
    const venue = new Venue({ maxVolumeShare: 0.1 });
    venue.submit({ id: 'o', quantity: 10, ...order });
    const fills = venue.bar(prices);
    expect(fills.map(({ price, moment }) => [price, moment])).toEqual(fill === undefined ? [] : [fill]);
    expect(venue.exchange.order('o')?.status).toBe(fill === undefined ? 'working' : 'filled');
  });

  it.each([
    ['a stop', { type: 'stop', stopPrice: 98 } as const],
    ['a target', { type: 'limit', limitPrice: 94 } as const],
  ])('fills %s that the market has passed when it wakes where it wakes, never outside the bar', (_what, protection) => {
    const venue = new Venue();
    venue.submit({ id: 'entry', type: 'market', side: 'buy', quantity: 10 });
    venue.submit({ id: 'protection', side: 'sell', quantity: 10, parentId: 'entry', intent: 'protect', ...protection });
    const fills = venue.bar({ open: 95, high: 96, low: 94.5, close: 95 });
    expect(fills.map(({ clientOrderId, price }) => [clientOrderId, price])).toEqual([
      ['entry', 95],
      ['protection', 95],
    ]);
  });

  it('fills a limit on a touch when that is asked for', () => {
    const venue = new Venue({ fillOnTouch: true });
    venue.submit({ id: 'o', type: 'limit', side: 'buy', quantity: 10, limitPrice: 99 });
    expect(venue.bar(UP)[0]?.price).toBe(99);
  });

  it('takes slippage from market and stop fills only, rounds it to the tick against the trader, and says what it cost', () => {
    const venue = new Venue({ costs: { slippageBps: 3, commission: { kind: 'bps', bps: 0 } } });
    venue.submit({ id: 'market', type: 'market', side: 'buy', quantity: 10 });
    venue.submit({ id: 'limit', type: 'limit', side: 'buy', quantity: 10, limitPrice: 99.5 });
    venue.submit({ id: 'stop', type: 'stop', side: 'sell', quantity: 10, stopPrice: 99.4 });
    const fills = venue.bar(UP);
    expect(fills.map(({ clientOrderId, price, slippageMicros }) => [clientOrderId, price, slippageMicros])).toEqual([
      ['market', 100.03, 300_000],
      // 99.4 less 3 bps is 99.37018.
      ['stop', 99.37, 300_000],
      ['limit', 99.5, 0],
    ]);
  });
});

describe('volume', () => {
  it('lets all orders together take the allowed share of a bar, in whole lots, and the rest works on', () => {
    const venue = new Venue({ maxVolumeShare: 0.1 });
    venue.submit({ id: 'first', type: 'market', side: 'buy', quantity: 70 });
    venue.submit({ id: 'second', type: 'market', side: 'buy', quantity: 70 });
    const taken = [1_009, 0, 299, 1_000].map((volume) =>
      venue.bar({ ...UP, volume }).map(({ clientOrderId, quantity, sequence }) => [clientOrderId, quantity, sequence]),
    );
    expect(taken).toEqual([
      [
        ['first', 70, 1],
        ['second', 30, 1],
      ],
      [],
      [['second', 29, 2]],
      [['second', 11, 3]],
    ]);
    expect(venue.exchange.order('second')).toMatchObject({ status: 'filled', filledQuantity: 70 });
  });

  it('caps fractions by the lot, so that a bar of a few coins can be traded in', () => {
    const instrument = { ...new Venue().instrument, lotSize: 0.001, fractional: true };
    const venue = new Venue({ instrument, maxVolumeShare: 0.1 });
    venue.submit({ id: 'coins', type: 'market', side: 'buy', quantity: 0.5 });
    expect(venue.bar({ ...UP, volume: 3.2 })[0]?.quantity).toBe(0.32);
    expect(venue.bar({ ...UP, volume: 3.2 })[0]?.quantity).toBeCloseTo(0.18, 12);
    expect(venue.exchange.order('coins')?.status).toBe('filled');
  });

  it('sells the rest of a stop that was touched at the next open, wherever that is', () => {
    const venue = new Venue({ maxVolumeShare: 0.1 });
    venue.submit({ id: 'stop', type: 'stop', side: 'sell', quantity: 100, stopPrice: 99 });
    expect(venue.bar({ ...UP, volume: 400 }).map(({ price, quantity }) => [price, quantity])).toEqual([[99, 40]]);
    expect(venue.exchange.order('stop')).toMatchObject({ status: 'partially-filled', triggered: true });
    expect(venue.bar({ ...GAP_UP, volume: 1e6 }).map(({ price, quantity }) => [price, quantity])).toEqual([[110, 60]]);
  });
});

describe('stop and target of one position', () => {
  const held = (venue: Venue, quantity = 10) => {
    venue.submit({ id: 'entry', type: 'market', side: 'buy', quantity });
    const child = { side: 'sell', quantity, intent: 'protect', parentId: 'entry', ocoGroup: 'pair' } as const;
    venue.submit({ id: 'stop', type: 'stop', stopPrice: 95, ...child });
    venue.submit({ id: 'target', type: 'limit', limitPrice: 108, ...child });
    venue.bar(POINT);
    return venue;
  };

  it('takes the stop, and counts the bar as ambiguous, where one bar reaches both', () => {
    const venue = held(new Venue());
    const fills = venue.bar(bar(100, 110, 94, 100));
    expect(fills.map(({ clientOrderId, price }) => [clientOrderId, price])).toEqual([['stop', 95]]);
    expect(venue.exchange.ambiguousBars).toBe(1);
    expect(venue.endings.map(({ id, status }) => [id, status])).toEqual([['target', 'cancelled']]);
    expect(venue.book.holding.quantity).toBe(0);
  });

  it('counts nothing where only one of them is in reach, or the open decides', () => {
    for (const prices of [
      bar(100, 107, 94, 100),
      bar(100, 110, 96, 100),
      bar(109, 110, 94, 100),
      bar(94, 110, 93, 100),
    ]) {
      const venue = held(new Venue());
      expect(venue.bar(prices)).toHaveLength(1);
      expect(venue.exchange.ambiguousBars).toBe(0);
    }
  });

  it('closes by one side what the other has left when both fill in part', () => {
    const venue = held(new Venue({ maxVolumeShare: 0.1 }), 100);
    expect(venue.bar(bar(100, 109, 99, 100, 300)).map(({ quantity }) => quantity)).toEqual([30]);
    expect(venue.exchange.order('stop')?.status).toBe('working');
    expect(venue.bar(bar(100, 100, 94, 94)).map(({ clientOrderId, quantity }) => [clientOrderId, quantity])).toEqual([
      ['stop', 70],
    ]);
    expect(venue.book.holding.quantity).toBe(0);
    expect(venue.exchange.order('target')).toMatchObject({ status: 'cancelled', filledQuantity: 30 });
  });

  it('protects what an entry that fills in parts has so far', () => {
    const venue = new Venue({ maxVolumeShare: 0.1 });
    venue.submit({ id: 'entry', type: 'market', side: 'buy', quantity: 100 });
    venue.submit({
      id: 'stop',
      type: 'stop',
      side: 'sell',
      quantity: 100,
      stopPrice: 95,
      intent: 'protect',
      parentId: 'entry',
    });
    venue.bar(bar(100, 100, 96, 100, 400));
    expect(venue.book.holding.quantity).toBe(40);
    const [more, stopped] = venue.bar(bar(100, 100, 94, 94, 2_000));
    expect([more?.quantity, stopped?.quantity]).toEqual([60, 100]);
    expect(venue.book.holding.quantity).toBe(0);
  });

  it('ends the children of an entry that never filled, and of none that did', () => {
    const venue = new Venue();
    venue.submit({ id: 'entry', type: 'limit', side: 'buy', quantity: 10, limitPrice: 50, timeInForce: 'day' });
    venue.submit({
      id: 'stop',
      type: 'stop',
      side: 'sell',
      quantity: 10,
      stopPrice: 45,
      intent: 'protect',
      parentId: 'entry',
    });
    venue.bar(UP);
    expect(venue.endings.map(({ id, status }) => [id, status])).toEqual([
      ['entry', 'expired'],
      ['stop', 'cancelled'],
    ]);
    venue.submit({
      id: 'late',
      type: 'stop',
      side: 'sell',
      quantity: 10,
      stopPrice: 45,
      intent: 'protect',
      parentId: 'entry',
    });
    expect(venue.exchange.order('late')?.status).toBe('rejected');
    const filled = held(new Venue());
    filled.exchange.cancel('entry', 'too late', 0);
    expect(filled.endings).toEqual([]);
  });
});
