import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MatchResult, type MatchTerms, matchAtOpen, matchInside } from './matching.ts';

const types = ['market', 'limit', 'stop', 'stop-limit'] as const;
const cents = fc.integer({ min: 9_000, max: 11_000 }).map((price) => price / 100);
const bar = fc
  .record({ open: cents, close: cents, above: fc.nat(300), below: fc.nat(300) })
  .map(({ open, close, above, below }) => ({
    open,
    high: Math.max(open, close) + above / 100,
    low: Math.min(open, close) - below / 100,
  }));
const terms = fc.record({
  type: fc.constantFrom(...types),
  sign: fc.constantFrom<1 | -1>(1, -1),
  limitPrice: cents,
  stopPrice: cents,
  triggered: fc.boolean(),
});

function match(
  order: MatchTerms,
  { open, high, low }: { open: number; high: number; low: number },
  fillOnTouch = false,
) {
  const result: MatchResult = { filled: false, price: Number.NaN, moment: 'open', slips: false, triggered: false };
  matchAtOpen(order, open, result);
  if (!result.filled) matchInside({ ...order, triggered: result.triggered }, high, low, fillOnTouch, result);
  return { ...result };
}

describe('matching', () => {
  it('of a short sale is that of a purchase in a mirror', () => {
    const mirrored = (price: number) => -price;
    fc.assert(
      fc.property(terms, bar, fc.boolean(), (order, { open, high, low }, onTouch) => {
        const seen = match(order, { open, high, low }, onTouch);
        const other: MatchTerms = {
          ...order,
          sign: order.sign === 1 ? -1 : 1,
          limitPrice: mirrored(order.limitPrice),
          stopPrice: mirrored(order.stopPrice),
        };
        const image = match(other, { open: mirrored(open), high: mirrored(low), low: mirrored(high) }, onTouch);
        const { price, ...rest } = image;
        expect(rest).toEqual((({ price: _, ...others }) => others)(seen));
        if (seen.filled) expect(price).toBe(mirrored(seen.price));
      }),
    );
  });

  it('slips where the order takes what the market gives, and never at a limit', () => {
    fc.assert(
      fc.property(terms, bar, (order, prices) => {
        const { filled, slips } = match(order, prices);
        if (filled) expect(slips).toBe(order.type === 'market' || order.type === 'stop');
      }),
    );
  });

  it('with fills on touch fills whatever fills without them, at the same price', () => {
    fc.assert(
      fc.property(terms, bar, (order, prices) => {
        const strict = match(order, prices);
        if (strict.filled) expect(match(order, prices, true)).toEqual(strict);
      }),
    );
  });

  it('leaves a triggered order triggered, and a limit order untriggered until it fills', () => {
    fc.assert(
      fc.property(terms, bar, (order, prices) => {
        const { filled, triggered } = match(order, prices);
        if (order.triggered || filled) expect(triggered).toBe(true);
        else if (order.type === 'limit') expect(triggered).toBe(false);
      }),
    );
  });
});
