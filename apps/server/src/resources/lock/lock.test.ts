import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { CandorError } from '@candor/domain/candor-error';
import type { Lock } from '@candor/domain/ports/lock';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeWithRedis } from '../../../../../tests/services/describe-with-redis.ts';
import { RedisConnection } from '../redis-connection.ts';
import { MemoryLock } from './memory-lock.ts';
import { RedisLock } from './redis-lock.ts';

const TTL_MS = 10_000;

/** Takes the lock and holds it until told to let go. */
async function holdUntilTold(lock: Lock, name: string, ttlMs = TTL_MS) {
  const taken = Promise.withResolvers<AbortSignal>();
  const told = Promise.withResolvers<void>();
  const ended = lock.hold(name, ttlMs, async (signal) => {
    taken.resolve(signal);
    await told.promise;
  });
  ended.catch(taken.reject);
  const signal = await taken.promise;
  const letGo = (): Promise<void> => {
    told.resolve();
    return ended;
  };
  return { signal, letGo };
}

function holdsAsLock(opened: () => { readonly mine: Lock; readonly theirs: Lock }): void {
  it('hands back what the work returns, and what it throws', async () => {
    const { mine } = opened();
    expect(await mine.hold('result', TTL_MS, async () => 7)).toBe(7);
    const failure = new Error('The work failed.');
    await expect(mine.hold('result', TTL_MS, () => Promise.reject(failure))).rejects.toBe(failure);
  });

  it('refuses a name that is held, as a conflict that names it', async () => {
    const { mine, theirs } = opened();
    const held = await holdUntilTold(mine, 'session 1');
    for (const lock of [mine, theirs]) {
      const attempt = lock.hold('session 1', TTL_MS, async () => 'ran');
      await expect(attempt).rejects.toMatchObject({ code: 'lock.taken', kind: 'conflict' });
      await expect(attempt).rejects.toThrow('session 1');
    }
    await held.letGo();
  });

  it('is free again after the work, however that ended', async () => {
    const { mine, theirs } = opened();
    await mine.hold('reused', TTL_MS, async () => {});
    await mine.hold('reused', TTL_MS, () => Promise.reject(new Error('The work failed.'))).catch(() => {});
    expect(await theirs.hold('reused', TTL_MS, async () => 'ran')).toBe('ran');
  });

  it('holds one name without holding another', async () => {
    const { mine, theirs } = opened();
    const held = await holdUntilTold(mine, 'account 1');
    expect(await theirs.hold('account 2', TTL_MS, async () => 'ran')).toBe('ran');
    await held.letGo();
  });

  it('lets exactly one of many in at a time', async () => {
    const { mine, theirs } = opened();
    let inside = 0;
    let runs = 0;
    const attempt = async (lock: Lock): Promise<void> => {
      try {
        await lock.hold('crowded', TTL_MS, async () => {
          expect(++inside).toBe(1);
          await nextTurn();
          inside--;
          runs++;
        });
      } catch (error) {
        if (!(error instanceof CandorError) || error.code !== 'lock.taken') throw error;
        await nextTurn();
        await attempt(lock);
      }
    };
    await Promise.all(Array.from({ length: 20 }, (_, i) => attempt(i % 2 === 0 ? mine : theirs)));
    expect(runs).toBe(20);
  });

  it('is held for as long as the work takes, beyond the time of a lease', async () => {
    const { mine, theirs } = opened();
    const ttlMs = 60;
    const held = await holdUntilTold(mine, 'long', ttlMs);
    const from = performance.now();
    while (performance.now() < from + 4 * ttlMs) {
      await expect(theirs.hold('long', ttlMs, async () => {})).rejects.toMatchObject({ code: 'lock.taken' });
    }
    expect(held.signal.aborted).toBe(false);
    await held.letGo();
  });
}

describe('the lock in memory', () => {
  const lock = new MemoryLock();
  holdsAsLock(() => ({ mine: lock, theirs: lock }));
});

describeWithRedis('the lock in Redis', (url) => {
  const prefix = `${randomUUID()}:`;
  let connections: RedisConnection[];
  beforeAll(async () => {
    connections = [0, 1].map(() => new RedisConnection({ url, health: { report: () => {} } }));
    await Promise.all(connections.map((connection) => connection.whenUp(5000)));
  });
  afterAll(() => {
    for (const connection of connections) connection.close();
  });
  const lockOver = (i: number): Lock => new RedisLock(connections[i]!.client, prefix);
  holdsAsLock(() => ({ mine: lockOver(0), theirs: lockOver(1) }));

  it('is free again when the time of a holder that died is over', async () => {
    const dying = new RedisConnection({ url, health: { report: () => {} } });
    await dying.whenUp(5000);
    const held = await holdUntilTold(new RedisLock(dying.client, prefix), 'orphan', 100);
    dying.close();
    await expect
      .poll(() =>
        lockOver(0)
          .hold('orphan', 100, async () => 'ran')
          .catch(() => 'taken'),
      )
      .toBe('ran');
    expect(held.signal.aborted, 'who lost the lease knows it').toBe(true);
    await expect(held.letGo()).rejects.toMatchObject({ code: 'lock.lost', kind: 'retry' });
  });

  it('neither renews nor releases a name that has become another’s', async () => {
    const held = await holdUntilTold(lockOver(0), 'stolen', 60);
    await connections[1]!.client.set(`${prefix}lock:stolen`, 'another');
    await expect.poll(() => held.signal.aborted).toBe(true);
    await expect(held.letGo()).rejects.toMatchObject({ code: 'lock.lost' });
    expect(await connections[1]!.client.get(`${prefix}lock:stolen`)).toBe('another');
    await connections[1]!.client.del(`${prefix}lock:stolen`);
  });
});
