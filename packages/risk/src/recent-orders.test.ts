import type { OrderRequest } from '@candor/domain/order';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecentOrders } from './recent-orders.ts';

const order = (i: number): OrderRequest => ({
  clientOrderId: `o${i}`,
  sleeveId: 's',
  symbol: 'AAA',
  side: 'buy',
  quantity: i,
  allIn: false,
  timeInForce: 'day',
  intent: 'enter',
  ocoGroup: undefined,
  parentId: undefined,
  decidedAt: 0,
  type: 'market',
  limitPrice: undefined,
  stopPrice: undefined,
});

describe('recent orders', () => {
  it('answer as if every order were remembered, and keep only those that can still be asked about', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 200, maxLength: 400 }), (gaps) => {
        const recent = new RecentOrders(1000);
        const times: number[] = [];
        let at = 0;
        for (const [i, gap] of gaps.entries()) {
          at += gap;
          recent.remember(order(i), at);
          times.push(at);
          expect(recent.count(at, 500)).toBe(times.filter((time) => at - time < 500).length);
        }
        expect(recent.snapshot().map((sent) => sent.at)).toEqual(times.filter((time) => at - time < 1000));
      }),
    );
  });

  it('without a memory keep nothing', () => {
    const recent = new RecentOrders(0);
    recent.remember(order(1), 0);
    expect(recent.snapshot()).toEqual([]);
  });
});
