import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { SessionShape } from '@candor/server/operations/sessions/session-shape';
import { findOwner } from '@candor/server/resources/data-directory';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ServerProcess } from './chaos/server-process.ts';
import { lookAt, SESSION } from './chaos/session-life.ts';
import { until } from './chaos/until.ts';
import { REPOSITORY } from './scratch-folder.ts';

const CANDOR = join(REPOSITORY, 'apps/server/src/bin/candor.mjs');
const LONGEST_MS = 240_000;
/** How long an end may take, on a machine that has other things to do as well. */
const LONGEST_END_MS = 30_000;

const folder = mkdtempSync(join(tmpdir(), 'candor-start-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let homes = 0;
const newHome = (): string => join(folder, `home-${++homes}`);

interface Ended {
  readonly exitCode: number | undefined;
  readonly said: string;
}

/** Launches what is to end by itself. */
async function refused(home: string, environment: Readonly<Record<string, string>>): Promise<Ended> {
  const server = ServerProcess.launch(home, { environment });
  return { exitCode: await server.ended, said: server.output };
}

async function ends(server: ServerProcess, signal: 'SIGINT' | 'SIGTERM' = 'SIGINT'): Promise<number | undefined> {
  const askedAt = performance.now();
  const exitCode = await server.stop(signal);
  expect(performance.now() - askedAt).toBeLessThan(LONGEST_END_MS);
  return exitCode;
}

/** Runs one command line on a data directory. */
async function candor(home: string, ...args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [CANDOR, ...args], {
    env: { ...process.env, DATABASE_URL: '', REDIS_URL: '', CANDOR_HOME: home },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  const said = await text(child.stdout);
  const [code] = await ended;
  return { exitCode: code ?? undefined, said };
}

describe('a server that runs', () => {
  let home: string;
  let server: ServerProcess;
  beforeAll(async () => {
    home = newHome();
    server = await ServerProcess.start(home);
  }, LONGEST_MS);

  it('answers at the address it printed', async () => {
    expect(await server.readiness()).toBe(200);
    expect(await server.whenReady()).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it(
    'has its data for itself: a second start is refused in a sentence that says where the first one answers',
    async () => {
      const { exitCode, said } = await refused(home, {});
      expect(said).toContain(`is in use by the Candor at ${await server.whenReady()} (process `);
      expect(said.trim().split('\n')).toHaveLength(1);
      expect(exitCode).toBe(1);
    },
    LONGEST_MS,
  );

  it(
    'does what is asked on the command line, which would otherwise open the data itself',
    async () => {
      expect(await candor(home, 'account', 'create', 'mine')).toMatchObject({ exitCode: 0 });
      expect(await candor(home, 'accounts')).toMatchObject({ exitCode: 0, said: expect.stringContaining('mine') });
      // Its log is the proof that nobody else had the data open.
      await until(() => /"method":"POST","route":"\/api\/accounts","status":201/.test(server.output));
    },
    LONGEST_MS,
  );

  it(
    'ends at Ctrl-C in the middle of a session, quickly and with 0; the command line then has the data, and the session waits in it',
    async () => {
      await server.ask('POST', '/configurations', { id: 'crossover', strategy: 'sma-crossover' });
      const sleeves = [{ configurationId: 'crossover', symbols: ['AAPL'] }];
      await server.ask('POST', '/sessions', { id: SESSION, accountId: 'mine', sleeves, barsPerSecond: 20 });
      await server.ask('POST', `/sessions/${SESSION}/start`, {});
      await until(async () => (await lookAt(server)).position > 10);
      const { position } = await lookAt(server);
      expect(await ends(server)).toBe(0);

      const { exitCode, said } = await candor(home, 'session', 'show', SESSION, '--json');
      expect(exitCode).toBe(0);
      const session = SessionShape.parse(JSON.parse(said));
      expect(session).toMatchObject({ state: 'running', live: null });
      expect(session.position).toBeGreaterThanOrEqual(position);
    },
    LONGEST_MS,
  );
});

describe('a start', () => {
  it(
    'that finds its port taken says so in a sentence with the way out, ends with 1 and has let go of the data',
    async () => {
      const other = createServer();
      await once(other.listen(0, '127.0.0.1'), 'listening');
      const address = other.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      const home = newHome();
      const { exitCode, said } = await refused(home, { PORT: String(port), LOG_LEVEL: 'silent' });
      other.close();
      expect(said).toBe(`Port ${port} is taken by another program. Choose another one: PORT=3001 npm start.\n`);
      expect(exitCode).toBe(1);
      expect(await findOwner(home)).toBeUndefined();
    },
    LONGEST_MS,
  );

  it(
    'that is broken off with Ctrl-C ends quickly with 0, says nothing of being ready, and the next one is none the worse',
    async () => {
      const home = newHome();
      const server = ServerProcess.launch(home, { environment: { LOG_LEVEL: 'info' } });
      // Its first word comes while it opens the database.
      await until(() => server.output.length > 0);
      expect(await ends(server)).toBe(0);
      expect(server.output).not.toContain('is ready');
      const next = await ServerProcess.start(home);
      expect(await ends(next, 'SIGTERM')).toBe(0);
    },
    LONGEST_MS,
  );

  it.each([
    [{ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nowhere' }, 'DATABASE_URL is set and REDIS_URL is not.'],
    [{ REDIS_URL: 'redis://127.0.0.1:1' }, 'REDIS_URL is set and DATABASE_URL is not.'],
    [{ CANDOR_HOEM: 'x' }, 'CANDOR_HOEM is no setting of Candor. Did you mean CANDOR_HOME?'],
    [{ PORT: 'http' }, 'PORT must be a whole number from 0 to 65535.'],
    [{ HOST: '0.0.0.0' }, 'HOST must be a loopback address'],
  ])(
    'with %j is refused by name, with 2',
    async (environment, sentence) => {
      const { exitCode, said } = await refused(newHome(), environment);
      expect(said).toContain(sentence);
      expect(exitCode).toBe(2);
    },
    LONGEST_MS,
  );
});
