import { describe, expect, it } from 'vitest';
import type { SessionEvent } from '../live/topics';
import { decisionFeed } from './decision-feed';

const leg = { sleeveId: 'one', symbol: 'AAPL' };
const signal = {
  want: 'long' as const,
  confidence: 0.6,
  probabilityUp: null,
  horizonBars: null,
  stop: null,
  targets: [],
  invalidation: null,
  code: null,
  reasons: ['SMA 10 is above SMA 30'],
  features: {},
};
const order = {
  clientOrderId: 'run-1',
  ...leg,
  side: 'buy' as const,
  type: 'market' as const,
  intent: 'enter' as const,
  timeInForce: 'day' as const,
  quantity: 156,
  allIn: false,
  limitPrice: null,
  stopPrice: null,
  ocoGroup: null,
  parentId: null,
  decidedAt: '2018-05-08T20:00:00.000Z',
};
const event = (seq: number, at: string, happening: SessionEvent['happening']): SessionEvent => ({
  accountId: 'demo',
  sessionId: 'run',
  seq,
  at,
  recordedAt: at,
  happening,
});
const close = '2018-05-08T20:00:00.000Z';
const open = '2018-05-09T13:30:00.000Z';
const decision = event(1, close, { type: 'decision', ...leg, signal, voteSheet: null });
const approved = event(2, close, { type: 'order-approved', ...leg, order });
const filled = event(3, open, {
  type: 'order-filled',
  ...leg,
  complete: true,
  fill: {
    clientOrderId: 'run-1',
    sequence: 1,
    ...leg,
    side: 'buy',
    intent: 'enter',
    quantity: 156,
    price: 186.65,
    commissionUsd: 1,
    slippageUsd: 15.6,
    moment: 'open',
    at: open,
  },
});

describe('decisionFeed', () => {
  it('tells an opinion alone, with its reason', () => {
    expect(decisionFeed([decision], [], 9)).toMatchObject([
      { kind: 'opinion', title: 'Wants to be long', reason: 'SMA 10 is above SMA 30', symbol: 'AAPL', at: close },
    ]);
  });

  it('tells an opinion that stays from one that is new', () => {
    const again = event(2, open, { type: 'decision', ...leg, signal, voteSheet: null });
    const flat = event(3, open, { type: 'decision', ...leg, signal: { ...signal, want: 'flat' }, voteSheet: null });
    expect(decisionFeed([decision, again, flat], [], 9).map(({ title }) => title)).toEqual([
      'Now wants to hold nothing',
      'Still wants to be long',
      'Wants to be long',
    ]);
  });

  it('tells opinion, order and fill as one thing, with the reason that led to it', () => {
    expect(decisionFeed([decision, approved], [], 9)).toMatchObject([
      { kind: 'sent', title: 'Order to buy 156 sent', reason: 'SMA 10 is above SMA 30' },
    ]);
    expect(decisionFeed([decision, approved, filled], [], 9)).toMatchObject([
      { kind: 'bought', title: 'Bought 156 at 186.65', reason: 'SMA 10 is above SMA 30', at: open },
    ]);
  });

  it('gives every reason of a refusal', () => {
    const denials = ['It is too large.', 'There is no money.'].map((message) => ({ code: 'X', message, numbers: {} }));
    const refused = event(2, close, { type: 'order-refused', ...leg, order, denials });
    expect(decisionFeed([decision, refused], [], 9)).toMatchObject([
      { kind: 'refused', title: 'Refused: buy 156', reason: 'It is too large. There is no money.' },
    ]);
  });

  it('says why nothing was ordered', () => {
    const none = event(2, close, { type: 'no-order', ...leg, code: 'NO_ROOM', reason: 'No buying power is left.' });
    expect(decisionFeed([decision, none], [], 9)).toMatchObject([
      { kind: 'no-order', title: 'No trade', reason: 'No buying power is left.' },
    ]);
  });

  it('is newest first, tells nothing twice, and no more than was asked for', () => {
    const told = decisionFeed(
      [decision, approved, filled, event(4, open, { type: 'decision', ...leg, signal, voteSheet: null })],
      [{ accountId: 'demo', sessionId: 'run', seq: 4, at: open, recordedAt: open, voteSheet: null, ...leg, ...signal }],
      9,
    );
    expect(told.map(({ id }) => id)).toEqual(['4', '3']);
    expect(decisionFeed([decision, approved, filled], [], 0)).toEqual([]);
  });
});
