import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { runCommand } from '@candor/server/cli/run-command';
import { createContainer } from '@candor/server/container';
import { listBacktests } from '@candor/server/operations/backtests/list-backtests';
import { listJobs } from '@candor/server/operations/jobs/list-jobs';
import { getSession } from '@candor/server/operations/sessions/get-session';
import { hashSession } from '@candor/server/operations/sessions/hash-session';
import { findServer } from '@candor/server/resources/find-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeScratchFolder, REPOSITORY, removeScratchFolder } from '../scratch-folder.ts';
import { WholeServer } from './whole-server.ts';

const CANDOR = join(REPOSITORY, 'apps/server/src/bin/candor.mjs');

let server: WholeServer;
const folder = makeScratchFolder('commands-');
beforeAll(async () => {
  server = await WholeServer.start();
}, 120_000);
afterAll(async () => {
  await server.stop();
  removeScratchFolder(folder);
});

interface Ended {
  readonly exitCode: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line as a process on a data directory; the server answers from this one, so nothing may stand still meanwhile. */
async function launch(home: string, ...args: readonly string[]): Promise<Ended> {
  const env = { ...process.env, DATABASE_URL: '', REDIS_URL: '', LOG_LEVEL: '', CANDOR_HOME: home };
  const child = spawn(process.execPath, [CANDOR, ...args], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [[exitCode], out, err] = await Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]);
  return { exitCode, out, err };
}

/** Runs a command line beside the server, in this process, until the signal says otherwise. */
async function interruptible(args: readonly string[], signal: AbortSignal): Promise<Ended> {
  const config = { ...server.config, workingDirectory: folder };
  const container = createContainer(config, { role: 'command' });
  const said = { out: '', err: '' };
  const to = (stream: keyof typeof said) => ({
    isTTY: false,
    write: (words: string) => {
      said[stream] += words;
    },
  });
  const surroundings = { config, container, findServer: () => findServer(config, () => container.cache), signal };
  const exitCode = await runCommand(args, { ...surroundings, stdout: to('out'), stderr: to('err') });
  await container.close();
  return { exitCode, ...said };
}

function candor(...args: readonly string[]): Promise<Ended> {
  return interruptible(args, new AbortController().signal);
}

async function done(...args: readonly string[]): Promise<string> {
  const { exitCode, out, err } = await candor(...args);
  expect([args.join(' '), exitCode, err]).toEqual([args.join(' '), 0, '']);
  return out;
}

describe('the command line beside a running server', () => {
  it('opens an account, keeps a configuration, and lets it trade', async () => {
    await done('account', 'create', 'mine', '--start-cash-usd', '25000', '--name', 'My own');
    expect(await done('accounts')).toMatch(/mine +My own/);
    await done(
      'configuration',
      'create',
      'crossover',
      '--strategy',
      'sma-crossover',
      '--param',
      'fast=3',
      '--param',
      'slow=9',
    );
    const line =
      'trade --account mine --configuration crossover --symbol AAPL --id run --from 2014-01-02 --to 2014-06-30';
    await done(...line.split(' '), '--bars-per-second', '1000');
    await server.doneWhen(getSession, { sessionId: 'run' }, ({ state }) => state === 'finished');
    const shown = await done('session', 'show', 'run');
    expect(shown).toMatch(/state +finished/);
    expect(JSON.parse(await done('session', 'show', 'run', '--json'))).toEqual(
      await server.done(getSession, { sessionId: 'run' }),
    );
    const { sha256 } = await server.done(hashSession, { sessionId: 'run' });
    expect(await done('session', 'hash', 'run')).toContain(sha256.slice(0, 40));
    for (const list of [
      'orders --session-id run',
      'fills',
      'trades run',
      'decisions run',
      'equity run',
      'journal mine',
    ]) {
      expect((await done(...list.split(' '))).split('\n').length, list).toBeGreaterThan(5);
    }
    expect(await done('decisions', 'run'), 'what was decided, and why').toMatch(
      /because[\s\S]*SMA \d+ is (above|below) SMA \d+/,
    );
    expect(await done('audit', 'verify')).toContain('mine');
  });

  it('backtests in the server, tells how far it is, and labels, lists, verifies and deletes the run', async () => {
    const line = 'backtest --symbol AAPL --strategy sma-crossover --from 2014-01-02 --to 2015-12-31 --progress';
    const { exitCode, out, err } = await candor(...line.split(' '));
    expect([exitCode, out]).toEqual([0, expect.stringContaining('sma-crossover on AAPL')]);
    expect(err, 'progress').toMatch(/bars/);
    const { runs } = await server.done(listBacktests);
    const { runId } = runs[0]!;
    await done('backtest', 'label', runId, '--tags', 'slow,kept', '--note', 'By hand.');
    expect((await server.done(listBacktests, { tag: 'kept' })).runs).toMatchObject([{ runId, note: 'By hand.' }]);
    expect(await done('backtests', '--tag', 'kept')).toContain(runId);
    expect(await done('backtest', 'verify', runId)).not.toBe('');
    await done('backtest', 'delete', runId);
    expect((await candor('backtest', 'delete', runId)).exitCode).toBe(2);
  });

  it('that is interrupted calls its backtest off', async () => {
    const line = 'backtest --symbol SYN-A --strategy sma-crossover --timeframe 1m';
    const interrupt = new AbortController();
    const ended = interruptible(line.split(' '), interrupt.signal);
    const isRunning = ({ jobs }: { jobs: readonly unknown[] }): boolean => jobs.length === 1;
    await server.doneWhen(listJobs, { state: 'running' }, isRunning);
    interrupt.abort();
    expect(await ended).toMatchObject({ exitCode: 130, out: '' });
    const { jobs } = await server.doneWhen(listJobs, { limit: 1 }, ({ jobs: [latest] }) => latest?.endedAt != null);
    expect(jobs[0]!.state).toBe('cancelled');
  });

  it('imports a file, says what is wrong with it, and backtests it', async () => {
    const rows = Array.from({ length: 120 }, (_, i) => {
      const close = (50 + 5 * Math.sin(i / 7)).toFixed(2);
      return `${new Date(Date.UTC(2021, 0, 1 + i)).toISOString().slice(0, 10)},${close},60,40,${close},10`;
    });
    writeFileSync(join(folder, 'coin.csv'), `date,open,high,low,close,volume\n${rows.join('\n')}\nnever,1,1,1,1,1\n`);
    const out = await candor('import', 'coin.csv', '--exchange', 'ALWAYS', '--zone', 'UTC');
    expect(out).toMatchObject({ exitCode: 0, out: expect.stringContaining('line 122') });
    expect(await done('symbol', 'COIN')).toContain('csv-file');
    expect(
      await done(
        'backtest',
        '--symbol',
        'COIN',
        '--strategy',
        'sma-crossover',
        '--param',
        'fast=2',
        '--param',
        'slow=5',
      ),
    ).toContain('COIN');
    expect(await done('quarantine', '--symbol', 'COIN')).toContain('never');
  });

  it.each([
    [['account', 'show', 'none'], 2, 'There is no account "none".'],
    [['account', 'create', 'mine'], 1, 'There is an account "mine" already. Choose another id.'],
    [['account', 'create', 'No Id'], 2, 'ID: must be 1 to 40 of a-z'],
    [['account', 'create', 'poor', '--start-cash-usd', '1'], 2, '--start-cash-usd must be at least 100, got 1.'],
    [['session', 'start', 'run'], 1, 'Session run is finished; only a created one can be started.'],
    [['backtest', '--symbol', 'APPL', '--strategy', 'sma-crossover'], 2, 'Did you mean "AAPL"?'],
    [['backtest', 'verify', 'none'], 2, 'There is no backtest "none"'],
  ])('refuses %j with %i and one sentence', async (args, code, sentence) => {
    const { exitCode, out, err } = await candor(...args);
    expect([exitCode, out, err.trim().split('\n').length]).toEqual([code, '', 1]);
    expect(err).toContain(sentence);
  });

  it.each([
    [['restore', 'none.tar.gz'], 'is in use by the Candor at http://127.0.0.1:'],
    [['db', 'migrate'], 'A server has the data'],
  ])('does not touch the data behind the back of the server: %j', async (args, sentence) => {
    const { exitCode, out, err } = await launch(server.config.dataDirectory, ...args);
    expect([exitCode, out, err.trim().split('\n').length]).toEqual([1, '', 1]);
    expect(err).toContain(sentence);
  });

  it('writes no control character of a name to the terminal', async () => {
    await server.send('/accounts', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: 'odd', name: 'a\u001b[31mb\nc\u0007' }),
    });
    const out = await done('accounts');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
    expect(out.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
    expect(out).toMatch(/odd/);
  });

  it('backs up what the server has, which another Candor can go on with', async () => {
    await done('backup', 'all.tar.gz');
    expect(existsSync(join(folder, 'all.tar.gz'))).toBe(true);
    expect((await candor('backup', 'all.tar.gz')).exitCode, 'a file that is there is left alone').toBe(2);
    const other = join(folder, 'other');
    const restored = await launch(other, 'restore', 'all.tar.gz');
    expect(restored).toMatchObject({ exitCode: 0, err: '' });
    const again = await launch(other, 'restore', 'all.tar.gz');
    expect([again.exitCode, again.err.trim().split('\n').length]).toEqual([1, 1]);
    const replaced = await launch(other, 'restore', 'all.tar.gz', '--replace');
    expect(replaced).toMatchObject({ exitCode: 0, out: expect.stringContaining('What was there is now at') });
    const hash = await launch(other, 'session', 'hash', 'run', '--json');
    expect(JSON.parse(hash.out)).toEqual(await server.done(hashSession, { sessionId: 'run' }));
  });
});

describe('the command line without a server', () => {
  it('works on the data itself, and says what needs a server', async () => {
    const home = join(folder, 'alone');
    const alone = (...args: readonly string[]) => launch(home, ...args);
    const line = 'backtest --symbol AAPL --strategy sma-crossover --from 2014-01-02 --to 2015-12-31';
    expect(await alone(...line.split(' '))).toMatchObject({ exitCode: 0, out: expect.stringContaining('on AAPL') });
    expect((await alone('backtests', '--json')).out).toContain('"symbol": "AAPL"');
    const halted = await alone('halt');
    expect([halted.exitCode, halted.err.trim().split('\n').length]).toEqual([1, 1]);
    expect(halted.err).toContain('server');
  });
});
