import { NO_COSTS } from '@candor/brokers/paper/costs';
import { PaperBroker } from '@candor/brokers/paper/paper-broker';
import { BarCursor, type BarSeries } from '@candor/domain/bar';
import { toMicros } from '@candor/domain/money';
import type { BrokerEvent } from '@candor/domain/ports/broker';
import { describe, expect, it } from 'vitest';
import { approved } from '../approved.ts';
import { dailyBars, flatRows } from '../scripted-run.ts';

const series = dailyBars(flatRows(100, 6));

function brokerOf(...listed: BarSeries[]): PaperBroker {
  const options = { accountType: 'margin', startCashMicros: toMicros(100_000), costs: NO_COSTS } as const;
  const instruments = listed.map(({ instrument }) => instrument);
  return new PaperBroker({ ...options, fillOnTouch: false, maxVolumeShare: undefined }, instruments);
}

describe('the paper broker', () => {
  it('gives its events again from any cursor, then live ones, until the reader has enough', async () => {
    const broker = brokerOf(series);
    const order = (id: string) =>
      approved(series.instrument, { id, type: 'limit', side: 'buy', quantity: 1, limitPrice: 50 });
    for (const id of ['a', 'b', 'c']) {
      expect(await broker.submit(order(id))).toEqual({ outcome: 'accepted', clientOrderId: id });
      await broker.cancel(id, 'never mind');
    }
    const abort = new AbortController();
    const seen: BrokerEvent[] = [];
    const reading = (async () => {
      for await (const event of broker.events(1, abort.signal)) {
        seen.push(event);
        if (seen.length === 3) abort.abort();
      }
    })();
    await broker.submit(order('d'));
    await broker.cancel('d', 'never mind');
    await reading;
    expect(seen.map((event) => ('clientOrderId' in event ? [event.cursor, event.clientOrderId] : []))).toEqual([
      [2, 'b'],
      [3, 'c'],
      [4, 'd'],
    ]);
  });

  it('answers a rejection and does not repeat it as an event', async () => {
    const broker = brokerOf(series);
    const child = {
      type: 'stop',
      side: 'sell',
      quantity: 1,
      stopPrice: 90,
      intent: 'protect',
      parentId: 'nobody',
    } as const;
    const answer = await broker.submit(approved(series.instrument, { id: 'orphan', ...child }));
    expect(answer).toEqual({ outcome: 'rejected', clientOrderId: 'orphan', reason: 'its entry nobody did not fill' });
    expect(broker.observe([]), 'nothing in the log').toBe(0);
    const [state] = await broker.orders();
    expect(state).toMatchObject({ status: 'rejected', filledQuantity: 0 });
  });

  it('tells each event at once to who asks for it, so that the review of a fill knows of the fills before', async () => {
    const bars = ['AAA', 'BBB'].map((symbol) => dailyBars(flatRows(100, 2), { symbol }));
    const broker = brokerOf(...bars);
    const told: string[] = [];
    broker.tell((event) => told.push(event.type === 'fill' ? event.fill.symbol : event.type));
    const knownAtReview: string[][] = [];
    broker.reviewFills(() => {
      knownAtReview.push([...told]);
      return undefined;
    });
    const cursors = bars.map((each) => new BarCursor(each));
    const observe = (index: number): void => {
      for (const cursor of cursors) BarCursor.move(cursor, index);
      broker.observe(cursors);
    };
    observe(0);
    for (const { instrument } of bars) {
      const allIn = instrument.symbol === 'BBB';
      const wish = { id: instrument.symbol, type: 'market', side: 'buy', quantity: 1, allIn } as const;
      await broker.submit(approved(instrument, wish));
    }
    observe(1);
    expect(knownAtReview).toEqual([['AAA']]);
  });
});
