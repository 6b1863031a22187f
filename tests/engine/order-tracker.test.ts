import { isFinal } from '@candor/domain/order-state';
import { flat, long } from '@candor/domain/signal';
import { OrderTracker } from '@candor/engine/order-tracker';
import { describe, expect, it } from 'vitest';
import { at, dailyBars, flatRows, scriptedRun } from '../scripted-run.ts';

const { events } = scriptedRun({
  series: [dailyBars([...flatRows(100, 2, 400), ...flatRows(100, 4, 400), ...flatRows(120, 4, 400)])],
  script: at({ 1: long({ confidence: 1, reason: 'up', stop: 95, targets: [110] }), 8: flat({ reason: 'over' }) }),
  maxVolumeShare: 0.1,
});

describe('the orders of a session, told again from its events', () => {
  it('are reported when they change, once, and forgotten once they are over', () => {
    const tracker = new OrderTracker();
    const latest = new Map<string, string>();
    for (const event of events) {
      tracker.take(event);
      for (const { order, status } of tracker.changed()) {
        expect(isFinal(latest.get(order.clientOrderId) as never) && latest.has(order.clientOrderId)).toBe(false);
        latest.set(order.clientOrderId, status);
        expect(tracker.find(order.clientOrderId) === undefined).toBe(isFinal(status));
      }
      expect(tracker.changed()).toEqual([]);
    }
    expect([...latest.values()].toSorted()).toEqual(['cancelled', 'expired', 'filled']);
  });

  it('survive JSON after any event', () => {
    const once = new OrderTracker();
    let again = new OrderTracker();
    for (const event of events) {
      once.take(event);
      again.take(event);
      expect(again.changed()).toEqual(once.changed());
      const text = JSON.stringify(again.snapshot());
      again = new OrderTracker();
      again.restore(JSON.parse(text));
    }
  });

  it('are known, or the session is not driven on', () => {
    const tracker = new OrderTracker();
    const later = events.find(({ type }) => type === 'order-filled')!;
    expect(() => tracker.take(later)).toThrow(/was never approved here/);
    expect(() => tracker.restore([{ order: null }])).toThrow(
      expect.objectContaining({ code: 'engine.bad-snapshot', kind: 'halt' }),
    );
  });
});
