import { join } from 'node:path';
import { createContainer } from '@candor/server/container';
import { archiveAccount } from '@candor/server/operations/accounts/archive-account';
import { createAccount } from '@candor/server/operations/accounts/create-account';
import { listAccounts } from '@candor/server/operations/accounts/list-accounts';
import { createConfiguration } from '@candor/server/operations/configurations/create-configuration';
import { listConfigurations } from '@candor/server/operations/configurations/list-configurations';
import { prepareDemo } from '@candor/server/operations/demo/begin-demo';
import { resetDemo } from '@candor/server/operations/demo/reset-demo';
import { showDemo } from '@candor/server/operations/demo/show-demo';
import { listFills } from '@candor/server/operations/orders/list-fills';
import { createSession } from '@candor/server/operations/sessions/create-session';
import { getSession } from '@candor/server/operations/sessions/get-session';
import { listDecisions } from '@candor/server/operations/sessions/list-decisions';
import { listEquity } from '@candor/server/operations/sessions/list-equity';
import { listSessions } from '@candor/server/operations/sessions/list-sessions';
import { setSessionSpeed } from '@candor/server/operations/sessions/set-session-speed';
import { startSession } from '@candor/server/operations/sessions/start-session';
import { stopSession } from '@candor/server/operations/sessions/stop-session';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ServerProcess } from '../chaos/server-process.ts';
import { until } from '../chaos/until.ts';
import { makeScratchFolder, removeScratchFolder } from '../scratch-folder.ts';
import { describeWithPostgres } from '../services/describe-with-postgres.ts';
import { describeWithRedis } from '../services/describe-with-redis.ts';
import { freshPostgresDatabase } from '../services/fresh-postgres-database.ts';
import { HttpDoor } from './http-door.ts';
import { scratchConfig } from './whole-server.ts';

const LONGEST_MS = 240_000;
/** Time of a person who has just opened the page. */
const PATIENCE_MS = 20_000;

const folder = makeScratchFolder('demo-');
afterAll(() => removeScratchFolder(folder));
let homes = 0;
const newHome = (): string => join(folder, `home-${++homes}`);

interface Started {
  readonly process: ServerProcess;
  readonly door: HttpDoor;
}

async function start(home: string, demo: 'on' | 'off' = 'on'): Promise<Started> {
  const process = await ServerProcess.start(home, { environment: { CANDOR_DEMO: demo } });
  return { process, door: new HttpDoor(await process.whenReady()) };
}

/** Returns the ids of every account and session there ever was, oldest first. */
async function everything(door: HttpDoor) {
  const { accounts } = await door.done(listAccounts, { archived: true });
  const { sessions } = await door.done(listSessions);
  return { accounts: accounts.map(({ id }) => id), sessions: sessions.map(({ id }) => id).toReversed() };
}

const ONE_DEMO = { accounts: ['demo'], sessions: ['demo-run-1'] };

async function expectOneThatTrades(door: HttpDoor): Promise<void> {
  expect(await everything(door)).toEqual(ONE_DEMO);
  await door.doneWhen(listFills, { sessionId: 'demo-run-1' }, ({ fills }) => fills.length > 0);
}

describe('the first start', () => {
  let home: string;
  let server: Started;
  beforeAll(async () => {
    home = newHome();
    server = await start(home);
  }, LONGEST_MS);
  afterAll(() => server.process.kill());

  it('has, as soon as it is ready, a demo that trades: a person sees it buy and sell, and a vote on it, in twenty seconds', async () => {
    const { door } = server;
    const demo = await door.done(showDemo);
    expect(demo).toMatchObject({ present: true, accountId: 'demo', sessionId: 'demo-run-1' });
    const sessionId = demo.sessionId!;
    expect(await everything(door)).toEqual(ONE_DEMO);
    expect(demo.configurations).toEqual(
      (await door.done(listConfigurations)).configurations
        .map(({ id }) => id)
        .toSorted()
        .toReversed(),
    );
    const session = await door.done(getSession, { sessionId });
    expect(session).toMatchObject({
      state: 'running',
      accountId: 'demo',
      live: { warmupLeft: 0 },
      feed: { barsPerSecond: 2 },
    });

    await until(async () => {
      const { fills } = await door.done(listFills, { sessionId });
      return new Set(fills.map(({ sleeveId }) => sleeveId)).size === 2 && fills.some(({ side }) => side === 'sell');
    }, PATIENCE_MS);
    const { decisions } = await door.done(listDecisions, { sessionId });
    expect(decisions.every(({ reasons }) => reasons.length > 0)).toBe(true);
    const votes = decisions.flatMap(({ voteSheet }) => voteSheet?.votes ?? []);
    expect(new Set(votes.map(({ id }) => id))).toEqual(new Set(['markov-chain', 'sma-crossover']));
  });

  it('says in plain sentences what is real, replayed, simulated and synthetic, and they are true', async () => {
    const { door } = server;
    const { labels, accountId, sessionId } = await door.done(showDemo);
    const { feed } = await door.done(getSession, { sessionId });
    expect(feed.series.map(({ symbol }) => symbol)).toEqual(['AAPL']);
    expect(labels.prices).toContain(`real: Apple (AAPL), daily, ${feed.from} to ${feed.to}, adjusted for splits`);
    const { accounts } = await door.done(listAccounts);
    const { startCashUsd, costs } = accounts.find(({ id }) => id === accountId)!;
    expect(labels.money).toContain(`${startCashUsd.toLocaleString('en-US')} USD of paper`);
    expect(costs.slippageBps, 'or none would be taken off').toBeGreaterThan(0);
    const { series } = (await door.send('/symbols', {})).body as { series: { symbol: string; synthetic: boolean }[] };
    const synthetic = series.filter((each) => each.synthetic).map(({ symbol }) => symbol);
    expect([...new Set(synthetic)].toSorted()).toEqual(['SYN-A', 'SYN-B', 'SYN-C', 'SYN-D']);
    expect(labels.synthetic).toContain('SYN-A to SYN-D');
  });

  it(
    'is the only one that makes it: the next one goes on with it',
    async () => {
      const { position } = await server.door.done(getSession, { sessionId: 'demo-run-1' });
      expect(await server.process.stop()).toBe(0);
      server = await start(home);
      expect(await everything(server.door)).toEqual(ONE_DEMO);
      await server.door.doneWhen(getSession, { sessionId: 'demo-run-1' }, (session) => session.position > position);
    },
    LONGEST_MS,
  );

  it('can be had again by a reset: from its first day, with all its cash, and what the last one did is kept', async () => {
    const { door } = server;
    await door.done(setSessionSpeed, { sessionId: 'demo-run-1', barsPerSecond: 100 });
    const before = await door.doneWhen(getSession, { sessionId: 'demo-run-1' }, ({ position }) => position > 500);
    expect(await door.done(resetDemo)).toMatchObject({ present: true, accountId: 'demo', sessionId: 'demo-run-2' });
    expect(await door.done(showDemo)).toMatchObject({ sessionId: 'demo-run-2' });
    expect(await everything(door)).toEqual({ accounts: ['demo'], sessions: ['demo-run-1', 'demo-run-2'] });
    const old = await door.done(getSession, { sessionId: 'demo-run-1' });
    expect(old).toMatchObject({ state: 'stopped', reason: 'stopped by the reset of the demo' });
    expect((await door.done(listFills, { sessionId: 'demo-run-1' })).fills.length).toBeGreaterThan(0);

    const anew = await door.done(getSession, { sessionId: 'demo-run-2' });
    expect(anew).toMatchObject({ state: 'running', feed: { ...before.feed, barsPerSecond: 2 } });
    const first = async (sessionId: string) => {
      const found = await door.doneWhen(listEquity, { sessionId, limit: 1 }, ({ points }) => points.length > 0);
      return found.points[0]!;
    };
    expect(await first('demo-run-2')).toEqual(await first('demo-run-1'));
    expect((await first('demo-run-2')).equityUsd).toBe(100_000);
  });

  it('is reset once, however many ask at the same time', async () => {
    const { door } = server;
    const answers = await Promise.all(Array.from({ length: 3 }, () => door.ask(resetDemo)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
    expect(await door.done(showDemo)).toMatchObject({ sessionId: 'demo-run-3' });
    expect((await door.done(listSessions, { state: 'running' })).sessions).toHaveLength(1);
  });

  it('leaves a session alone that a person runs on its account', async () => {
    const { door } = server;
    await door.done(stopSession, { sessionId: 'demo-run-3' });
    const sleeves = [{ configurationId: 'demo-crossover', symbols: ['AAPL'] }];
    await door.done(createSession, { id: 'mine', accountId: 'demo', sleeves });
    await door.done(startSession, { sessionId: 'mine' });
    expect(await door.refused(resetDemo, {}, 409, 'demo.in-use')).toContain('Session "mine"');
    expect(await door.done(showDemo)).toMatchObject({ present: true, sessionId: 'demo-run-3' });
    expect((await door.done(getSession, { sessionId: 'mine' })).state).toBe('running');
    await door.done(stopSession, { sessionId: 'mine' });
  });

  it(
    'does not give it again to whoever put it away, unless asked to',
    async () => {
      await server.door.done(archiveAccount, { accountId: 'demo' });
      expect(await server.door.done(showDemo)).toMatchObject({ present: false, accountId: null, sessionId: null });
      await server.process.stop();
      server = await start(home);
      expect((await everything(server.door)).accounts).toEqual(['demo']);
      expect(await server.door.done(showDemo)).toMatchObject({ present: false });

      const asked = { present: true, accountId: 'demo-2', sessionId: 'demo-2-run-1' };
      expect(await server.door.done(resetDemo)).toMatchObject(asked);
      expect(await server.door.done(getSession, { sessionId: 'demo-2-run-1' })).toMatchObject({ state: 'running' });
    },
    LONGEST_MS,
  );
});

describe('a start without the demo', () => {
  let server: Started;
  beforeAll(async () => {
    server = await start(newHome(), 'off');
  }, LONGEST_MS);
  afterAll(() => server.process.kill());

  it('is empty, and has the demo when it is asked for, beside what is called like it', async () => {
    const { door } = server;
    expect(await everything(door)).toEqual({ accounts: [], sessions: [] });
    expect(await door.done(showDemo)).toMatchObject({ present: false, configurations: [] });
    await door.done(createAccount, { id: 'demo', name: 'My own' });
    await door.done(createConfiguration, { id: 'demo-crossover', strategy: 'sma-crossover', params: { fast: 3 } });
    expect(await door.done(resetDemo)).toMatchObject({
      accountId: 'demo-2',
      sessionId: 'demo-2-run-1',
      configurations: ['demo-crossover-2', 'demo-consensus'],
    });
  });
});

describe('a first start that is killed', () => {
  it.each([0, 150, 300, 600])(
    'some %i ms after it answers for the first time leaves what the next one makes one demo of',
    async (afterMs) => {
      const home = newHome();
      const first = ServerProcess.launch(home, { environment: { CANDOR_DEMO: 'on' } });
      await until(() => first.output.includes('Server listening'));
      const struckAt = performance.now() + afterMs;
      await until(() => performance.now() >= struckAt);
      await first.kill();
      const { process, door } = await start(home);
      await expectOneThatTrades(door);
      await process.kill();
    },
    LONGEST_MS,
  );

  it(
    'between writing the demo and starting it leaves what the next one starts',
    async () => {
      const home = makeScratchFolder('demo-written-');
      const config = scratchConfig(home);
      const container = createContainer(config, { role: 'server' });
      await container.open();
      await container.unitOfWork.run(await prepareDemo(container));
      await container.close();
      const { process, door } = await start(config.dataDirectory);
      await expectOneThatTrades(door);
      await process.kill();
      removeScratchFolder(home);
    },
    LONGEST_MS,
  );
});

describeWithPostgres('two processes that start at once', () => {
  describeWithRedis('on servers', (redisUrl) => {
    it(
      'make one demo',
      async () => {
        const environment = {
          DATABASE_URL: await freshPostgresDatabase(),
          REDIS_URL: `${redisUrl}/11`,
          CANDOR_DEMO: 'on',
        };
        const both = [1, 2].map(() => ServerProcess.launch(newHome(), { command: 'api', environment }));
        const doors = await Promise.all(both.map(async (each) => new HttpDoor(await each.whenReady())));
        await expectOneThatTrades(doors[0]!);
        await expectOneThatTrades(doors[1]!);
        await Promise.all(both.map((each) => each.kill()));
      },
      LONGEST_MS,
    );
  });
});
