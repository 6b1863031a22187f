import { PaperBroker } from '@candor/brokers/paper/paper-broker';
import { toMicros } from '@candor/domain/money';
import type { Broker } from '@candor/domain/ports/broker';
import { long } from '@candor/domain/signal';
import { Tape } from '@candor/engine/tape';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { busy, eventually, startLife } from './live-life.ts';
import { MemoryTurnStore } from './memory-turn-store.ts';
import { type CallFate, OutsideVenue, TOO_LATE } from './outside-venue.ts';
import { at, dailyBars, flatRows, type RunWish, scriptedConfig } from './scripted-run.ts';

function venueOf(wish: RunWish): OutsideVenue {
  const { session, series, exchange } = scriptedConfig(wish);
  const { accountType, startCashUsd, instruments } = session;
  const options = { ...exchange, accountType, startCashMicros: toMicros(startCashUsd) };
  return new OutsideVenue(new PaperBroker(options, instruments), new Tape(instruments, series[0]!.timeframe));
}

/** What works and what is over at the venue, and in our rows. */
async function bothBooks(venue: OutsideVenue, store: MemoryTurnStore) {
  const theirs = await venue.paper.orders();
  const [account, positions] = [await venue.paper.account(), await venue.paper.positions()];
  const brief = (id: string, status: string, filled: number) => `${id} ${status} ${filled}`;
  return {
    venue: {
      orders: theirs.map((one) => brief(one.order.clientOrderId, one.status, one.filledQuantity)).toSorted(),
      cashMicros: account.cashMicros,
      positions: positions.map(({ symbol, quantity }) => `${symbol} ${quantity}`),
    },
    ours: {
      // A replacement that came too late was never an order there.
      orders: [...store.orders.values()]
        .filter(({ state }) => state.reason !== TOO_LATE)
        .map(({ state }) => brief(state.order.clientOrderId, state.status, state.filledQuantity))
        .toSorted(),
      cashMicros: store.account?.cashMicros,
      positions: store.account?.positions.map(({ symbol, quantity }) => `${symbol} ${quantity}`),
    },
  };
}

/** Steps through the bars at the venue, a new process after each death, and returns once both books have come to rest. */
async function livedThere(wish: () => RunWish, fates: readonly CallFate[], until: number) {
  const venue = venueOf(wish());
  const store = new MemoryTurnStore();
  let call = 0;
  for (;;) {
    let die: (how: 'died') => void = () => {};
    const died = new Promise<'died'>((resolve) => {
      die = resolve;
    });
    const broker = venue.connect(
      () => fates[call++] ?? 'fine',
      () => die('died'),
    );
    const { runner, feed } = startLife(store, wish, { broker, feed: (replay) => venue.watch(replay) });
    const live = async (): Promise<'at rest'> => {
      if (store.state !== 'paused') await runner.pause();
      while (feed.position < until) await runner.step(1);
      await eventually(async () => {
        const { venue: theirs, ours } = await bothBooks(venue, store);
        expect(ours).toEqual(theirs);
      });
      runner.suspend();
      return 'at rest';
    };
    if ((await Promise.race([live(), died])) === 'at rest') return { venue, store };
  }
}

describe('a session at a venue that calls by itself', () => {
  it('has the same book as the venue, and every order there once, whatever becomes of its calls and of its process', async () => {
    const fate = fc.constantFrom<CallFate>('fine', 'fine', 'lost', 'unheard', 'away', 'dies-before', 'dies-after');
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 9 }), fc.array(fate, { maxLength: 30 }), async (seed, fates) => {
        const { store, venue } = await livedThere(busy(seed, 40), fates, 38);
        expect(store.halts.map(({ reason }) => reason)).toEqual([]);
        const twice = [...venue.arrived].filter(([, times]) => times > 1).map(([id]) => id);
        expect(twice, 'never sent again once it had arrived').toEqual([]);
        expect(store.fills.length).toBeGreaterThan(3);
      }),
      { numRuns: 40 },
    );
  });

  it('settles an order of unknown fate by asking, and sends its protection only after it', async () => {
    const bars = dailyBars(flatRows(100, 6), { symbol: 'AAA' });
    const wish = () => ({ series: [bars], script: at({ 1: long({ confidence: 1, reason: 'up', stop: 95 }) }) });
    const venue = venueOf(wish());
    const store = new MemoryTurnStore();
    const fates: CallFate[] = ['unheard', 'away', 'away', 'fine', 'lost', 'fine', 'fine'];
    // It stays away until somebody has seen that it is waited for.
    let isSeen = false;
    const nextFate = (): CallFate => (fates[0] === 'away' && !isSeen ? 'away' : (fates.shift() ?? 'fine'));
    const broker = venue.connect(nextFate, vi.fn());
    const { runner } = startLife(store, wish, { broker, feed: (replay) => venue.watch(replay) });
    await runner.pause();
    const stepping = runner.step(3);
    await eventually(() => expect(runner.status().waitingFor).toMatch(/^the broker outside/));
    isSeen = true;
    expect(runner.status().position, 'the feed is held').toBe(2);
    await stepping;
    expect([...venue.arrived]).toEqual([
      ['run-1', 1],
      ['run-2', 1],
    ]);
    await eventually(() => expect(store.positions).toMatchObject([{ quantity: 100 }]));
    expect(runner.status().waitingFor).toBeUndefined();
  });

  it('lets a halt through while the venue is away', async () => {
    const bars = dailyBars(flatRows(100, 6), { symbol: 'AAA' });
    const wish = () => ({ series: [bars], script: at({ 1: long({ confidence: 1, reason: 'up', stop: 95 }) }) });
    const venue = venueOf(wish());
    const store = new MemoryTurnStore();
    let fate: CallFate = 'away';
    const { runner, ended } = startLife(store, wish, {
      broker: venue.connect(() => fate, vi.fn()),
      feed: (replay) => venue.watch(replay),
    });
    await eventually(() => expect(runner.status().waitingFor).toContain('The venue does not answer.'));
    await runner.halt('all', { code: 'BY_HAND', reason: 'something is wrong there' });
    expect(store.halts).toMatchObject([{ code: 'BY_HAND', level: 'all' }]);
    fate = 'fine';
    await eventually(async () =>
      expect((await venue.paper.orders()).map(({ status }) => status)).toEqual(['cancelled', 'cancelled']),
    );
    expect((await ended).how).toBe('finished');
    expect(store.fills).toEqual([]);
  });

  it('halts everything when the venue holds something else than we do, names the numbers and adopts nothing', async () => {
    const wish = () => ({ series: [dailyBars(flatRows(100, 12), { symbol: 'AAA' })] });
    const venue = venueOf(wish());
    const store = new MemoryTurnStore();
    const line = (change: Partial<Broker>): Broker => ({ ...venue.connect(() => 'fine', vi.fn()), ...change });
    const first = startLife(store, wish, { broker: line({}) });
    await first.runner.pause();
    await first.runner.step(3);
    first.runner.suspend();
    await first.ended;
    const { account } = store;
    const second = startLife(store, wish, {
      broker: line({
        positions: async () => [{ symbol: 'AAA', quantity: 7, averagePrice: 100, lastPrice: 100 }],
        account: async () => ({ ...account!, cashMicros: account!.cashMicros - 700_000_000 }),
      }),
    });
    await eventually(() => expect(store.halts).toHaveLength(1));
    expect(store.halts).toMatchObject([
      {
        level: 'all',
        code: 'RECONCILIATION_MISMATCH',
        reason:
          "the broker's book is not ours: we hold 0 AAA, the broker says 7; we have 100000 USD of cash, the broker says 99300 USD",
      },
    ]);
    expect(store.account).toEqual(account);
    expect(second.runner.status()).toMatchObject({ state: 'paused', waitingFor: undefined });
  });
});
