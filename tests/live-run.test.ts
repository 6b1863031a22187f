import type { FeedBar } from '@candor/domain/ports/bar-feed';
import { createRng } from '@candor/domain/rng';
import { flat, long } from '@candor/domain/signal';
import type { MarketReplay } from '@candor/market-data/market-replay';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { approved } from './approved.ts';
import { busy, eventually, type Life, never, startLife, undisturbed, walk } from './live-life.ts';
import { MemoryTurnStore } from './memory-turn-store.ts';
import { at, dailyBars, flatRows, type RunWish, scripted } from './scripted-run.ts';

/** Runs with a process that dies at each of these turns, before it is written or after, until one comes to the end. */
async function withCrashes(
  wish: () => RunWish,
  crashes: readonly { readonly turn: number; readonly isWritten: boolean }[],
  optionsOf: (life: number) => Parameters<typeof startLife>[2] = () => ({}),
): Promise<MemoryTurnStore> {
  const store = new MemoryTurnStore();
  for (let life = 0; ; life++) {
    const crash = crashes[life];
    const died = new Promise<'died'>((resolve) => {
      store.fault = (turn) => {
        if (crash === undefined || turn.number < crash.turn) return 'none';
        if (turn.number === crash.turn && crash.isWritten) return 'none';
        resolve('died');
        return never;
      };
      store.onWritten = (turn) => {
        if (turn.number !== crash?.turn) return;
        // From here on whatever this process does is lost.
        store.fault = () => never;
        resolve('died');
      };
    });
    const { ended } = startLife(store, wish, optionsOf(life));
    const end = await Promise.race([ended, died]);
    if (end !== 'died') {
      expect(end).toEqual({ how: 'finished', reason: undefined });
      return store;
    }
    if (store.state === 'finished') return store;
  }
}

describe('a run that is killed', () => {
  it('comes to the same end whichever turn it dies at, before the turn is written or after', async () => {
    const wish = busy(3);
    const whole = await undisturbed(wish);
    expect(whole.turn, 'or the law says little').toBeGreaterThan(20);
    expect(whole.fills.length).toBeGreaterThan(15);
    expect([...whole.orders.values()].some(({ state }) => state.status === 'cancelled')).toBe(true);
    for (let turn = 1; turn <= whole.turn; turn++) {
      for (const isWritten of [false, true]) {
        const again = await withCrashes(wish, [{ turn, isWritten }]);
        expect(again.digest(), `killed ${isWritten ? 'after' : 'before'} turn ${turn}`).toEqual(whole.digest());
      }
    }
  });

  it('comes to the same end when it dies at every turn, one after another', async () => {
    const wish = busy(5, 40);
    const whole = await undisturbed(wish);
    const crashes = Array.from({ length: 3 * whole.turn }, (_, i) => ({ turn: i + 1, isWritten: true }));
    expect((await withCrashes(wish, crashes)).digest()).toEqual(whole.digest());
  });

  it('comes to the same end at any speed, with any lengths of turns and any deaths', async () => {
    const ends = new Map<number, unknown>();
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.record({ turn: fc.integer({ min: 1, max: 40 }), isWritten: fc.boolean() }), { maxLength: 6 }),
        fc.array(fc.constantFrom(0.2, 3, 40, 333, 1_000), { minLength: 1, maxLength: 7 }),
        async (seed, crashes, speeds) => {
          const wish = busy(seed, 40);
          if (!ends.has(seed)) ends.set(seed, (await undisturbed(wish)).digest());
          const again = await withCrashes(wish, crashes, (life) => ({ barsPerSecond: speeds[life % speeds.length]! }));
          expect(again.digest()).toEqual(ends.get(seed));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('begins after its history again, which is shown and not decided upon', async () => {
    const wish = busy(7);
    const whole = await undisturbed(wish, { startAt: 20 });
    expect(whole.equity).toHaveLength(40);
    expect(whole.events.every((event) => event.at > whole.equity[0]!.at - 1)).toBe(true);
    const again = await withCrashes(
      wish,
      [
        { turn: 1, isWritten: false },
        { turn: 5, isWritten: true },
      ],
      () => ({
        startAt: 20,
      }),
    );
    expect(again.digest()).toEqual(whole.digest());
  });

  it('gathers steps without orders, and says the same as one that writes each', async () => {
    const quiet = () => ({ series: [walk(9, 300)], script: at({ 10: long({ confidence: 1, reason: 'up' }) }) });
    const fast = await undisturbed(quiet, { barsPerSecond: 1_000 });
    const slow = await undisturbed(quiet, { barsPerSecond: 1 });
    expect(fast.turn).toBeLessThan(20);
    expect(slow.turn).toBeGreaterThan(290);
    expect(fast.digest()).toEqual(slow.digest());
  });
});

describe('the store of turns', () => {
  it('may be slow, fail again and again, and lose its answers: nothing is lost or doubled, and the order of things stays', async () => {
    const wish = busy(11);
    const whole = await undisturbed(wish);
    const store = new MemoryTurnStore();
    const rng = createRng(4);
    store.fault = async () => {
      for (let i = rng.index(5); i > 0; i--) await new Promise((resolve) => setImmediate(resolve));
      return (['refuse', 'lose-answer', 'none'] as const)[rng.index(3)]!;
    };
    expect((await startLife(store, wish).ended).how).toBe('finished');
    expect(store.digest()).toEqual(whole.digest());
    expect(store.asked.length).toBeGreaterThan(1.5 * store.turn);
    expect(store.asked, 'never a later turn before an earlier one').toEqual(store.asked.toSorted((a, b) => a - b));
  });

  it('holds the feed and all orders while it is away, which the status says, and goes on when it is back', async () => {
    const store = new MemoryTurnStore();
    store.fault = (turn) => (turn.number === 3 ? 'refuse' : 'none');
    const { runner, ended, broker } = startLife(store, busy(3));
    await eventually(() => expect(runner.status().waitingFor).toBe('turn 3 to be written: The store is away.'));
    const { position } = runner.status();
    const before = store.asked.length;
    await eventually(() => expect(store.asked.length).toBeGreaterThan(before + 5));
    expect(runner.status()).toMatchObject({ position, turn: 2, state: 'running' });
    const sent = (await broker.orders()).map(({ order }) => order.clientOrderId);
    expect(
      sent.every((id) => store.orders.has(id)),
      'nothing is sent that is not written',
    ).toBe(true);
    store.fault = () => 'none';
    expect((await ended).how).toBe('finished');
    expect(store.digest()).toEqual((await undisturbed(busy(3))).digest());
  });

  it('never learns of an order after the broker does', async () => {
    const store = new MemoryTurnStore();
    const early: string[] = [];
    const life: Life = startLife(store, busy(3));
    const { broker } = life;
    const submit = broker.submit.bind(broker);
    broker.submit = (order) => {
      const row = store.orders.get(order.clientOrderId);
      if (row === undefined || row.isSent) early.push(order.clientOrderId);
      return submit(order);
    };
    await life.ended;
    expect(store.orders.size).toBeGreaterThan(20);
    expect(early).toEqual([]);
    expect(
      [...store.orders.values()].every(({ isSent }) => isSent),
      'answered by the broker in the end',
    ).toBe(true);
  });

  it('stops a run at once that has lost its session to another owner', async () => {
    const store = new MemoryTurnStore();
    const taken = new Promise<Life>((resolve) => {
      store.onWritten = ({ number }) => {
        if (number === 4) resolve(startLife(store, busy(3)));
      };
    });
    const first = startLife(store, busy(3));
    const second = await taken;
    expect(await first.ended).toMatchObject({ how: 'stale' });
    const sent = (await first.broker.orders()).length;
    expect((await second.ended).how).toBe('finished');
    expect((await first.broker.orders()).length, 'no effect after that').toBe(sent);
    expect(store.digest()).toEqual((await undisturbed(busy(3))).digest());
  });

  it('ends a run that it breaks for good, with the reason', async () => {
    const store = new MemoryTurnStore();
    store.fault = (turn) => (turn.number === 2 ? 'break' : 'none');
    expect(await startLife(store, busy(3)).ended).toEqual({ how: 'failed', reason: 'The store is broken.' });
    expect([store.turn, store.state]).toEqual([1, 'running']);
  });
});

describe('a run that is suspended', () => {
  it('has everything written, and the next one goes on to the same end', async () => {
    const wish = busy(3);
    const whole = await undisturbed(wish);
    const store = new MemoryTurnStore();
    let lives = 0;
    const isFinished = (): boolean => store.state === 'finished';
    for (; !isFinished(); lives++) {
      const until = store.turn + 4;
      const life = startLife(store, wish);
      store.onWritten = ({ number }) => {
        if (number === until) life.runner.suspend();
      };
      const { how } = await life.ended;
      expect(how).toBe(isFinished() ? 'finished' : 'suspended');
      expect(store.position, 'what was seen is written').toBe(life.feed.position);
    }
    expect(lives).toBeGreaterThan(5);
    expect(store.digest()).toEqual(whole.digest());
  });

  it('does not wait for a store that is away: what is not written is done again', async () => {
    const store = new MemoryTurnStore();
    store.fault = (turn) => (turn.number === 5 ? 'refuse' : 'none');
    const { runner, ended } = startLife(store, busy(3));
    await eventually(() => expect(runner.status().waitingFor).toBeDefined());
    runner.suspend();
    expect(await ended).toMatchObject({ how: 'suspended' });
    store.fault = () => 'none';
    await startLife(store, busy(3)).ended;
    expect(store.digest()).toEqual((await undisturbed(busy(3))).digest());
  });
});

describe('a run in which something goes wrong', () => {
  const bars = dailyBars(flatRows(100, 8));
  const holding = at({ 1: long({ confidence: 1, reason: 'up', stop: 95 }), 6: flat({ reason: 'enough' }) });
  const failing = (bar: number) => () => ({
    series: [bars],
    createStrategy: scripted((view, context) => {
      if (view.index === bar) throw new TypeError('nothing is undefined');
      return holding(view, context);
    }),
  });

  it('is interrupted by a strategy that throws, with the place of it; positions stay and entries are halted', async () => {
    const store = new MemoryTurnStore();
    const { ended } = startLife(store, failing(4));
    const end = await ended;
    expect(end).toMatchObject({
      how: 'interrupted',
      reason: expect.stringMatching(/TypeError.*live-run\.test\.ts, line \d+/),
    });
    expect(store).toMatchObject({ state: 'interrupted', reason: end.reason, position: 5 });
    expect(store.positions).toMatchObject([{ sleeveId: 'sleeve-0', quantity: 100 }]);
    expect(store.halts).toMatchObject([{ level: 'entries', code: 'SESSION_INTERRUPTED', until: 'manual' }]);
    expect(store.equity, 'what came before it is kept, and the bar itself').toHaveLength(5);
  });

  it('has the same end when it is killed on the way to it', async () => {
    const whole = new MemoryTurnStore();
    await startLife(whole, failing(4)).ended;
    for (let turn = 1; turn <= whole.turn; turn++) {
      const store = new MemoryTurnStore();
      store.fault = (given) => (given.number < turn ? 'none' : never);
      startLife(store, failing(4));
      await eventually(() => expect(store.asked.at(-1)).toBe(turn));
      store.fault = () => 'none';
      expect((await startLife(store, failing(4)).ended).how).toBe('interrupted');
      expect(store.digest()).toEqual(whole.digest());
    }
  });

  it('is interrupted by a strategy whose state cannot be saved, and is left as it was written last', async () => {
    const store = new MemoryTurnStore();
    const { ended } = startLife(store, () => ({
      series: [bars],
      createStrategy: () => ({
        onBar: (view, context) => holding(view, context),
        snapshot: () => {
          if (store.turn === 2) throw new RangeError('not a number in my memory');
          return null;
        },
        restore: () => {},
      }),
    }));
    expect(await ended).toMatchObject({
      how: 'interrupted',
      reason: expect.stringContaining('not a number in my memory'),
    });
    expect(store.state).toBe('interrupted');
  });

  it('is interrupted by a broker that reports an order which is not its own', async () => {
    const store = new MemoryTurnStore();
    const { ended, broker } = startLife(store, () => ({ series: [bars] }), { barsPerSecond: 20 });
    await broker.submit(approved(bars.instrument, { id: 'stranger', type: 'market', side: 'buy', quantity: 1 }));
    expect(await ended).toEqual({
      how: 'interrupted',
      reason: 'Order stranger is not one this session has on its way.',
    });
  });

  it('is interrupted by a clock that fails', async () => {
    const clock = { now: () => 1_000, until: () => Promise.reject(new Error('the clock fell off the wall')) };
    const { ended } = startLife(new MemoryTurnStore(), () => ({ series: [bars] }), { clock });
    expect(await ended).toMatchObject({ how: 'interrupted', reason: expect.stringContaining('fell off the wall') });
  });

  it('is interrupted by a bar that comes twice, and passes over those of other instruments', async () => {
    const repeating = (bar: number) => (feed: MarketReplay) => {
      let latest: readonly FeedBar[] | undefined;
      const take = (): readonly FeedBar[] | undefined => {
        if (feed.position === bar && latest !== undefined) return latest;
        const taken = feed.take();
        if (taken === undefined) return undefined;
        latest = [{ symbol: 'ELSE', bar: taken[0]!.bar }, ...taken];
        return latest;
      };
      return new Proxy<MarketReplay>(feed, {
        get: (target, name) => {
          if (name === 'take') return take;
          const value: unknown = Reflect.get(target, name, target);
          return typeof value === 'function' ? value.bind(target) : value;
        },
      });
    };
    const store = new MemoryTurnStore();
    const { ended } = startLife(store, () => ({ series: [bars] }), { feed: repeating(3) });
    expect(await ended).toMatchObject({
      how: 'interrupted',
      reason: expect.stringContaining('not after the last one'),
    });
    expect(store.equity).toHaveLength(3);
  });
});
