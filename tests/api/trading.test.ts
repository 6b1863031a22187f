import { archiveAccount } from '@candor/server/operations/accounts/archive-account';
import { createAccount } from '@candor/server/operations/accounts/create-account';
import { getAccount } from '@candor/server/operations/accounts/get-account';
import { listAccounts } from '@candor/server/operations/accounts/list-accounts';
import { archiveConfiguration } from '@candor/server/operations/configurations/archive-configuration';
import { changeConfiguration } from '@candor/server/operations/configurations/change-configuration';
import { createConfiguration } from '@candor/server/operations/configurations/create-configuration';
import { getConfiguration } from '@candor/server/operations/configurations/get-configuration';
import { listConfigurations } from '@candor/server/operations/configurations/list-configurations';
import { auditJournal } from '@candor/server/operations/journal/audit-journal';
import { listJournal } from '@candor/server/operations/journal/list-journal';
import { cancelOrder } from '@candor/server/operations/orders/cancel-order';
import { getOrder } from '@candor/server/operations/orders/get-order';
import { listFills } from '@candor/server/operations/orders/list-fills';
import { listOrders } from '@candor/server/operations/orders/list-orders';
import { placeOrder } from '@candor/server/operations/orders/place-order';
import { confirmResume } from '@candor/server/operations/risk/confirm-resume';
import { haltTrading } from '@candor/server/operations/risk/halt-trading';
import { listLimits } from '@candor/server/operations/risk/list-limits';
import { requestResume } from '@candor/server/operations/risk/request-resume';
import { showHeadroom } from '@candor/server/operations/risk/show-headroom';
import { createSession } from '@candor/server/operations/sessions/create-session';
import { getSession } from '@candor/server/operations/sessions/get-session';
import { hashSession } from '@candor/server/operations/sessions/hash-session';
import { listDecisions } from '@candor/server/operations/sessions/list-decisions';
import { listEquity } from '@candor/server/operations/sessions/list-equity';
import { listEvents } from '@candor/server/operations/sessions/list-events';
import { listPositions } from '@candor/server/operations/sessions/list-positions';
import { listSessionTrades } from '@candor/server/operations/sessions/list-session-trades';
import { listSessions } from '@candor/server/operations/sessions/list-sessions';
import { pauseSession } from '@candor/server/operations/sessions/pause-session';
import { resumeSession } from '@candor/server/operations/sessions/resume-session';
import { setSessionSpeed } from '@candor/server/operations/sessions/set-session-speed';
import { startSession } from '@candor/server/operations/sessions/start-session';
import { stepSession } from '@candor/server/operations/sessions/step-session';
import { stopSession } from '@candor/server/operations/sessions/stop-session';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../chaos/until.ts';
import { problemIn } from './http-door.ts';
import { walkPages } from './walk-pages.ts';
import { WholeServer } from './whole-server.ts';

const CROSSOVER = { id: 'crossover', strategy: 'sma-crossover', params: { fast: 3, slow: 10 } };

const REQUIRED_LIMITS = {
  'known-price': { maxStaleMs: 86_400_000 },
  'price-collar': { fraction: 0.1, exceptProtective: true },
  'buying-power': {},
};

let server: WholeServer;
beforeAll(async () => {
  server = await WholeServer.start();
  await server.done(createConfiguration, CROSSOVER);
}, 120_000);
afterAll(() => server.stop());

/** Opens an account with a paused session of that id on a year of Apple’s prices, which only goes on by steps. */
async function pausedSession(id: string): Promise<{ sessionId: string }> {
  await server.done(createAccount, { id: `of-${id}` });
  await server.done(createSession, wish(id));
  await server.done(startSession, { sessionId: id });
  await server.done(pauseSession, { sessionId: id });
  // Before its first bar nothing has a price.
  await step(id);
  return { sessionId: id };
}

function wish(id: string) {
  return {
    id,
    accountId: `of-${id}`,
    sleeves: [{ configurationId: 'crossover', symbols: ['AAPL'] }],
    from: '2014-01-02',
    to: '2014-12-31',
    barsPerSecond: 0.2,
  };
}

async function step(sessionId: string, bars = 1) {
  return server.done(stepSession, { sessionId, bars });
}

async function order(sessionId: string, terms: Readonly<Record<string, unknown>>) {
  const { orders } = await server.done(placeOrder, { sessionId, symbol: 'AAPL', side: 'buy', quantity: 10, ...terms });
  return orders;
}

async function life(sessionId: string, clientOrderId: string) {
  return server.done(getOrder, { accountId: `of-${sessionId}`, clientOrderId });
}

/** Returns the latest price of the session's symbol: what ten shares are marked at. */
async function lastClose(sessionId: string): Promise<number> {
  const { live } = await server.done(getSession, { sessionId });
  const day = live!.lastBarAt!.slice(0, 10);
  const answer = await server.send(`/bars?symbol=AAPL&from=${day}&to=${day}`, {});
  const { close } = answer.body as { close: number[] };
  return close[0]!;
}

describe('an account', () => {
  it('is opened once, with every limit and cost it is held to filled in', async () => {
    const opened = await server.done(createAccount, { id: 'plain', startCashUsd: 25_000 });
    expect(opened).toMatchObject({
      id: 'plain',
      name: 'plain',
      type: 'cash',
      startCashUsd: 25_000,
      halts: [],
      session: null,
    });
    expect(Object.keys(opened.limits)).toContain('daily-loss');
    expect(await server.done(getAccount, { accountId: 'plain' })).toEqual(opened);
    await server.refused(createAccount, { id: 'plain', startCashUsd: 1_000 }, 409, 'accounts.exists');
    expect(await server.done(getAccount, { accountId: 'plain' }), 'and was left as it was').toEqual(opened);
    await server.refused(getAccount, { accountId: 'nobody' }, 404, 'accounts.unknown');
  });

  it.each([
    [{ limits: { 'no-such-limit': {} } }, 404, 'risk.unknown-limit'],
    [{ limits: { ...REQUIRED_LIMITS, 'daily-loss': { fraction: 2 } } }, 422, 'risk.bad-param'],
    [{ limits: {} }, 422, 'risk.missing-limit'],
    [{ startCashUsd: 99 }, 422, 'operations.bad-input'],
  ])('is not opened with %j', async (terms, status, code) => {
    await server.refused(createAccount, { id: 'never', ...terms }, status, code);
    await server.refused(getAccount, { accountId: 'never' }, 404, 'accounts.unknown');
  });

  it('that was put away is listed only when asked for, and takes no session', async () => {
    await server.done(createAccount, { id: 'of-late' });
    expect((await server.done(archiveAccount, { accountId: 'of-late' })).archivedAt).not.toBeNull();
    const ids = async (archived: boolean) =>
      (await server.done(listAccounts, { archived })).accounts.map(({ id }) => id);
    expect(await ids(false)).not.toContain('of-late');
    expect(await ids(true)).toContain('of-late');
    await server.refused(createSession, wish('late'), 409, 'accounts.archived');
    await server.refused(getSession, { sessionId: 'late' }, 404, 'sessions.unknown');
  });

  it('tells what it can be held to', async () => {
    const { limits } = await server.done(listLimits);
    expect(limits.find(({ id }) => id === 'daily-loss')).toMatchObject({
      isDefault: true,
      params: [{ name: 'fraction' }],
    });
  });
});

describe('a configuration', () => {
  it('is kept in versions; who changes an old one is told, and nothing is lost', async () => {
    const id = 'kept';
    const first = await server.done(createConfiguration, { ...CROSSOVER, id });
    expect(first).toMatchObject({ version: 1, name: id, sizing: { id: 'volatility-target' } });
    const change = { configurationId: id, basedOn: 1, strategy: 'sma-crossover', params: { fast: 50, slow: 200 } };
    expect(await server.done(changeConfiguration, change)).toMatchObject({
      version: 2,
      params: { fast: 50, slow: 200 },
    });
    await server.refused(changeConfiguration, change, 409, 'configurations.changed');
    const { versions, version } = await server.done(getConfiguration, { configurationId: id });
    expect([version, versions.map(({ params }) => params['fast'])]).toEqual([2, [3, 50]]);
    const { params } = await server.done(getConfiguration, { configurationId: id, version: 1 });
    expect(params).toEqual(first.params);
    await server.refused(getConfiguration, { configurationId: id, version: 3 }, 404, 'configurations.unknown');
    await server.refused(createConfiguration, { ...CROSSOVER, id }, 409, 'configurations.exists');
  });

  it.each([
    [{ strategy: 'sma-crosover' }, 404, 'strategies.unknown'],
    [{ params: { fast: 30, slow: 10 } }, 422, 'strategies.bad-param'],
    [{ params: { fats: 3 } }, 422, 'strategies.bad-param'],
    [{ sizing: { id: 'all' } }, 404, 'risk.unknown-sizing'],
    [{ sizing: { id: 'fixed-fraction', params: { riskFraction: 7 } } }, 422, 'risk.bad-param'],
    [{ strategy: '../../etc/passwd.ts' }, 403, 'own-strategies.outside'],
  ])('is refused with %j', async (terms, status, code) => {
    await server.refused(createConfiguration, { ...CROSSOVER, id: 'never', ...terms }, status, code);
    await server.refused(getConfiguration, { configurationId: 'never' }, 404, 'configurations.unknown');
  });

  it('leaves the list when it is archived, and is still known by those that used it', async () => {
    const id = 'old';
    await server.done(createConfiguration, { ...CROSSOVER, id });
    await server.done(archiveConfiguration, { configurationId: id });
    const { configurations } = await server.done(listConfigurations);
    expect(configurations.map((each) => each.id)).not.toContain(id);
    expect((await server.done(getConfiguration, { configurationId: id })).version).toBe(1);
  });
});

describe('a session', () => {
  it('is prepared, started, held, stepped, sped up, let go, and ended for good', async () => {
    const { sessionId } = await pausedSession('whole');
    const held = await server.done(getSession, { sessionId });
    expect(held).toMatchObject({ state: 'paused', length: 252, feed: { from: '2014-01-02', to: '2014-12-31' } });
    const stepped = await step(sessionId, 20);
    expect([stepped.state, stepped.position]).toEqual(['paused', held.position + 20]);
    expect(stepped.live).toMatchObject({ warmupLeft: 0 });

    expect((await server.done(setSessionSpeed, { sessionId, barsPerSecond: 500 })).feed.barsPerSecond).toBe(500);
    await server.refused(setSessionSpeed, { sessionId, barsPerSecond: 1_001 }, 422, 'operations.bad-input');
    expect((await server.done(resumeSession, { sessionId })).state).toBe('running');
    await server.refused(stepSession, { sessionId }, 409, 'trading.not-paused');
    const finished = await server.doneWhen(getSession, { sessionId }, ({ state }) => state === 'finished');
    expect(finished).toMatchObject({ position: 252, live: null, endedAt: expect.any(String) });
    for (const operation of [startSession, pauseSession, resumeSession, stopSession]) {
      const code = operation === startSession ? 'trading.already-started' : 'trading.not-running';
      await server.refused(operation, { sessionId }, 409, code);
    }
  });

  it('is started once, however many ask at the same time', async () => {
    await server.done(createAccount, { id: 'of-once' });
    await server.done(createSession, wish('once'));
    const answers = await Promise.all(Array.from({ length: 4 }, () => server.ask(startSession, { sessionId: 'once' })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409]);
    for (const answer of answers) if (answer.status !== 200) problemIn(answer, 409, 'trading.already-started');
    await server.refused(createSession, { ...wish('second'), accountId: 'of-once' }, 409, 'storage.session-active');
    await server.refused(createSession, wish('once'), 409, 'sessions.exists');
    await server.refused(archiveAccount, { accountId: 'of-once' }, 409, 'accounts.in-use');
    expect((await server.done(stopSession, { sessionId: 'once' })).state).toBe('stopped');
    await server.done(archiveAccount, { accountId: 'of-once' });
  });

  it('that was never started can be stopped too, so that it does not hold its account for ever', async () => {
    await server.done(createAccount, { id: 'of-unstarted' });
    await server.done(createSession, wish('unstarted'));
    expect(await server.done(stopSession, { sessionId: 'unstarted' })).toMatchObject({
      state: 'stopped',
      endedAt: expect.any(String),
    });
    await server.refused(startSession, { sessionId: 'unstarted' }, 409, 'trading.already-started');
    await server.done(createSession, { ...wish('next'), accountId: 'of-unstarted' });
  });

  it.each([
    [{ sleeves: [] }, 422, 'operations.bad-input'],
    [{ sleeves: [{ configurationId: 'none', symbols: ['AAPL'] }] }, 404, 'configurations.unknown'],
    [{ sleeves: [{ configurationId: 'crossover', version: 9, symbols: ['AAPL'] }] }, 404, 'configurations.unknown'],
    [{ sleeves: [{ configurationId: 'crossover', symbols: ['APPL'] }] }, 404, 'market-data.unknown-symbol'],
    [{ sleeves: [{ configurationId: 'crossover', symbols: ['SPX'] }] }, 422, 'sessions.not-tradable'],
    [{ sleeves: [{ configurationId: 'crossover', symbols: ['AAPL', 'AAPL'] }] }, 422, 'sessions.bad-sleeves'],
    [{ sleeves: [{ id: 'by-hand', configurationId: 'crossover', symbols: ['AAPL'] }] }, 422, 'sessions.bad-sleeves'],
    [{ from: '2014-12-31', to: '2014-01-02' }, 422, 'market-data.bad-range'],
    [{ from: '1980-01-02', to: '1981-01-02' }, 404, 'market-data.empty-range'],
    [{ from: '2014-02-30' }, 422, 'operations.bad-input'],
    [{ startFrom: '2015-01-02' }, 422, 'sessions.too-short'],
    [{ accountId: 'nobody' }, 404, 'accounts.unknown'],
    [{ barsPerSecond: 0 }, 422, 'operations.bad-input'],
  ])('is not prepared with %j', async (terms, status, code) => {
    if (!(await server.done(listAccounts)).accounts.some(({ id }) => id === 'of-bad'))
      await server.done(createAccount, { id: 'of-bad' });
    await server.refused(createSession, { ...wish('bad'), ...terms }, status, code);
    expect((await server.done(listSessions, { accountId: 'of-bad' })).sessions).toEqual([]);
  });

  it('leaves a curve, decisions, trades, events and a journal that agree with each other', async () => {
    const { sessionId } = await pausedSession('told');
    await step(sessionId, 240);
    const { account, position } = await server.done(getSession, { sessionId });

    const points = await walkPages(server, listEquity, { sessionId, limit: 17 }, ({ points }) => points);
    expect(
      points.map(({ at }) => at),
      'every point once, oldest first',
    ).toEqual([...new Set(points.map(({ at }) => at))].toSorted());
    expect(points).toHaveLength(position);
    expect(points.at(-1)!.equityUsd).toBeCloseTo(account!.equityUsd, 6);
    expect(await walkPages(server, listEquity, { sessionId, limit: 500 }, ({ points }) => points)).toEqual(points);

    const events = await walkPages(server, listEvents, { sessionId, limit: 7 }, ({ events }) => events);
    expect(events.map(({ seq }) => seq)).toEqual([...new Set(events.map(({ seq }) => seq))].toSorted((a, b) => b - a));
    const decisions = await walkPages(server, listDecisions, { sessionId, limit: 3 }, ({ decisions }) => decisions);
    expect(decisions.length).toBeGreaterThan(4);
    expect(decisions.every(({ reasons }) => reasons.length > 0)).toBe(true);
    expect(decisions.map(({ seq }) => seq)).toEqual(
      events.filter(({ happening }) => happening.type === 'decision').map(({ seq }) => seq),
    );

    const fills = await walkPages(server, listFills, { sessionId, limit: 2 }, ({ fills }) => fills);
    expect(fills).toHaveLength(events.filter(({ happening }) => happening.type === 'order-filled').length);
    const orders = await walkPages(server, listOrders, { sessionId, limit: 2 }, ({ orders }) => orders);
    expect(new Set(orders.map(({ clientOrderId }) => clientOrderId)).size).toBe(orders.length);
    const { trades } = await server.done(listSessionTrades, { sessionId });
    const { positions, account: shown } = await server.done(listPositions, { sessionId });
    expect(shown).toEqual(account);
    const held = positions.reduce((sum, { quantity }) => sum + quantity, 0);
    const bought = fills.reduce((sum, { side, quantity }) => sum + (side === 'buy' ? quantity : -quantity), 0);
    expect(bought, 'fills add up to what is held').toBeCloseTo(held, 6);
    expect(trades.filter(({ exitAt }) => exitAt !== null).length).toBeGreaterThan(1);

    const entries = await walkPages(server, listJournal, { accountId: 'of-told', limit: 50 }, ({ entries }) => entries);
    expect(entries.map(({ seq }) => seq)).toEqual(events.map(({ seq }) => seq).toReversed());
    expect(await server.done(auditJournal, { accountId: 'of-told' })).toMatchObject({
      ok: true,
      journals: [{ accountId: 'of-told', entries: entries.length, head: entries.at(-1)!.hash }],
    });
    expect((await server.done(auditJournal)).ok).toBe(true);
    expect((await server.done(getAccount, { accountId: 'of-told' })).figures).toEqual(account);
  });

  it('has the print of another one that did the same, and not that of one which did not', async () => {
    const print = async (id: string, bars: readonly number[]): Promise<string> => {
      const { sessionId } = await pausedSession(id);
      await server.done(getSession, { sessionId });
      for (const each of bars) await step(sessionId, each);
      return (await server.done(hashSession, { sessionId })).sha256;
    };
    const one = await print('print-a', [60]);
    expect(one).toMatch(/^[0-9a-f]{64}$/);
    expect(await print('print-b', [61]), 'one bar more').not.toBe(one);
  });
});

describe('an order by hand', () => {
  it('at the market is matched at the next open, and its life is told', async () => {
    const { sessionId } = await pausedSession('market');
    const [placed] = await order(sessionId, { clientOrderId: 'mine-1' });
    expect(placed).toMatchObject({ clientOrderId: 'mine-1', sleeveId: 'by-hand', intent: 'enter', status: 'working' });
    await step(sessionId);
    const told = await life(sessionId, 'mine-1');
    expect(told.order).toMatchObject({ status: 'filled', filledQuantity: 10, sentAt: expect.any(String) });
    expect(told.fills).toMatchObject([{ quantity: 10, side: 'buy' }]);
    expect(told.events.map(({ happening }) => happening.type)).toEqual(['order-approved', 'order-filled']);
    const { positions } = await server.done(listPositions, { sessionId });
    expect(positions).toContainEqual(expect.objectContaining({ sleeveId: 'by-hand', symbol: 'AAPL', quantity: 10 }));

    const again = { clientOrderId: 'mine-1', symbol: 'AAPL', side: 'buy', quantity: 10 };
    await server.refused(placeOrder, { sessionId, ...again }, 409, 'engine.duplicate-order');
    await step(sessionId);
    expect((await server.done(listFills, { sessionId })).fills, 'sent twice, and given once').toHaveLength(1);

    await server.done(stopSession, { sessionId });
    await server.done(createSession, { ...wish('market-2'), accountId: 'of-market' });
    await server.done(startSession, { sessionId: 'market-2' });
    await server.done(pauseSession, { sessionId: 'market-2' });
    await step('market-2');
    await server.refused(placeOrder, { sessionId: 'market-2', ...again }, 409, 'engine.duplicate-order');
    expect(await life(sessionId, 'mine-1'), 'the one there was is as it was').toEqual(told);
  });

  it('with a limit waits for its price and can be taken back once', async () => {
    const { sessionId } = await pausedSession('limit');
    await step(sessionId);
    const low = Math.round((await lastClose(sessionId)) * 95) / 100;
    const [placed] = await order(sessionId, { type: 'limit', limitPrice: low, timeInForce: 'gtc' });
    const { clientOrderId } = placed!;
    expect((await server.done(listOrders, { sessionId, open: true })).orders).toHaveLength(1);
    await server.done(cancelOrder, { sessionId, clientOrderId });
    await until(async () => (await life(sessionId, clientOrderId)).order.status === 'cancelled');
    expect((await life(sessionId, clientOrderId)).events.at(-1)!.happening.type).toBe('order-cancelled');
    await server.refused(cancelOrder, { sessionId, clientOrderId }, 409, 'engine.order-ended');
    await server.refused(cancelOrder, { sessionId, clientOrderId: 'none' }, 404, 'engine.no-such-order');
    expect((await server.done(listOrders, { sessionId, open: true })).orders).toEqual([]);
  });

  it('in a bracket brings its own protection, of which one ends the other', async () => {
    const { sessionId } = await pausedSession('bracket');
    await step(sessionId);
    const close = await lastClose(sessionId);
    const cents = (factor: number): number => Math.round(close * factor * 100) / 100;
    const orders = await order(sessionId, { stopLossPrice: cents(0.99), takeProfitPrice: cents(1.01) });
    expect(orders.map(({ intent, type }) => [intent, type])).toEqual([
      ['enter', 'market'],
      ['protect', 'stop'],
      ['protect', 'limit'],
    ]);
    const [, stop, target] = orders;
    expect(stop!.ocoGroup).toBe(target!.ocoGroup);
    for (let bar = 0; bar < 40; bar++) {
      await step(sessionId);
      const { orders: open } = await server.done(listOrders, { sessionId, open: true });
      if (open.length === 0) break;
    }
    const ends = await Promise.all(
      orders.map(async ({ clientOrderId }) => (await life(sessionId, clientOrderId)).order.status),
    );
    expect(ends[0]).toBe('filled');
    expect(ends.slice(1).toSorted()).toEqual(['cancelled', 'filled']);
    expect((await server.done(listSessionTrades, { sessionId })).trades).toContainEqual(
      expect.objectContaining({ sleeveId: 'by-hand', quantity: 10 }),
    );
  });

  it.each([
    [{ symbol: 'MSFT' }, 422, 'engine.bad-order'],
    [{ quantity: 0 }, 422, 'operations.bad-input'],
    [{ quantity: 1.5 }, 422, 'engine.bad-order'],
    [{ quantity: 1e300 }, 403, 'orders.refused'],
    [{ quantity: 1_000_000 }, 403, 'orders.refused'],
    [{ type: 'limit' }, 422, 'engine.bad-order'],
    [{ limitPrice: 10 }, 422, 'engine.bad-order'],
    [{ stopLossPrice: 10_000 }, 422, 'engine.bad-order'],
    [{ side: 'sell' }, 403, 'orders.refused'],
    [{ clientOrderId: 'a b' }, 422, 'operations.bad-input'],
  ])('is refused with %j, and there is no order', async (terms, status, code) => {
    if (!(await server.done(listSessions)).sessions.some(({ id }) => id === 'refuses')) {
      await pausedSession('refuses');
    }
    const sessionId = 'refuses';
    await server.refused(placeOrder, { sessionId, symbol: 'AAPL', side: 'buy', quantity: 10, ...terms }, status, code);
    expect((await server.done(listOrders, { sessionId })).orders).toEqual([]);
  });

  it('needs a session that runs', async () => {
    const terms = { symbol: 'AAPL', side: 'buy', quantity: 1 };
    await server.refused(placeOrder, { sessionId: 'none', ...terms }, 404, 'sessions.unknown');
    await server.done(createAccount, { id: 'of-idle' });
    await server.done(createSession, wish('idle'));
    await server.refused(placeOrder, { sessionId: 'idle', ...terms }, 409, 'trading.not-running');
    await server.refused(showHeadroom, { sessionId: 'idle' }, 409, 'trading.not-running');
    await server.refused(getOrder, { accountId: 'of-idle', clientOrderId: 'x' }, 404, 'orders.unknown');
  });

  it('sent again with its key is given once', async () => {
    const { sessionId } = await pausedSession('repeats');
    const terms = { sessionId, symbol: 'AAPL', side: 'buy', quantity: 3 };
    const key = { 'idempotency-key': 'order-of-the-day' };
    const answers = [];
    for (let i = 0; i < 3; i++) answers.push(await server.ask(placeOrder, terms, key));
    expect(answers.map(({ status, body }) => [status, body])).toEqual(Array(3).fill([201, answers[0]!.body]));
    expect(answers.map(({ headers }) => headers.get('idempotency-replayed'))).toEqual([null, 'true', 'true']);
    expect((await server.done(listOrders, { sessionId })).orders).toHaveLength(1);
    problemIn(await server.ask(placeOrder, { ...terms, quantity: 4 }, key), 422, 'http.key-reused');
  });
});

describe('a halt', () => {
  it('of one session holds until it is resumed in two steps, with a breath between them', async () => {
    const { sessionId } = await pausedSession('halted');
    await step(sessionId);
    await server.refused(requestResume, { sessionId }, 409, 'risk.not-halted');
    expect(await server.done(haltTrading, { sessionId, reason: 'Odd prices' })).toEqual({ halted: [sessionId] });
    const detail = await server.refused(
      placeOrder,
      { sessionId, symbol: 'AAPL', side: 'buy', quantity: 1 },
      409,
      'orders.halted',
    );
    expect(detail).toContain('Odd prices');
    expect((await server.done(showHeadroom, { sessionId })).halts).toMatchObject([{ level: 'all' }]);

    const asked = await server.done(requestResume, { sessionId });
    expect(asked.halts).toHaveLength(1);
    const { confirmation } = asked;
    const sure = { sessionId, by: 'Ada', reason: 'The prices were checked.' };
    await server.refused(confirmResume, { ...sure, confirmation: 'wrong' }, 403, 'risk.bad-confirmation');
    await server.refused(confirmResume, { ...sure, confirmation }, 409, 'risk.too-soon');
    await server.refused(placeOrder, { sessionId, symbol: 'AAPL', side: 'buy', quantity: 1 }, 409, 'orders.halted');
    await until(() => Date.now() >= Date.parse(asked.confirmFrom));
    expect(await server.done(confirmResume, { ...sure, confirmation })).toEqual({ sessionId, resumed: true });
    await server.refused(confirmResume, { ...sure, confirmation }, 403, 'risk.bad-confirmation');
    expect(await order(sessionId, { quantity: 1 })).toHaveLength(1);
    const { events } = await server.done(listEvents, { sessionId });
    expect(events.map(({ happening }) => happening)).toContainEqual(
      expect.objectContaining({ type: 'resumed', by: 'Ada', reason: 'The prices were checked.' }),
    );
  });

  it('of all reaches every session that runs, and lasts for the account beyond the session', async () => {
    const { sessionId } = await pausedSession('all-halted');
    const { halted } = await server.done(haltTrading);
    expect(halted).toContain(sessionId);
    const { sessions } = await server.done(listSessions);
    const driven = sessions.filter(({ live }) => live !== null);
    expect(halted.toSorted()).toEqual(driven.map(({ id }) => id).toSorted());
    for (const { live } of driven) expect(live!.halts.length).toBeGreaterThan(0);
    await server.done(stopSession, { sessionId });
    expect((await server.done(getAccount, { accountId: 'of-all-halted' })).halts).toHaveLength(1);
    await server.done(createSession, { ...wish('after-halt'), accountId: 'of-all-halted' });
    await server.done(startSession, { sessionId: 'after-halt' });
    await server.done(pauseSession, { sessionId: 'after-halt' });
    await step('after-halt');
    const terms = { sessionId: 'after-halt', symbol: 'AAPL', side: 'buy', quantity: 1 };
    await server.refused(placeOrder, terms, 409, 'orders.halted');
  });

  it('of a session that does not run is refused', async () => {
    await server.refused(haltTrading, { sessionId: 'none' }, 404, 'sessions.unknown');
    await server.refused(haltTrading, { sessionId: 'idle' }, 409, 'trading.not-running');
  });
});
