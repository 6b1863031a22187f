import { DEFAULT_COSTS, NO_COSTS } from '@candor/brokers/paper/costs';
import type { Json } from '@candor/domain/json';
import { signOf } from '@candor/domain/order';
import { advanceOrder, isFinal, type OrderState, openOrder } from '@candor/domain/order-state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { approved, type OrderWish } from '../approved.ts';
import { type Prices, Venue, type VenueOptions } from '../venue.ts';

const cents = fc.integer({ min: 9_000, max: 11_000 });
const bars = fc.array(
  fc
    .record({
      open: cents,
      close: cents,
      above: fc.integer({ min: 0, max: 300 }),
      below: fc.integer({ min: 0, max: 300 }),
      volume: fc.constantFrom(0, 50, 500, 5_000),
    })
    .map(
      ({ open, close, above, below, volume }): Prices => ({
        open: open / 100,
        close: close / 100,
        high: (Math.max(open, close) + above) / 100,
        low: (Math.min(open, close) - below) / 100,
        volume,
      }),
    ),
  { minLength: 1, maxLength: 12 },
);
const wish = fc.record({
  type: fc.constantFrom('market', 'limit', 'stop', 'stop-limit'),
  side: fc.constantFrom('buy', 'sell'),
  quantity: fc.integer({ min: 1, max: 60 }),
  limitPrice: cents.map((price) => price / 100),
  stopPrice: cents.map((price) => price / 100),
  timeInForce: fc.constantFrom('day', 'gtc'),
  intent: fc.constantFrom('enter', 'exit', 'protect'),
  allIn: fc.constant(false),
  ocoGroup: fc.constantFrom('a', 'b', 'none'),
  child: fc.boolean(),
  bar: fc.integer({ min: 0, max: 11 }),
  cancelAfter: fc.integer({ min: 0, max: 24 }),
  replaceAfter: fc.integer({ min: 0, max: 24 }),
});
type Wish = typeof wish extends fc.Arbitrary<infer Value> ? Value : never;

const terms = ({ type, limitPrice, stopPrice, ocoGroup, ...rest }: Wish, id: string, parentId?: string): OrderWish => ({
  id,
  type,
  side: rest.side,
  quantity: rest.quantity,
  timeInForce: rest.timeInForce,
  intent: rest.intent,
  limitPrice: type === 'limit' || type === 'stop-limit' ? limitPrice : undefined,
  stopPrice: type === 'stop' || type === 'stop-limit' ? stopPrice : undefined,
  ...(ocoGroup !== 'none' && { ocoGroup }),
  ...(parentId !== undefined && { parentId }),
});

/** Lets random orders come and go over random bars, and hands each bar's news to the eye. */
function trade(
  options: VenueOptions,
  tape: readonly Prices[],
  wishes: readonly Wish[],
  look: (venue: Venue, prices: Prices) => void,
  before: (venue: Venue) => void = () => {},
): Venue {
  const venue = new Venue({ maxVolumeShare: 0.1, ...options });
  for (const [index, prices] of tape.entries()) {
    before(venue);
    for (const [i, one] of wishes.entries()) {
      const parentId = one.child && i > 0 && wishes[i - 1]!.bar === one.bar ? `o${i - 1}` : undefined;
      if (one.bar === index) venue.submit(terms(one, `o${i}`, parentId));
      if (one.cancelAfter === index) venue.exchange.cancel(`o${i}`, 'cancelled by the law', index);
      const isOpen = !isFinal(venue.exchange.order(`o${i}`)?.status ?? 'filled');
      if (one.replaceAfter === index && isOpen) {
        venue.exchange.replace(`o${i}`, approved(venue.instrument, terms(one, `r${i}`)), index);
      }
    }
    venue.bar(prices);
    look(venue, prices);
  }
  return venue;
}

describe('laws of the exchange, over random bars and orders', () => {
  it('no fill is outside its bar, beyond its limit, or better than its stop', () => {
    fc.assert(
      fc.property(bars, fc.array(wish, { maxLength: 8 }), (tape, wishes) => {
        let seen = 0;
        trade({ costs: NO_COSTS }, tape, wishes, (venue, { open, high, low, volume }) => {
          for (const { clientOrderId, side, price, moment } of venue.fills.slice(seen)) {
            const { order, triggered } = venue.exchange.order(clientOrderId)!;
            const sign = signOf(side);
            expect(volume).toBeGreaterThan(0);
            expect(price).toBeGreaterThanOrEqual(low);
            expect(price).toBeLessThanOrEqual(high);
            if (moment === 'open') expect(price).toBe(open);
            if (order.limitPrice !== undefined) expect(sign * (order.limitPrice - price)).toBeGreaterThanOrEqual(0);
            // What a stop touched earlier could not fill is sold at the next open, wherever that is.
            if (order.type === 'stop' && moment === 'intrabar') {
              expect(sign * (price - order.stopPrice)).toBeGreaterThanOrEqual(0);
            }
            expect(triggered).toBe(true);
          }
          seen = venue.fills.length;
        });
      }),
    );
  });

  it('what the listener heard of an order, folded, is the order', () => {
    fc.assert(
      fc.property(bars, fc.array(wish, { maxLength: 8 }), (tape, wishes) => {
        const venue = trade({ costs: DEFAULT_COSTS }, tape, wishes, () => {});
        const folded = new Map<string, OrderState>(
          venue.exchange.orders().map(({ order }) => [order.clientOrderId, openOrder(order)]),
        );
        const counts = new Map<string, number>();
        for (const happening of venue.happenings) {
          const id = 'fill' in happening ? happening.fill.clientOrderId : happening.ended.id;
          const state = folded.get(id)!;
          if ('fill' in happening) {
            const { quantity, price, sequence } = happening.fill;
            counts.set(id, (counts.get(id) ?? 0) + 1);
            expect(sequence).toBe(counts.get(id));
            folded.set(id, advanceOrder(state, { type: 'filled', quantity, price, complete: happening.complete }));
          } else {
            folded.set(id, advanceOrder(state, { type: happening.ended.status, reason: happening.ended.reason }));
          }
        }
        for (const [id, { status, filledQuantity, averageFillPrice, reason }] of folded) {
          const actual = venue.exchange.order(id)!;
          expect([actual.status, actual.filledQuantity, actual.reason]).toEqual([status, filledQuantity, reason]);
          if (averageFillPrice === undefined) expect(actual.averageFillPrice).toBeUndefined();
          else expect(actual.averageFillPrice).toBeCloseTo(averageFillPrice, 9);
          // A child takes what its entry filled, whatever it was sent with.
          if (actual.order.parentId === undefined) {
            expect(actual.filledQuantity).toBeLessThanOrEqual(actual.order.quantity);
          }
          if (isFinal(status)) venue.exchange.cancel(id, 'too late', 0);
          expect(venue.exchange.order(id)!.status).toBe(isFinal(status) ? status : actual.status);
        }
      }),
    );
  });

  it('signed fills add up to the holding, and their money to the cash', () => {
    fc.assert(
      fc.property(bars, fc.array(wish, { maxLength: 8 }), (tape, wishes) => {
        trade({ costs: DEFAULT_COSTS }, tape, wishes, ({ fills, book, exchange: { ledger } }) => {
          let quantity = 0;
          let paid = 0;
          for (const fill of fills) {
            quantity += signOf(fill.side) * fill.quantity;
            paid += Math.round(signOf(fill.side) * fill.quantity * fill.price * 1e6) + fill.commissionMicros;
          }
          expect(book.holding.quantity).toBe(quantity);
          expect(ledger.cashMicros).toBe(ledger.startCashMicros - paid);
        });
      }),
    );
  });

  it('a cash account is never short of cash or of shares', () => {
    fc.assert(
      fc.property(
        bars,
        fc.array(wish, { maxLength: 8 }),
        fc.constantFrom(3_000, 8_000),
        (tape, wishes, startCashUsd) => {
          trade({ accountType: 'cash', startCashUsd, costs: DEFAULT_COSTS }, tape, wishes, ({ book, exchange }) => {
            expect(exchange.ledger.cashMicros).toBeGreaterThanOrEqual(0);
            expect(book.holding.quantity).toBeGreaterThanOrEqual(0);
          });
        },
      ),
    );
  });

  it('stop and target together never sell more than their entry bought', () => {
    const price = (from: number, to: number) => fc.integer({ min: from, max: to }).map((value) => value / 100);
    fc.assert(
      fc.property(
        bars,
        fc.integer({ min: 1, max: 90 }),
        price(9_000, 9_900),
        price(10_100, 11_000),
        (tape, quantity, stopPrice, limitPrice) => {
          const venue = new Venue({ maxVolumeShare: 0.1 });
          const child = { side: 'sell', quantity, intent: 'protect', parentId: 'entry', ocoGroup: 'pair' } as const;
          venue.submit({ id: 'entry', type: 'market', side: 'buy', quantity });
          venue.submit({ id: 'stop', type: 'stop', stopPrice, ...child });
          venue.submit({ id: 'target', type: 'limit', limitPrice, ...child });
          for (const prices of tape) {
            venue.bar(prices);
            expect(venue.book.holding.quantity).toBeGreaterThanOrEqual(0);
            const waiting = ['stop', 'target'].filter((id) => !isFinal(venue.exchange.order(id)!.status));
            expect([0, 2]).toContain(waiting.length);
          }
        },
      ),
    );
  });

  it('written down and taken up again before every bar, it goes on as if nothing had been', () => {
    const options = fc.record({
      accountType: fc.constantFrom('cash', 'margin'),
      startCashUsd: fc.constantFrom(3_000, 8_000, 1_000_000),
      maxVolumeShare: fc.constantFrom(undefined, 0.1),
      costs: fc.constant(DEFAULT_COSTS),
    });
    fc.assert(
      fc.property(options, bars, fc.array(wish, { maxLength: 10 }), (venueOptions, tape, wishes) => {
        const [once, again] = [() => {}, (venue: Venue) => venue.resume()].map((before) => {
          const states: unknown[] = [];
          const look = ({ exchange }: Venue) => {
            const open = exchange.orders().filter(({ status }) => !isFinal(status));
            states.push(
              JSON.stringify(exchange.snapshot()),
              open.map(({ status }) => status),
            );
          };
          const { happenings, exchange } = trade(venueOptions, tape, wishes, look, before);
          return { happenings, states, account: exchange.ledger.account(), ambiguous: exchange.ambiguousBars };
        });
        expect(again).toEqual(once);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a saved state of the exchange', () => {
  const venue = () => new Venue({ startCashUsd: 1_000 });
  const state = () => {
    const one = venue();
    one.submit({ id: 'entry', type: 'limit', side: 'buy', quantity: 1, limitPrice: 90 });
    const child = { parentId: 'entry', intent: 'protect', side: 'sell', quantity: 1 } as const;
    one.submit({ id: 'stop', type: 'stop', stopPrice: 80, ...child });
    return JSON.parse(JSON.stringify(one.exchange.snapshot()));
  };

  it.each<[string, (saved: ReturnType<typeof state>) => unknown]>([
    ['nothing', () => null],
    ['one with a field too many', (saved) => ({ ...saved, more: 1 })],
    ['one of other cash', (saved) => ({ ...saved, ledger: { ...saved.ledger, startCashMicros: 1 } })],
    ['one of another instrument', (saved) => ({ ...saved, books: [{ symbol: 'ELSE', orders: [] }] })],
    ['an awake order that is not there', (saved) => ({ ...saved, books: [{ symbol: 'PLAIN', orders: [7] }] })],
    [
      'an order that is its own child',
      (saved) => ({ ...saved, open: [saved.open[0], { ...saved.open[1], children: [1] }] }),
    ],
    [
      'a stop without its price',
      (saved) => {
        saved.open[1].order.stopPrice = null;
        return saved;
      },
    ],
  ])('that does not fit halts and changes nothing: %s', (_, spoil) => {
    const { exchange } = venue();
    const before = exchange.snapshot();
    expect(() => exchange.restore(spoil(state()) as Json)).toThrow(
      expect.objectContaining({ code: 'brokers.bad-snapshot', kind: 'halt' }),
    );
    expect(exchange.snapshot()).toEqual(before);
  });
});
