import { expect, it } from 'vitest';
import type { SessionEvent } from '@/lib/live/topics';
import { askedByText, isWorking, lineOfRefusal, orderTitle, originText, typeText } from './order-line.ts';

const refusal: SessionEvent = {
  accountId: 'demo',
  sessionId: 'run',
  seq: 41,
  at: '2017-09-01T20:00:00.000Z',
  recordedAt: '2026-01-01T00:00:00.000Z',
  happening: {
    type: 'order-refused',
    sleeveId: 'by-hand',
    symbol: 'AAPL',
    order: {
      clientOrderId: 'a-1',
      sleeveId: 'by-hand',
      symbol: 'AAPL',
      side: 'buy',
      type: 'stop-limit',
      intent: 'enter',
      timeInForce: 'day',
      quantity: 20,
      allIn: false,
      limitPrice: 165,
      stopPrice: 164.5,
      ocoGroup: null,
      parentId: null,
      decidedAt: '2017-09-01T20:00:00.000Z',
    },
    denials: [{ code: 'MAX_POSITION', message: 'Too much.', numbers: {} }],
  },
};

it('shows a refusal as an order that was never sent, under a key of its own', () => {
  const line = lineOfRefusal(refusal)!;
  expect(line).toMatchObject({ key: 'refused-41', state: 'refused', filledQuantity: 0, reason: 'Too much.' });
  expect(isWorking(line)).toBe(false);
});

it('says an order in a phrase, with the prices that its type has', () => {
  const line = lineOfRefusal(refusal)!;
  expect(typeText(line)).toBe('Stop limit 164.50 165.00');
  expect(orderTitle({ ...line, type: 'market', limitPrice: null, stopPrice: null })).toBe('Buy 20 AAPL, at market');
});

it('says who asked for an order, by the name of the sleeve where there is one', () => {
  expect(askedByText(originText('by-hand', undefined))).toBe('Asked for by hand');
  expect(askedByText(originText('slow', 'Slow cross'))).toBe('Asked for by Slow cross');
  expect(originText('slow', undefined), 'until its name is known').toBe('slow');
});

it('takes no other event for a refusal', () => {
  expect(
    lineOfRefusal({
      ...refusal,
      happening: { type: 'no-order', sleeveId: 's', symbol: 'AAPL', code: 'X', reason: 'y' },
    }),
  ).toBeUndefined();
});
