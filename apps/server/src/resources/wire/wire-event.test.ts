import type { RecordedEvent } from '@candor/domain/events';
import { SavedOrder } from '@candor/domain/saved-order';
import { expect, it } from 'vitest';
import { wireDecision } from './wire-decision.ts';
import { WireEvent, wireEvent } from './wire-event.ts';

const order = SavedOrder.parse({
  ...{ clientOrderId: 'order-1', sleeveId: 'sleeve', symbol: 'TEST', side: 'buy', quantity: 10, allIn: false },
  ...{ timeInForce: 'day', intent: 'enter', ocoGroup: null, parentId: null, decidedAt: 1_000 },
  ...{ type: 'limit', limitPrice: 99.95, stopPrice: null },
});
const leg = { sleeveId: 'sleeve', symbol: 'TEST' };
const halt = { level: 'entries', code: 'MAX_DAILY_LOSS', reason: 'lost 5%', at: 1_000, until: 'manual' } as const;
type Happening<One> = One extends RecordedEvent ? Omit<One, 'at' | 'seq' | 'recordedAt'> : never;
const happenings: Readonly<Record<RecordedEvent['type'], Happening<RecordedEvent>>> = {
  decision: {
    type: 'decision',
    ...leg,
    signal: {
      want: 'long',
      confidence: Number.NaN,
      targets: [1, Number.POSITIVE_INFINITY],
      reasons: [],
      features: { a: Number.NaN },
    },
    voteSheet: undefined,
  },
  annotation: { type: 'annotation', ...leg, annotation: { kind: 'pivot', at: 3, confirmedAt: 5 } },
  'no-order': { type: 'no-order', ...leg, code: 'NOT_ONE_LOT', reason: 'less than one share' },
  'order-approved': { type: 'order-approved', ...leg, order },
  'order-refused': {
    type: 'order-refused',
    ...leg,
    refusal: {
      order,
      denials: [{ code: 'MAX_POSITION', message: 'too much', numbers: { limit: Number.NaN, wanted: 1 } }],
    },
  },
  'order-filled': {
    type: 'order-filled',
    ...leg,
    complete: true,
    fill: {
      ...{ clientOrderId: 'order-1', sequence: 1, ...leg, side: 'buy', intent: 'enter', quantity: 1, price: 2 },
      ...{ commissionMicros: 1_000_000, slippageMicros: 500_000, moment: 'open', at: 1_000 },
    },
  },
  'order-cancelled': { type: 'order-cancelled', ...leg, clientOrderId: 'order-1', reason: 'by hand' },
  'order-expired': { type: 'order-expired', ...leg, clientOrderId: 'order-1', reason: 'end of day' },
  'order-rejected': { type: 'order-rejected', ...leg, clientOrderId: 'order-1', reason: 'no cash' },
  halted: { type: 'halted', halt },
  resumed: { type: 'resumed', halt, by: 'Ada', reason: 'looked at it' },
  'limit-breached': { type: 'limit-breached', code: 'MAX_DRAWDOWN', numbers: { drawdown: 0.3 } },
};

it.each(Object.keys(happenings) as RecordedEvent['type'][])(
  'gives %s in its own shape, which survives JSON',
  (type) => {
    const event = { ...happenings[type], at: 1_000, recordedAt: 2_000, seq: 7 } as RecordedEvent;
    const wire = wireEvent({ accountId: 'a', sessionId: 's', event });
    expect(wire).toMatchObject({ seq: 7, at: '1970-01-01T00:00:01.000Z', recordedAt: '1970-01-01T00:00:02.000Z' });
    expect(wire.happening.type).toBe(type);
    expect(WireEvent.parse(JSON.parse(JSON.stringify(wire)))).toEqual(wire);
    expect(wireDecision({ accountId: 'a', sessionId: 's', event }) !== undefined).toBe(type === 'decision');
  },
);

it('shows what is not a number as missing', () => {
  const event = { ...happenings.decision, at: 0, recordedAt: 0, seq: 1 } as RecordedEvent;
  expect(wireDecision({ accountId: 'a', sessionId: 's', event })).toMatchObject({
    confidence: null,
    probabilityUp: null,
    stop: null,
    targets: [1],
    features: { a: null },
  });
});
