import { randomUUID } from 'node:crypto';
import type { Json } from '@candor/domain/json';
import type { EventBus } from '@candor/domain/ports/event-bus';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeWithRedis } from '../../../../../tests/services/describe-with-redis.ts';
import { RedisConnection } from '../redis-connection.ts';
import { MemoryEventBus } from './memory-event-bus.ts';
import { RedisEventBus } from './redis-event-bus.ts';

interface Pair {
  /** Two ends of one bus: two processes, or one. */
  readonly here: EventBus;
  readonly there: EventBus;
  readonly troubles: readonly unknown[];
}

/** Listens until the bus is known to carry: a subscription may take a moment to reach it. */
async function listen(bus: EventBus, channel: string, from: EventBus): Promise<{ heard: Json[]; leave: () => void }> {
  const heard: Json[] = [];
  const leave = bus.subscribe(channel, (message) => heard.push(message));
  await expect
    .poll(() => {
      from.publish(channel, 'probe');
      return heard.length;
    })
    .toBeGreaterThan(0);
  from.publish(channel, 'now');
  await expect.poll(() => heard.at(-1)).toBe('now');
  heard.length = 0;
  return { heard, leave };
}

function holdsAsEventBus(open: () => Pair): void {
  let pair: Pair;
  beforeAll(() => {
    pair = open();
  });
  afterAll(async () => {
    await pair.here.close();
    await pair.there.close();
  });

  it('carries what is published to everyone on the channel, whole and in order, and to nobody else', async () => {
    const { here, there } = pair;
    const [first, second, other] = await Promise.all([
      listen(there, 'orders', here),
      listen(here, 'orders', here),
      listen(there, 'fills', here),
    ]);
    first.heard.length = 0;
    second.heard.length = 0;
    const messages: Json[] = [{ id: 'é€𝄞', quantity: 1.5, tags: [null, true, ''] }, [], 0, 'text', null];
    for (const message of messages) here.publish('orders', message);
    await expect.poll(() => [first.heard, second.heard]).toEqual([messages, messages]);
    expect(other.heard).toEqual([]);
    for (const { leave } of [first, second, other]) leave();
  });

  it('lets its publisher go on before anybody hears', async () => {
    const { heard, leave } = await listen(pair.here, 'turns', pair.here);
    pair.here.publish('turns', 1);
    expect(heard).toEqual([]);
    await expect.poll(() => heard).toEqual([1]);
    leave();
  });

  it('says nothing more to who has left, and goes on saying it to who stays', async () => {
    const gone = await listen(pair.there, 'bars', pair.here);
    const stays = await listen(pair.there, 'bars', pair.here);
    gone.heard.length = 0;
    gone.leave();
    gone.leave();
    pair.here.publish('bars', 1);
    await expect.poll(() => stays.heard).toEqual([1]);
    expect(gone.heard).toEqual([]);
    stays.leave();
  });

  it('hears again on a channel that everybody had left', async () => {
    (await listen(pair.there, 'quotes', pair.here)).leave();
    const { heard, leave } = await listen(pair.there, 'quotes', pair.here);
    pair.here.publish('quotes', 2);
    await expect.poll(() => heard).toEqual([2]);
    leave();
  });

  it('does not let one listener’s failure keep another from hearing', async () => {
    const leaveFailing = pair.there.subscribe('journal', () => {
      throw new Error('This listener fails.');
    });
    const { heard, leave } = await listen(pair.there, 'journal', pair.here);
    pair.here.publish('journal', 3);
    await expect.poll(() => heard).toEqual([3]);
    expect(pair.troubles.length).toBeGreaterThan(0);
    leaveFailing();
    leave();
  });

  it('takes a message that nobody listens for', () => {
    expect(() => pair.here.publish('nobody', { here: true })).not.toThrow();
  });

  it('is silent once closed', async () => {
    const { here, there } = open();
    const { heard } = await listen(there, 'late', here);
    await there.close();
    const witness = await listen(pair.there, 'late', pair.here);
    for (const bus of [here, there, pair.here]) bus.publish('late', 1);
    await expect.poll(() => witness.heard).toContain(1);
    expect(heard).toEqual([]);
    witness.leave();
    await here.close();
  });
}

describe('the event bus in memory', () => {
  holdsAsEventBus(() => {
    const troubles: unknown[] = [];
    const bus = new MemoryEventBus((error) => troubles.push(error));
    return { here: bus, there: bus, troubles };
  });
});

describeWithRedis('the event bus over Redis', (url) => {
  const connections: RedisConnection[] = [];
  afterAll(() => {
    for (const connection of connections) connection.close();
  });
  const prefix = `${randomUUID()}:`;
  holdsAsEventBus(() => {
    const troubles: unknown[] = [];
    const end = (): EventBus => {
      const redis = new RedisConnection({ url, health: { report: () => {} } });
      connections.push(redis);
      return new RedisEventBus({ redis, prefix, onTrouble: (error) => troubles.push(error), onLost: () => {} });
    };
    return { here: end(), there: end(), troubles };
  });
});
