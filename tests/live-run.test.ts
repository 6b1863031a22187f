import { NO_COSTS } from '@candor/brokers/paper/costs';
import { PaperBroker } from '@candor/brokers/paper/paper-broker';
import { type BarSeries, barAt } from '@candor/domain/bar';
import type { RecordedEvent } from '@candor/domain/events';
import { toMicros } from '@candor/domain/money';
import type { BrokerEvent } from '@candor/domain/ports/broker';
import { long } from '@candor/domain/signal';
import { type FeedBar, runLive } from '@candor/engine/live-runner';
import { at, dailyBars, flatRows, scriptedConfig } from '@candor/engine/scripted-run';
import { describe, expect, it } from 'vitest';
import { approved } from './approved.ts';

const series = dailyBars(flatRows(100, 6));
const script = at({ 1: long({ confidence: 1, reason: 'up', stop: 95 }) });

function brokerOf({ instrument }: BarSeries): PaperBroker {
  const options = { accountType: 'margin', startCashMicros: toMicros(100_000), costs: NO_COSTS } as const;
  return new PaperBroker({ ...options, fillOnTouch: false, maxVolumeShare: undefined }, [instrument]);
}

function start(feed: AsyncIterable<readonly FeedBar[]>, signal = new AbortController().signal) {
  const events: RecordedEvent[] = [];
  const equity: number[] = [];
  const broker = brokerOf(series);
  const ended = runLive({
    session: scriptedConfig({ series: [series], script }).session,
    timeframe: '1d',
    feed,
    broker,
    clock: { now: () => 1, until: async () => {} },
    onEvent: (event) => events.push(event),
    onEquity: (_, usd) => equity.push(usd),
    signal,
  });
  return { ended, events, equity, broker };
}

const barOf = (index: number): readonly FeedBar[] => [{ symbol: 'PLAIN', bar: barAt(series, index) }];

describe('a live run', () => {
  it('ends with the bar at which it is aborted, and what that bar decided is heard', async () => {
    const abort = new AbortController();
    async function* feed() {
      for (let i = 0; i < 6; i++) {
        if (i === 2) abort.abort();
        yield barOf(i);
      }
    }
    const { ended, events, equity } = start(feed(), abort.signal);
    await ended;
    expect(equity).toHaveLength(3);
    expect(events.map(({ type }) => type)).toEqual(['decision', 'order-approved', 'order-approved', 'order-filled']);
  });

  it('fails with the error of its feed, and with that of a bar that comes twice', async () => {
    async function* broken() {
      yield barOf(0);
      throw new Error('the feed broke');
    }
    await expect(start(broken()).ended).rejects.toThrow('the feed broke');
    async function* twice() {
      yield barOf(0);
      yield barOf(0);
    }
    await expect(start(twice()).ended).rejects.toThrow(/is not after the last one/);
  });

  it('stops when its broker reports an order that is not its own', async () => {
    async function* feed() {
      for (let i = 0; i < 3; i++) yield barOf(i);
    }
    const { ended, broker } = start(feed());
    await broker.submit(approved(series.instrument, { id: 'stranger', type: 'market', side: 'buy', quantity: 1 }));
    await expect(ended).rejects.toThrow('Order stranger is not one this session has on its way.');
  });

  it('passes over bars of instruments that are not its own', async () => {
    async function* feed() {
      for (let i = 0; i < 4; i++) yield [{ symbol: 'ELSE', bar: barAt(series, i) }, ...barOf(i)];
    }
    const { ended, equity } = start(feed());
    await ended;
    expect(equity).toEqual([100_000, 100_000, 100_000, 100_000]);
  });
});

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
});
