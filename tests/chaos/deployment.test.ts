import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest';
import { z } from 'zod';
import type { Service } from '../../tools/services/start-service.ts';
import { describeWithOwnServer } from '../services/describe-with-own-server.ts';
import { type Audit, auditSession } from './audit-session.ts';
import { BacktestLife } from './backtest-life.ts';
import { ApiProblem, ServerProcess } from './server-process.ts';
import { lookAt, SESSION, SessionLife } from './session-life.ts';
import { until } from './until.ts';

const LONGEST_MS = 300_000;
/** Of the seat from which sessions are driven. */
const LEASE_MS = 15_000;
/** Where the last thing is done by hand. */
const LAST_COMMAND = 90;
const PACE = { to: '2018-12-31', barsPerSecond: 60 };

describeWithOwnServer('postgres', 'a deployment on PostgreSQL', (startPostgres) => {
  describeWithOwnServer('redis', 'and Redis', (startRedis) => {
    let postgres: Service;
    let redis: Service;
    let home: string;
    let whole: Audit;
    let deployments = 0;
    let environment: Readonly<Record<string, string>>;
    let processes: ServerProcess[] = [];

    beforeAll(async () => {
      [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
      home = mkdtempSync(join(tmpdir(), 'candor-deployment-'));
      await deploy();
      const server = await run('start');
      await new SessionLife(PACE).leadOn(server);
      whole = await auditSession(server);
      expect(whole.faults).toEqual([]);
      expect(await server.stop('SIGTERM')).toBe(0);
    }, LONGEST_MS);
    afterAll(() => rmSync(home, { recursive: true, force: true }));
    afterEach(async () => {
      await Promise.all(processes.map((each) => each.kill()));
      processes = [];
    });

    /** Gives what is started from now on a database of its own, and a Redis. */
    async function deploy(): Promise<void> {
      deployments++;
      const client = new Client({ connectionString: postgres.url });
      await client.connect();
      await client.query(`CREATE DATABASE deployment_${deployments}`);
      await client.end();
      const database = new URL(postgres.url);
      database.pathname = `/deployment_${deployments}`;
      environment = { DATABASE_URL: database.href, REDIS_URL: `${redis.url}/${deployments}` };
    }

    async function run(command: 'start' | 'api' | 'worker'): Promise<ServerProcess> {
      const server = await ServerProcess.start(home, { command, environment });
      processes.push(server);
      return server;
    }

    async function expectTheSameEnd(server: ServerProcess): Promise<void> {
      expect(await auditSession(server)).toEqual(whole);
    }

    it(
      'waits for a PostgreSQL that was killed or froze, says so, loses nothing it had said yes to, and goes on by itself',
      async () => {
        await deploy();
        const server = await run('api');
        const life = new SessionLife(PACE);
        const promised = new Set<string>();
        const asking = keepAsking(server, promised);
        // What is refused meanwhile is asked again: the life is that of a person who is told to try again in a moment.
        const living = leadOnPatiently(life, server);
        await until(async () => (await positionOf(server)) > LAST_COMMAND + 10);

        await postgres.kill();
        await until(async () => (await server.readiness()) === 503);
        expect(await server.health('database')).toMatchObject({
          state: 'down',
          reason: 'The database does not answer.',
        });
        await expect(lookAt(server)).rejects.toMatchObject({ status: 503, code: 'storage.unavailable' });
        await postgres.start();
        await until(async () => (await server.readiness()) === 200);
        await until(async () => (await positionOf(server)) > LAST_COMMAND + 100);

        await postgres.pause();
        await wait(2_000);
        await postgres.resume();
        await living;
        asking.abort();
        await expectTheSameEnd(server);
        const { accounts } = Accounts.parse(await server.ask('GET', '/accounts'));
        expect([...promised].filter((id) => !accounts.some((account) => account.id === id))).toEqual([]);
        expect(promised.size, 'or else nothing was promised').toBeGreaterThan(3);
        expect(server.hasEnded).toBe(false);
      },
      LONGEST_MS,
    );

    it(
      'does without Redis for a while: what is read is read, jobs are taken in and run afterwards, and it says what is away',
      async () => {
        await deploy();
        const api = await run('api');
        await run('worker');
        const life = new SessionLife(PACE);
        const living = leadOnPatiently(life, api);
        await until(async () => (await positionOf(api)) > LAST_COMMAND + 10);
        await redis.kill();
        await until(async () => (await api.health('redis'))?.state === 'down');
        expect((await lookAt(api)).id).toBe(SESSION);
        const { jobId } = Asked.parse(
          await api.ask('POST', '/backtests', { symbol: 'AAPL', strategy: 'sma-crossover' }),
        );
        expect(await stateOf(api, jobId)).toBe('queued');
        await redis.start();
        await until(async () => (await api.health('redis'))?.state === 'up');
        await until(async () => (await stateOf(api, jobId)) === 'succeeded');
        await until(async () => (await api.readiness()) === 200);
        await living;
        await expectTheSameEnd(api);
      },
      LONGEST_MS,
    );

    it(
      'has its sessions driven by one of several processes, and by the next one once that is gone for good',
      async () => {
        await deploy();
        const first = await run('api');
        const second = await run('api');
        const life = new SessionLife(PACE);
        const living = life.leadOn(first).catch(() => {});
        await until(async () => (await positionOf(first)) > LAST_COMMAND + 10);
        expect((await lookAt(first)).live).not.toBeNull();
        expect((await lookAt(second)).live).toBeNull();
        await expect(second.ask('POST', `/sessions/${SESSION}/pause`, {})).rejects.toMatchObject({
          status: 409,
          code: 'trading.elsewhere',
        });

        const killedAt = performance.now();
        await first.kill();
        await living;
        await until(async () => (await lookAt(second)).live !== null);
        const tookMs = performance.now() - killedAt;
        // A third of a lease may have passed since it was renewed.
        expect(tookMs).toBeGreaterThan((LEASE_MS * 2) / 3 - 1_000);
        expect(tookMs).toBeLessThan(LEASE_MS + 10_000);
        const third = await run('api');
        await leadOnPatiently(life, second);
        await expectTheSameEnd(second);
        await expectTheSameEnd(third);
        expect(await Promise.all([second.stop('SIGTERM'), third.stop('SIGTERM')])).toEqual([0, 0]);
      },
      LONGEST_MS,
    );

    // A worker is given a minute for a sign of life, which is too long to wait for every time.
    if (inject('randomDeaths') !== undefined) {
      it(
        'finishes a job whose worker was killed in the middle of it, once, with another worker',
        async () => {
          await deploy();
          const api = await run('api');
          const worker = await run('worker');
          const backtests = new BacktestLife();
          const living = backtests.leadOn(api);
          await until(async () => (await backtests.stateIn(api)) === 'running');
          await worker.kill();
          expect(await backtests.stateIn(api)).toBe('running');
          const other = await run('worker');
          await living;
          await backtests.leadOn(api);
          const [killed, undisturbed] = backtests.ends;
          expect(killed).toEqual({ ...undisturbed, attempts: 2 });
          expect(undisturbed).toMatchObject({ state: 'succeeded', runs: 1, attempts: 1 });
          expect(await Promise.all([api.stop('SIGTERM'), other.stop('SIGTERM')])).toEqual([0, 0]);
        },
        LONGEST_MS,
      );
    }
  });
});

const Accounts = z.object({ accounts: z.array(z.object({ id: z.string() })) });
const Asked = z.object({ jobId: z.string() });
const Job = z.object({ state: z.string() });

async function stateOf(server: ServerProcess, jobId: string): Promise<string> {
  return Job.parse(await server.ask('GET', `/jobs/${jobId}`)).state;
}

/** Returns how far the session is, 0 while it cannot be said. */
async function positionOf(server: ServerProcess): Promise<number> {
  return lookAt(server).then(
    ({ position }) => position,
    () => 0,
  );
}

/** Leads a session on as somebody does who tries again when told to. */
async function leadOnPatiently(life: SessionLife, server: ServerProcess): Promise<void> {
  while (!life.isOver) {
    try {
      await life.leadOn(server);
    } catch (error) {
      const isToTryAgain = error instanceof ApiProblem && (error.status === 503 || error.code.startsWith('trading.'));
      if (!isToTryAgain) throw error;
      await wait(200);
    }
  }
}

/** Opens one account after another until it is told to end, and notes those that were promised. */
function keepAsking(server: ServerProcess, promised: Set<string>): AbortController {
  const ending = new AbortController();
  const ask = async (): Promise<void> => {
    for (let i = 0; !ending.signal.aborted; i++) {
      const id = `promised-${i}`;
      await server.ask('POST', '/accounts', { id }).then(
        () => promised.add(id),
        () => {},
      );
      await wait(100);
    }
  };
  void ask();
  return ending;
}
