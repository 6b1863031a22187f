import { describe, expect, it } from 'vitest';
import { SavedOrder, saveOrder } from './saved-order.ts';

const saved = {
  clientOrderId: 'a-1',
  sleeveId: 'sleeve',
  symbol: 'AAA',
  side: 'buy',
  quantity: 10,
  allIn: false,
  timeInForce: 'day',
  intent: 'enter',
  ocoGroup: null,
  parentId: null,
  decidedAt: 86_400_000,
  type: 'market',
  limitPrice: null,
  stopPrice: null,
};
const prices = {
  market: {},
  limit: { limitPrice: 99.5 },
  stop: { stopPrice: 100.5 },
  'stop-limit': { limitPrice: 101, stopPrice: 100.5 },
};

describe('an approved order', () => {
  it.each(Object.entries(prices))('survives being written down: %s', (type, given) => {
    const text = JSON.stringify({ ...saved, type, ...given });
    const order = SavedOrder.parse(JSON.parse(text));
    expect(JSON.stringify(saveOrder(order))).toBe(text);
    expect([order.ocoGroup, order.parentId]).toEqual([undefined, undefined]);
  });

  it.each([
    ['a limit order without its limit', { type: 'limit' }],
    ['a market order with a stop', { stopPrice: 99 }],
    ['a stop order with a limit', { type: 'stop', stopPrice: 99, limitPrice: 98 }],
    ['no quantity', { quantity: 0 }],
    ['a field nobody knows', { leverage: 2 }],
  ])('is not read back from %s', (_, change) => {
    expect(SavedOrder.safeParse({ ...saved, ...change }).success).toBe(false);
  });
});
