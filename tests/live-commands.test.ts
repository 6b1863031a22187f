import { CandorError } from '@candor/domain/candor-error';
import type { HandOrder } from '@candor/engine/hand-order';
import type { LiveRunner } from '@candor/engine/live-runner';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { busy, eventually, type Life, never, startLife, undisturbed } from './live-life.ts';
import { MemoryTurnStore } from './memory-turn-store.ts';
import { dailyBars, flatRows, type RunWish } from './scripted-run.ts';

const still = (): RunWish => ({ series: [dailyBars(flatRows(100, 30), { symbol: 'AAA' })] });
const buy = (order: Partial<HandOrder> = {}): HandOrder => ({
  symbol: 'AAA',
  side: 'buy',
  quantity: 10,
  type: 'market',
  timeInForce: 'gtc',
  ...order,
});

/** Starts a session that stands still at a bar. */
async function pausedAt(
  position: number,
  wish = still,
  store = new MemoryTurnStore(),
): Promise<Life & { store: MemoryTurnStore }> {
  const life = startLife(store, wish);
  await life.runner.pause();
  await life.runner.step(Math.max(1, position - life.feed.position));
  return { ...life, store };
}

describe('a command to a running session', () => {
  it('is written before it is answered', async () => {
    const { runner, store } = await pausedAt(3);
    const turn = store.turn;
    await runner.halt('entries', { code: 'BY_HAND', reason: 'wait' });
    expect(store.turn).toBe(turn + 1);
    expect(store.halts).toMatchObject([{ code: 'BY_HAND', until: 'manual' }]);
    expect(store.events.at(-1)).toMatchObject({ type: 'halted', at: store.equity.at(-1)?.at });
  });

  it('lands within one step, however fast the feed is, and while it is paused', async () => {
    const store = new MemoryTurnStore();
    const { runner, feed, ended } = startLife(store, busy(3, 200));
    await eventually(() => expect(feed.position).toBeGreaterThan(5));
    const { position } = feed;
    const halting = runner.halt('all', { code: 'BY_HAND', reason: 'stop it' });
    await halting;
    const halted = store.events.find(({ type }) => type === 'halted');
    const steps = store.equity.filter(({ at }) => at <= halted!.at).length;
    expect(steps - position, 'steps that were made before it landed').toBeLessThanOrEqual(1);
    expect((await ended).how).toBe('finished');
    const after = store.events.filter(({ type, seq }) => type === 'order-approved' && seq > halted!.seq);
    expect(after, 'nothing was let through').toEqual([]);
  });

  it('takes back what works when it halts: entries, or everything that is not on its way out', async () => {
    for (const level of ['entries', 'all'] as const) {
      const { runner, store, feed } = await pausedAt(3);
      await runner.placeOrder(buy({ stopLossPrice: 90 }));
      await runner.step(1);
      const waiting = await runner.placeOrder(buy({ type: 'limit', limitPrice: 50 }));
      await runner.halt(level, { code: 'BY_HAND', reason: 'enough' });
      await runner.step(1);
      const statusOf = (i: number) => [...store.orders.values()][i]?.state;
      expect(waiting).toEqual({ ok: true, clientOrderIds: ['run-3'] });
      expect([statusOf(0)?.status, statusOf(2)?.status]).toEqual(['filled', 'cancelled']);
      expect(statusOf(1)?.status, 'the stop').toBe(level === 'all' ? 'cancelled' : 'working');
      expect(store.positions).toMatchObject([{ quantity: 10 }]);
      expect(feed.position).toBe(5);
    }
  });

  it('is refused with its reason, and nothing of it is kept', async () => {
    const { runner, store } = await pausedAt(3);
    await expect(runner.placeOrder(buy({ quantity: -1 }))).rejects.toMatchObject({ code: 'engine.bad-order' });
    await expect(runner.cancelOrder('nobody')).rejects.toMatchObject({ kind: 'not-found' });
    await expect(runner.resumeTrading({ by: '', reason: '' })).rejects.toMatchObject({ code: 'risk.unnamed-resume' });
    await runner.halt('entries', { code: 'BY_HAND', reason: 'wait' });
    expect(await runner.placeOrder(buy())).toMatchObject({
      ok: false,
      refused: { denials: [{ code: 'HALT_ENTRIES' }] },
    });
    await runner.resumeTrading({ by: 'Ada', reason: 'looked at it' });
    expect(await runner.placeOrder(buy())).toMatchObject({ ok: true });
    expect(store.events.map(({ type }) => type)).toEqual(['halted', 'order-refused', 'resumed', 'order-approved']);
  });

  it('steps by hand only while it is paused, and not past the end', async () => {
    const { runner, store, ended } = await pausedAt(3);
    await runner.step(2);
    expect(store.position).toBe(5);
    await runner.resume();
    await expect(runner.step(1)).rejects.toMatchObject({ code: 'trading.not-paused' });
    expect((await ended).how).toBe('finished');
    await expect(runner.step(1)).rejects.toMatchObject({ code: 'trading.session-over' });
    const other = await pausedAt(20);
    await other.runner.step(1_000);
    expect(await other.ended).toMatchObject({ how: 'finished' });
    expect(other.store.position).toBe(30);
  });

  it('pauses and resumes, and a paused session is paused for its next owner too', async () => {
    const { runner, store, ended, feed } = await pausedAt(4);
    expect([store.state, runner.status().state]).toEqual(['paused', 'paused']);
    runner.suspend();
    expect((await ended).how).toBe('suspended');
    const next = startLife(store, still);
    await next.runner.step(1);
    expect([store.position, store.state, feed.position]).toEqual([5, 'paused', 4]);
    await next.runner.resume();
    expect((await next.ended).how).toBe('finished');
    expect(store.state).toBe('finished');
  });
});

describe('stopping', () => {
  it('ends the session where it stands: entries are taken back, positions and their protection stay', async () => {
    const { runner, store, ended } = await pausedAt(3);
    await runner.placeOrder(buy({ stopLossPrice: 90 }));
    await runner.step(1);
    await runner.placeOrder(buy({ type: 'limit', limitPrice: 50 }));
    await runner.stop({ by: 'Ada', flatten: false });
    expect(await ended).toEqual({ how: 'stopped', reason: 'stopped by Ada' });
    expect(store).toMatchObject({ state: 'stopped', position: 4, halts: [] });
    expect([...store.orders.values()].map(({ state }) => state.status)).toEqual(['filled', 'working', 'cancelled']);
  });

  it('sells everything first when asked to, lets no strategy buy again, and halts nobody afterwards', async () => {
    const store = new MemoryTurnStore();
    const { runner, ended } = startLife(store, busy(3, 300));
    await eventually(() => expect(store.positions.some(({ quantity }) => quantity !== 0)).toBe(true));
    await runner.stop({ by: 'Ada', flatten: true });
    await expect(runner.placeOrder(buy())).rejects.toMatchObject({ code: 'trading.session-over' });
    expect(await ended).toEqual({ how: 'stopped', reason: 'stopped by Ada' });
    expect(store.positions.every(({ quantity }) => quantity === 0)).toBe(true);
    expect(
      [...store.orders.values()].every(({ state }) => !['working', 'partially-filled'].includes(state.status)),
    ).toBe(true);
    expect(store.halts).toEqual([]);
    expect(store.position).toBeLessThan(300);
  });

  it('sells everything also when it was paused, and when it is killed on the way', async () => {
    const sold = async (dies: number | undefined) => {
      const { runner, store, ended } = await pausedAt(5, busy(3, 60));
      const turn = store.turn;
      const died = new Promise<'died'>((resolve) => {
        store.fault = (given) => {
          if (dies === undefined || given.number <= turn + dies) return 'none';
          resolve('died');
          return never;
        };
      });
      const stopping = runner.stop({ by: 'Ada', flatten: true }).catch(() => 'unheard');
      if ((await Promise.race([ended, died])) === 'died') {
        store.fault = () => 'none';
        const next = startLife(store, busy(3, 60));
        if (dies === 0) await next.runner.stop({ by: 'Ada', flatten: true });
        expect((await next.ended).how).toBe('stopped');
      } else await stopping;
      return store;
    };
    const whole = await sold(undefined);
    expect(whole.positions.every(({ quantity }) => quantity === 0)).toBe(true);
    for (const dies of [0, 1, 2]) expect((await sold(dies)).digest()).toEqual(whole.digest());
  });

  it('says so when the feed ends before everything is sold, and halts nobody afterwards', async () => {
    const rows = [...flatRows(100, 29), ...flatRows(100, 1, 0)];
    const { runner, store, ended } = await pausedAt(3, () => ({ series: [dailyBars(rows, { symbol: 'AAA' })] }));
    await runner.placeOrder(buy());
    await runner.step(26);
    await runner.stop({ by: 'Ada', flatten: true });
    expect(await ended).toEqual({
      how: 'stopped',
      reason: 'stopped by Ada; the feed ended before everything was sold',
    });
    expect(store).toMatchObject({ state: 'stopped', halts: [], positions: [{ quantity: 10 }] });
  });
});

/** Something a person does at a bar. */
type Deed =
  | { readonly at: number; readonly do: 'halt' | 'resume-trading' | 'cancel' | 'pause' }
  | { readonly at: number; readonly do: 'order'; readonly order: HandOrder };

/** Does a deed as somebody who heard no answer and does it again: what was done already is no mistake. */
async function perform(runner: LiveRunner, deed: Deed, index: number): Promise<void> {
  try {
    if (deed.do === 'halt') await runner.halt('entries', { code: 'BY_HAND', reason: 'by the test' });
    else if (deed.do === 'resume-trading') await runner.resumeTrading({ by: 'Ada', reason: 'by the test' });
    else if (deed.do === 'cancel') await runner.cancelOrder(`hand-${index - 1}`);
    else if (deed.do === 'pause') await runner.pause();
    else if ('order' in deed) await runner.placeOrder({ ...deed.order, clientOrderId: `hand-${index}` });
  } catch (error) {
    if (!(error instanceof CandorError) || error.code === 'trading.session-over') throw error;
  }
}

/** Lets a person do their deeds at their bars, through any number of deaths; the process dies when the store has been asked so often. */
async function lived(
  wish: () => RunWish,
  deeds: readonly Deed[],
  deaths: readonly { asks: number; isWritten: boolean }[],
) {
  const store = new MemoryTurnStore();
  let done = 0;
  for (let life = 0; ; life++) {
    const death = deaths[life];
    let asks = 0;
    const died = new Promise<'died'>((resolve) => {
      store.fault = () => {
        if (death === undefined || ++asks < death.asks) return 'none';
        if (!death.isWritten || asks > death.asks) {
          resolve('died');
          return never;
        }
        return 'none';
      };
    });
    const { runner, feed, ended } = startLife(store, wish);
    const live = async (): Promise<'over'> => {
      if (store.state !== 'paused') await runner.pause();
      for (; done < deeds.length; done++) {
        const deed = deeds[done]!;
        if (feed.position < deed.at) await runner.step(deed.at - feed.position);
        await perform(runner, deed, done);
      }
      await runner.resume();
      await ended;
      return 'over';
    };
    if ((await Promise.race([live(), died])) === 'over') return store;
    if (store.state === 'finished') return store;
  }
}

describe('a session that people and deaths come to', () => {
  const order = fc.record({
    symbol: fc.constantFrom('AAA', 'BBB'),
    side: fc.constantFrom('buy' as const, 'sell' as const),
    quantity: fc.integer({ min: 1, max: 300 }),
    type: fc.constant('market' as const),
    timeInForce: fc.constantFrom('day' as const, 'gtc' as const),
  });
  const at = fc.integer({ min: 1, max: 38 });
  const deed: fc.Arbitrary<Deed> = fc.oneof(
    fc.record({
      at,
      do: fc.constantFrom('halt' as const, 'resume-trading' as const, 'cancel' as const, 'pause' as const),
    }),
    fc.record({ at, do: fc.constant('order' as const), order }),
  );
  const death = fc.record({ asks: fc.integer({ min: 1, max: 25 }), isWritten: fc.boolean() });

  it('comes to the same end as one that only people came to', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 3 }),
        fc.array(deed, { minLength: 1, maxLength: 8 }),
        fc.array(death, { minLength: 1, maxLength: 6 }),
        async (seed, wishes, deaths) => {
          const deeds = wishes.toSorted((a, b) => a.at - b.at);
          const whole = await lived(busy(seed, 40), deeds, []);
          const again = await lived(busy(seed, 40), deeds, deaths);
          expect(again.digest()).toEqual(whole.digest());
          for (const { type } of whole.events) seen.add(type);
        },
      ),
      { numRuns: 60 },
    );
    expect([...seen]).toEqual(
      expect.arrayContaining(['halted', 'resumed', 'order-refused', 'order-filled', 'order-cancelled']),
    );
  });

  it('that nobody comes to is the undisturbed one', async () => {
    expect((await lived(busy(2, 40), [], [])).digest()).toEqual((await undisturbed(busy(2, 40))).digest());
  });
});
