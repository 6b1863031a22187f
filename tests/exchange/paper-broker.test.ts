import { NO_COSTS } from '@candor/brokers/paper/costs';
import { PaperBroker } from '@candor/brokers/paper/paper-broker';
import { BarCursor } from '@candor/domain/bar';
import type { Json } from '@candor/domain/json';
import { toMicros } from '@candor/domain/money';
import type { BrokerEvent } from '@candor/domain/ports/broker';
import { describe, expect, it } from 'vitest';
import { approved } from '../approved.ts';
import { dailyBars, flatRows } from '../scripted-run.ts';

const series = dailyBars(flatRows(100, 6));

function brokerOf(): PaperBroker {
  const options = { accountType: 'margin', startCashMicros: toMicros(100_000), costs: NO_COSTS } as const;
  return new PaperBroker({ ...options, fillOnTouch: false, maxVolumeShare: undefined }, [series.instrument]);
}

const order = (id: string, type: 'market' | 'limit' = 'market') =>
  approved(series.instrument, { id, type, side: 'buy', quantity: 1, limitPrice: type === 'limit' ? 50 : undefined });

/** A broker whose log has a fill and a cancellation, with an order open. */
async function busy(): Promise<PaperBroker> {
  const broker = brokerOf();
  const cursor = new BarCursor(series);
  for (const id of ['filled', 'open', 'cancelled'])
    await broker.submit(order(id, id === 'filled' ? 'market' : 'limit'));
  BarCursor.move(cursor, 0);
  broker.observe([cursor]);
  await broker.cancel('cancelled', 'never mind');
  return broker;
}

async function read(broker: PaperBroker, after: number, count: number): Promise<BrokerEvent[]> {
  const enough = new AbortController();
  const seen: BrokerEvent[] = [];
  for await (const event of broker.events(after, enough.signal)) {
    if (seen.push(event) === count) enough.abort();
  }
  return seen;
}

const again = (broker: PaperBroker): PaperBroker => {
  const next = brokerOf();
  next.restore(JSON.parse(JSON.stringify(broker.snapshot())));
  return next;
};

describe('a paper broker taken up again', () => {
  it('has the book, the open orders, and the events that nobody let go of', async () => {
    const broker = await busy();
    const next = again(broker);
    expect(await next.account()).toEqual(await broker.account());
    expect((await next.orders()).map(({ order: { clientOrderId } }) => clientOrderId)).toEqual(['open']);
    expect(await read(next, 0, 2)).toEqual(await read(broker, 0, 2));
    await next.cancel('open', 'late');
    expect((await read(next, 2, 1))[0], 'cancelled at the latest close it saw').toMatchObject({
      cursor: 3,
      clientOrderId: 'open',
      at: 86_400_000,
    });
  });

  it('goes on counting where events were let go of', async () => {
    const broker = await busy();
    broker.forgetEvents(1);
    const next = again(broker);
    expect(await read(next, 1, 1)).toMatchObject([{ cursor: 2, type: 'cancelled' }]);
    next.forgetEvents(99);
    expect(next.observe([])).toBe(2);
    await next.cancel('open', 'late');
    expect(await read(next, 2, 1)).toMatchObject([{ cursor: 3 }]);
    await expect(read(next, 1, 1)).rejects.toThrow('Events of the paper broker are kept from number 3 on; number 2');
  });

  it.each<[string, (saved: { log: Json[] }) => Json]>([
    ['nothing', () => null],
    ['a gap in its events', (saved) => ({ ...saved, log: saved.log.slice(1) })],
    ['an exchange that cannot be read', (saved) => ({ ...saved, exchange: {} })],
  ])('halts at a state that does not fit, and changes nothing: %s', async (_, spoil) => {
    const saved = JSON.parse(JSON.stringify((await busy()).snapshot()));
    const next = brokerOf();
    const before = next.snapshot();
    expect(() => next.restore(spoil(saved))).toThrow(
      expect.objectContaining({ code: 'brokers.bad-snapshot', kind: 'halt' }),
    );
    expect(next.snapshot()).toEqual(before);
  });
});
