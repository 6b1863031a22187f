import { DEFAULT_COSTS } from '@candor/brokers/paper/costs';
import { type BarSeries, sliceBarSeries } from '@candor/domain/bar';
import { CandorError } from '@candor/domain/candor-error';
import type { Json } from '@candor/domain/json';
import type { Repositories, SessionRow, UnitOfWork } from '@candor/domain/ports/repositories';
import { type ManagerNotice, TradingManager } from '@candor/engine/trading-manager';
import type { TurnStore } from '@candor/engine/turn';
import { loadSeries } from '@candor/market-data/load-series';
import { bundled } from '@candor/market-data/providers/bundled';
import { DEFAULT_LIMITS } from '@candor/risk/default-limits';
import { MemoryEventBus } from '@candor/server/resources/event-bus/memory-event-bus';
import { fingerprintSeries } from '@candor/server/resources/fingerprint';
import { LIVE_CHANNEL } from '@candor/server/resources/live-topics';
import { createOwnStrategies } from '@candor/server/resources/own-strategies';
import { createSessionOpener } from '@candor/server/resources/session-opener';
import { sessionStateHash } from '@candor/server/resources/session-state-hash';
import { createTurnStore } from '@candor/server/resources/turn-store';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eventually, never } from './live-life.ts';
import { makeScratchFolder, removeScratchFolder, writeFiles } from './scratch-folder.ts';
import { openMemoryDatabase } from './storage/open-memory-database.ts';
import { accountRow, configurationRow, freshId } from './storage/rows.ts';
import { storageUnderTest } from './storage/storage-under-test.ts';
import { WalkingClock } from './walking-clock.ts';

const BARS = 80;
const { series: whole, provenance } = await loadSeries(bundled.open(), { symbol: 'AAPL', timeframe: '1d' });
const aapl = sliceBarSeries(whole, 0, BARS);

const storage = storageUnderTest(openMemoryDatabase);
const clock = new WalkingClock();
const bus = new MemoryEventBus((error) => {
  throw error;
});
let home: string;
let notices: ManagerNotice[] = [];
beforeAll(() => {
  home = makeScratchFolder('manager-');
});
afterAll(() => removeScratchFolder(home));
beforeEach(() => {
  notices = [];
});
afterEach(async () => {
  const managers = [...living];
  living.clear();
  for (const manager of managers) await manager.shutdown();
});

const living = new Set<TradingManager>();

/** Returns the manager of a process that starts now. */
function newManager(change: { unitOfWork?: UnitOfWork; store?: (store: TurnStore) => TurnStore } = {}): TradingManager {
  const unitOfWork = change.unitOfWork ?? storage().unitOfWork;
  const store = createTurnStore({ unitOfWork, bus, clock });
  const manager = new TradingManager({
    clock,
    store: change.store?.(store) ?? store,
    sessions: {
      find: (id) => unitOfWork.run(({ sessions }) => sessions.find(id)),
      list: (where) => unitOfWork.run(({ sessions }) => sessions.list(where)),
      claim: (id) => unitOfWork.run(({ sessions }) => sessions.claim(id)),
      update: (id, values) => unitOfWork.run(({ sessions }) => sessions.update(id, values)),
    },
    open: createSessionOpener({ unitOfWork, ownStrategies: createOwnStrategies(home, home), clock }),
    onNotice: (notice) => notices.push(notice),
  });
  living.add(manager);
  return manager;
}

/** Lets the process of a manager die: what it still does is lost, because its store never answers again. */
function kill(manager: TradingManager): void {
  living.delete(manager);
  manager.dispose();
}

interface Wish {
  readonly strategy?: string;
  readonly params?: Readonly<Record<string, Json>>;
  readonly bars?: BarSeries;
  readonly feed?: Partial<SessionRow['feed']>;
}

/** Writes everything a session needs, and the session; returns its id. */
async function prepare({ strategy = 'sma-crossover', params = { fast: 3, slow: 8 }, bars = aapl, feed }: Wish = {}) {
  const account = accountRow({ limits: DEFAULT_LIMITS, costs: DEFAULT_COSTS as unknown as Json });
  const configuration = configurationRow({
    strategy,
    params,
    sizing: { id: 'fixed-quantity', params: { quantity: 40 } },
  });
  const datasetId = freshId('bundled:AAPL:1d');
  const id = freshId('s');
  await storage().unitOfWork.run(async (repositories) => {
    await repositories.accounts.save(account);
    await repositories.strategyConfigurations.save(configuration);
    await repositories.instruments.save(bars.instrument);
    await repositories.bars.ingest(datasetId, bars, provenance);
    await repositories.sessions.create({
      id,
      accountId: account.id,
      name: 'A session',
      state: 'created',
      reason: undefined,
      feed: {
        kind: 'replay',
        timeframe: '1d',
        series: [{ symbol: 'AAPL', datasetId, sha256: fingerprintSeries(bars) }],
        from: bars.session[0]!,
        to: bars.session[bars.length - 1]!,
        barsPerSecond: 1_000,
        startAt: 0,
        ...feed,
      },
      sleeves: [
        {
          id: 'trend',
          configurationId: configuration.id,
          configurationVersion: 1,
          symbols: ['AAPL'],
          capitalShare: 1,
        },
      ],
      codeVersion: '0.1.0',
      epoch: 0,
      turn: 0,
      position: 0,
      length: bars.length,
      snapshot: undefined,
      account: undefined,
      createdAt: clock.now(),
      startedAt: undefined,
      endedAt: undefined,
    });
  });
  return { id, accountId: account.id, datasetId };
}

const read = <T>(work: (repositories: Repositories) => Promise<T>): Promise<T> => storage().unitOfWork.run(work);
const rowOf = async (id: string): Promise<SessionRow> => (await read(({ sessions }) => sessions.find(id)))!;
const hashOf = (id: string): Promise<string> => read((repositories) => sessionStateHash(repositories, id));
const until = (id: string, state: SessionRow['state']) =>
  eventually(async () => expect((await rowOf(id)).state).toBe(state));

describe('the TradingManager', () => {
  it('is one, known once it is made and not before, and leaves room when it is disposed of', () => {
    const none = expect.objectContaining({ code: 'trading.no-manager', message: expect.stringContaining('container') });
    expect(() => TradingManager.getInstance()).toThrow(none);
    const manager = newManager();
    expect(TradingManager.getInstance()).toBe(manager);
    expect(() => newManager()).toThrow(expect.objectContaining({ code: 'trading.second-manager' }));
    manager.dispose();
    expect(() => TradingManager.getInstance()).toThrow(none);
    const next = newManager();
    expect(TradingManager.getInstance()).toBe(next);
  });

  it('starts a session once, and names the state it is in when it is started again', async () => {
    const { id } = await prepare();
    const manager = newManager();
    const [one, two] = await Promise.allSettled([manager.start(id), manager.start(id)]);
    expect([one.status, two.status]).toEqual(['fulfilled', 'rejected']);
    await expect(manager.start(id)).rejects.toMatchObject({ code: 'trading.already-started', kind: 'conflict' });
    await until(id, 'finished');
    await expect(manager.start(id)).rejects.toMatchObject({ message: expect.stringContaining(`${id} is finished`) });
    await expect(manager.start('nobody')).rejects.toMatchObject({ kind: 'not-found' });
    await expect(manager.pause(id)).rejects.toMatchObject({ code: 'trading.not-running' });
    expect(manager.find(id)).toBeUndefined();
    expect(notices).toContainEqual({ sessionId: id, what: 'finished', reason: undefined });
    const row = await rowOf(id);
    expect(row).toMatchObject({ position: BARS, state: 'finished' });
    expect(row.endedAt).toBeGreaterThanOrEqual(row.startedAt!);
  });

  it('writes every order before it is sent, everything once, and a journal whose chain holds', async () => {
    const { id, accountId } = await prepare();
    const manager = newManager();
    await manager.start(id);
    await until(id, 'finished');
    const { account, orders, fills, equity, audit, trades } = await read(async (repositories) => ({
      account: (await repositories.sessions.find(id))!.account!,
      orders: (await repositories.orders.list({ limit: 1_000 }, { sessionId: id })).rows,
      fills: (await repositories.fills.list({ limit: 1_000 }, { sessionId: id })).rows,
      equity: (await repositories.equity.list(id, { limit: 1_000 })).rows,
      audit: await repositories.journal.audit(accountId),
      trades: await repositories.trades.list(id),
    }));
    expect(fills.length).toBeGreaterThan(5);
    expect(equity).toHaveLength(BARS);
    expect(audit).toMatchObject([{ ok: true }]);
    for (const { state, sentAt, recordedAt } of orders) {
      if (state.filledQuantity > 0) expect(sentAt).toBeGreaterThanOrEqual(recordedAt);
    }
    const gross = trades.reduce((sum, trade) => sum + trade.grossMicros, 0);
    expect(Math.abs(gross - account.realizedMicros)).toBeLessThan(100);
    const { startCashMicros, realizedMicros, unrealizedMicros, feesMicros, equityMicros } = account;
    expect(Math.abs(startCashMicros + realizedMicros + unrealizedMicros - feesMicros - equityMicros)).toBeLessThan(100);
    expect(equity.at(-1)?.equityMicros).toBe(equityMicros);
  });

  it('tells those who watch what was written, and nothing that was not', async () => {
    const { id } = await prepare();
    const heard: { topic: string; turn: number }[] = [];
    const leave = bus.subscribe(LIVE_CHANNEL, (message) => heard.push(message as unknown as (typeof heard)[number]));
    const manager = newManager();
    await manager.start(id);
    await until(id, 'finished');
    leave();
    const mine = heard.filter(({ topic }) => topic === 'sessions' || topic.startsWith(`sessions/${id}/`));
    const count = (topic: string) => mine.filter((message) => message.topic === `sessions/${id}/${topic}`).length;
    const fills = await read(({ fills: all }) => all.list({ limit: 1_000 }, { sessionId: id }));
    expect([count('bars'), count('equity'), count('fills')]).toEqual([BARS, BARS, fills.rows.length]);
    expect(count('orders')).toBeGreaterThan(fills.rows.length);
    expect(mine.at(-1)).toMatchObject({
      topic: 'sessions',
      turn: (await rowOf(id)).turn,
      data: { id, state: 'finished', position: BARS },
    });
  });

  it('lets a session be paused, stepped, sped up, halted and stopped, and says how it stands', async () => {
    const { id, accountId } = await prepare({ feed: { barsPerSecond: 0.2 } });
    const manager = newManager();
    await manager.start(id);
    await manager.pause(id);
    await manager.step(id, 5);
    await expect(manager.step(id, 0)).rejects.toMatchObject({ code: 'trading.bad-step' });
    await manager.setSpeed(id, 700);
    await expect(manager.setSpeed(id, 5_000)).rejects.toMatchObject({ code: 'market-data.bad-param' });
    expect((await rowOf(id)).feed.barsPerSecond, 'for the next start').toBe(700);
    const status = manager.status(id);
    expect(status).toMatchObject({ sessionId: id, accountId, state: 'paused', barsPerSecond: 700, length: BARS });
    expect(status).toMatchObject({ position: 5, warmupLeft: 3, lastBarAt: expect.any(Number), waitingFor: undefined });
    expect(status.headroom.map(({ id: limit }) => limit)).toContain('daily-loss');
    expect(await manager.halt('all', { level: 'all', code: 'BY_HAND', reason: 'enough', by: 'Ada' })).toEqual([id]);
    expect((await read(({ accounts }) => accounts.find(accountId)))?.halts).toMatchObject([
      { code: 'BY_HAND', reason: 'enough (Ada)' },
    ]);
    await manager.resumeTrading(id, { by: 'Ada', reason: 'looked at it' });
    expect(manager.status(id).halts).toEqual([]);
    const placed = await manager.placeOrder(id, {
      symbol: 'AAPL',
      side: 'buy',
      quantity: 3,
      type: 'market',
      timeInForce: 'gtc',
    });
    expect(placed).toMatchObject({ ok: true });
    await manager.step(id, 1);
    await manager.stop(id, { by: 'Ada' });
    expect(await rowOf(id)).toMatchObject({ state: 'stopped', reason: 'stopped by Ada', position: 6 });
    expect(await read(({ positions }) => positions.list(id))).toMatchObject([{ sleeveId: 'by-hand', quantity: 3 }]);
    expect(manager.list()).toEqual([]);
  });

  it('begins a session under the halts that the one before it left', async () => {
    const { id, accountId } = await prepare();
    await read(async ({ accounts }) => {
      const account = (await accounts.find(accountId))!;
      const halt = { level: 'entries', code: 'BY_HAND', reason: 'of yesterday', at: 0, until: 'manual' } as const;
      await accounts.save({ ...account, halts: [halt] });
    });
    const manager = newManager();
    await manager.start(id);
    await until(id, 'finished');
    expect((await read(({ fills }) => fills.list({ limit: 10 }, { sessionId: id }))).rows).toEqual([]);
    expect((await read(({ accounts }) => accounts.find(accountId)))?.halts).toMatchObject([{ code: 'BY_HAND' }]);
  });

  it('goes on after any number of starts and ends of the server to the same end', async () => {
    const { id: calm } = await prepare();
    const first = newManager();
    await first.start(calm);
    await until(calm, 'finished');
    await first.shutdown();

    const { id } = await prepare();
    let starts = 0;
    for (let turn = 3; (await rowOf(id)).state !== 'finished'; turn += 7, starts++) {
      const manager = newManager();
      await (starts === 0 ? manager.start(id) : manager.recover());
      await eventually(async () => {
        const { turn: now, state } = await rowOf(id);
        expect(now >= turn || state === 'finished').toBe(true);
      });
      await manager.shutdown();
    }
    expect(starts).toBeGreaterThan(2);
    expect(await withoutNames(id)).toEqual(await withoutNames(calm));
    expect(await hashOf(calm)).toMatch(/^[0-9a-f]{64}$/);
  });

  it('goes on after its process was killed, wherever it was, to the same end', async () => {
    const { id: calm } = await prepare();
    const first = newManager();
    await first.start(calm);
    await until(calm, 'finished');
    await first.shutdown();

    const { id } = await prepare();
    for (let life = 0; (await rowOf(id)).state !== 'finished'; life++) {
      let commits = 0;
      let die: () => void = () => {};
      const died = new Promise<void>((resolve) => {
        die = resolve;
      });
      const manager = newManager({
        store: (store) => ({
          commit: async (turn) => {
            if (commits > 4) return never;
            // Every other process dies before its fifth turn is written, the others after it was and nobody heard.
            if (++commits > 4 && life % 2 === 0) {
              die();
              return never;
            }
            const answer = await store.commit(turn);
            if (commits > 4) {
              die();
              return never;
            }
            return answer;
          },
        }),
      });
      await (life === 0 ? manager.start(id) : manager.recover());
      await Promise.race([died, until(id, 'finished')]);
      kill(manager);
    }
    expect(await withoutNames(id)).toEqual(await withoutNames(calm));
  });

  it('keeps a paused session paused when it goes on', async () => {
    const { id } = await prepare();
    const first = newManager();
    await first.start(id);
    await first.pause(id);
    await first.shutdown();
    const { position } = await rowOf(id);
    const second = newManager();
    await second.recover();
    expect(second.status(id)).toMatchObject({ state: 'paused', position });
    await second.resume(id);
    await until(id, 'finished');
  });

  it('waits for a database that is away, and says so, at its start and later', async () => {
    const { id } = await prepare();
    const first = newManager();
    await first.start(id);
    await first.pause(id);
    await first.shutdown();
    let isAway = true;
    const unitOfWork: UnitOfWork = {
      run: async (work) => {
        if (isAway) throw new CandorError('storage.unavailable', { kind: 'retry', message: 'The database is away.' });
        return storage().unitOfWork.run(work);
      },
    };
    const second = newManager({ unitOfWork });
    const recovering = second.recover();
    await eventually(() =>
      expect(notices).toContainEqual({ sessionId: 'all', what: 'waiting', reason: 'The database is away.' }),
    );
    isAway = false;
    await recovering;
    expect(second.status(id).state).toBe('paused');
    isAway = true;
    const stepping = second.step(id, 3);
    await eventually(() => expect(second.status(id).waitingFor).toContain('The database is away.'));
    isAway = false;
    await stepping;
    expect(second.status(id).waitingFor).toBeUndefined();
  });
});

describe('a session that cannot go on', () => {
  const OWN = `import { defineStrategy } from '@candor/strategies/define-strategy';
import { long } from '@candor/domain/signal';
import { z } from 'zod';
export const mine = defineStrategy({
  id: 'mine', title: 'Mine', summary: 'Buys.', params: z.object({}), warmup: () => 1,
  create: () => ({ parts: {}, memory: {}, onBar: (view) => {
    if (view.index === FAILS_AT) throw new Error('I forgot something');
    return view.index === 3 ? long({ confidence: 1, reason: 'up' }) : undefined;
  } }),
});
`;
  const write = async (text: string): Promise<void> => {
    writeFiles(home, { 'my/mine.ts': text });
    const { sourceSha256 } = await createOwnStrategies(home, home).load('my/mine.ts');
    await read(({ strategyChecks }) =>
      strategyChecks.save({ sourceSha256, path: 'my/mine.ts', passed: true, report: {}, checkedAt: 0 }),
    );
  };
  const ownSession = { strategy: 'my/mine.ts', params: {} };

  async function pausedAndLeft(wish: Wish = {}) {
    const prepared = await prepare(wish);
    const manager = newManager();
    await manager.start(prepared.id);
    await manager.pause(prepared.id);
    await manager.shutdown();
    return prepared;
  }

  it('is interrupted with its reason when its bars, its strategy or its snapshot are not what they were; others go on', async () => {
    await write(OWN.replace('FAILS_AT', '-1'));
    const strategyChanged = await pausedAndLeft(ownSession);
    const barsGone = await pausedAndLeft();
    const otherVersion = await pausedAndLeft();
    const healthy = await pausedAndLeft();
    await write(OWN.replace('FAILS_AT', '-2'));
    const { feed, snapshot } = await rowOf(barsGone.id);
    const elsewhere = feed.series.map((one) => ({ ...one, sha256: 'ab'.repeat(32) }));
    await read(async ({ sessions }) => {
      await sessions.update(barsGone.id, { feed: { ...feed, series: elsewhere } });
      const row = (await sessions.find(otherVersion.id))!;
      const old = { ...(snapshot as Record<string, Json>), version: 0 };
      await sessions.advance(row.id, row.epoch, row.turn + 1, { ...row, snapshot: old });
    });

    const manager = newManager();
    await manager.recover();
    expect(manager.status(healthy.id).state).toBe('paused');
    const reasons = new Map<string, RegExp>([
      [strategyChanged.id, /stood on another my\/mine\.ts than there is now/],
      [barsGone.id, /bars of AAPL .* are not those it was prepared with/],
      [otherVersion.id, /saved in version 0, and this is version 1/],
    ]);
    for (const [id, reason] of reasons) {
      expect(manager.find(id)).toBeUndefined();
      const row = await rowOf(id);
      expect(row).toMatchObject({ state: 'interrupted', reason: expect.stringMatching(reason) });
      expect(row.endedAt).toBeDefined();
    }
  });

  it('does not start at all without its strategy, and stays as it was', async () => {
    writeFiles(home, { 'my/mine.ts': OWN.replace('FAILS_AT', '-3') });
    const { id } = await prepare(ownSession);
    const manager = newManager();
    await expect(manager.start(id)).rejects.toMatchObject({
      code: 'trading.cannot-open',
      message: expect.stringMatching(/^my\/mine\.ts .*Check it first\.$/),
    });
    expect(await rowOf(id)).toMatchObject({ state: 'created', startedAt: undefined });
  });

  it('is interrupted by its own strategy with file and line, and does no harm to another', async () => {
    await write(OWN.replace('FAILS_AT', '9'));
    const [broken, healthy] = [await prepare(ownSession), await prepare()];
    const manager = newManager();
    await manager.start(broken.id);
    await manager.start(healthy.id);
    await until(broken.id, 'interrupted');
    await until(healthy.id, 'finished');
    const row = await rowOf(broken.id);
    expect(row.reason).toMatch(/^Error: I forgot something \(my\/mine\.ts, line 7\)\.$/);
    expect(row.position).toBe(10);
    expect(await read(({ positions }) => positions.list(broken.id))).toMatchObject([{ sleeveId: 'trend' }]);
    expect((await read(({ accounts }) => accounts.find(broken.accountId)))?.halts).toMatchObject([
      { level: 'entries', code: 'SESSION_INTERRUPTED' },
    ]);
  });

  it('is left to its other owner, whose it is', async () => {
    const { id } = await prepare();
    const manager = newManager();
    await manager.start(id);
    await manager.pause(id);
    await manager.step(id, 1);
    await read(({ sessions }) => sessions.claim(id));
    const { turn } = await rowOf(id);
    await expect(manager.step(id, 1)).rejects.toMatchObject({ code: 'trading.session-over' });
    expect(await rowOf(id)).toMatchObject({ state: 'paused', turn, reason: undefined });
    await eventually(() => expect(notices.at(-1)).toMatchObject({ sessionId: id, what: 'stale' }));
    expect(manager.find(id)).toBeUndefined();
  });
});

/** What a session came to, without the ids by which it differs from another and the times of writing. */
async function withoutNames(id: string): Promise<unknown> {
  const { accountId, account } = await rowOf(id);
  const all = { limit: 1_000 };
  const came = await read(async (repositories) => ({
    account,
    equity: (await repositories.equity.list(id, all)).rows,
    fills: (await repositories.fills.list(all, { sessionId: id })).rows.map(({ fill }) => fill),
    orders: (await repositories.orders.list(all, { sessionId: id })).rows.map(({ state }) => state),
    trades: await repositories.trades.list(id),
    positions: await repositories.positions.list(id),
    events: (await repositories.journal.list(all, { accountId })).rows.map(
      ({ event: { recordedAt: _, ...event } }) => event,
    ),
  }));
  return JSON.parse(JSON.stringify(came).replaceAll(id, 'session'));
}
