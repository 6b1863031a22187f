import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAccount } from '@candor/server/operations/accounts/create-account';
import { getBacktest } from '@candor/server/operations/backtests/get-backtest';
import { runBacktest } from '@candor/server/operations/backtests/run-backtest';
import { createConfiguration } from '@candor/server/operations/configurations/create-configuration';
import { getJob } from '@candor/server/operations/jobs/get-job';
import { createSession } from '@candor/server/operations/sessions/create-session';
import { getSession } from '@candor/server/operations/sessions/get-session';
import { startSession } from '@candor/server/operations/sessions/start-session';
import { stopSession } from '@candor/server/operations/sessions/stop-session';
import { checkStrategy } from '@candor/server/operations/strategies/check-strategy';
import { listStrategies } from '@candor/server/operations/strategies/list-strategies';
import { newStrategy } from '@candor/server/operations/strategies/new-strategy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WholeServer } from './whole-server.ts';

let server: WholeServer;
beforeAll(async () => {
  server = await WholeServer.start();
  await server.done(createAccount, { id: 'mine' });
}, 120_000);
afterAll(() => server.stop());

function file(name: string): string {
  return join(server.home, 'my', name);
}

function session(id: string, configurationId: string) {
  const sleeves = [{ configurationId, symbols: ['AAPL'] }];
  return { id, accountId: 'mine', sleeves, from: '2014-01-02', to: '2014-12-31', barsPerSecond: 1 };
}

describe('a strategy of one’s own', () => {
  it('trades only as it was when it passed its check', async () => {
    expect(await server.done(newStrategy, { name: 'first-idea' })).toEqual({ path: 'my/first-idea.ts' });
    await server.refused(newStrategy, { name: 'first-idea' }, 422, 'files.exists');
    expect((await server.done(listStrategies)).own).toMatchObject([{ name: 'my/first-idea.ts' }]);
    const strategy = 'my/first-idea.ts';
    await server.done(createConfiguration, { id: 'idea', strategy });
    const unchecked = await server.refused(createSession, session('early', 'idea'), 409, 'sessions.unchecked-strategy');
    expect(unchecked).toContain('has not been checked as it is now');
    await server.refused(getSession, { sessionId: 'early' }, 404, 'sessions.unknown');

    const findings = await server.done(checkStrategy, { file: strategy });
    expect(findings).toMatchObject({ ok: true, id: 'first-idea', typeFaults: [] });
    await server.done(createSession, session('allowed', 'idea'));
    expect((await server.done(startSession, { sessionId: 'allowed' })).state).toBe('running');
    await server.done(stopSession, { sessionId: 'allowed' });

    await server.done(createSession, session('too-late', 'idea'));
    appendFileSync(file('first-idea.ts'), '\n// Another thought.\n');
    await server.refused(startSession, { sessionId: 'too-late' }, 409, 'trading.cannot-open');
    await server.done(stopSession, { sessionId: 'too-late' });
    await server.refused(createSession, session('changed', 'idea'), 409, 'sessions.unchecked-strategy');
    expect((await server.done(checkStrategy, { file: strategy })).ok).toBe(true);
    await server.done(createSession, session('again', 'idea'));
    await server.done(stopSession, { sessionId: 'again' });
  });

  it('can be backtested before it passed, and the run says from which source', async () => {
    await server.done(newStrategy, { name: 'to-try' });
    const terms = {
      symbol: 'AAPL',
      strategy: 'my/to-try.ts',
      params: { slow: 20 },
      from: '2014-01-02',
      to: '2015-06-30',
    };
    const { runId, jobId } = await server.done(runBacktest, terms);
    const { state, error } = await server.doneWhen(getJob, { jobId }, ({ endedAt }) => endedAt !== null);
    expect([state, error]).toEqual(['succeeded', null]);
    const { document } = await server.done(getBacktest, { runId });
    expect(document.manifest.strategy).toMatchObject({ file: 'my/to-try.ts', params: { slow: 20 } });
    expect(document.manifest.strategy.sourceSha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('that looks ahead, or forgets, fails its check and does not trade', async () => {
    mkdirSync(join(server.home, 'my'), { recursive: true });
    writeFileSync(
      file('moody.ts'),
      `import { flat, long } from '@candor/domain/signal';
import { defineStrategy } from '@candor/strategies/define-strategy';
import { z } from 'zod';
export const moody = defineStrategy({
  id: 'moody', title: 'Moody', summary: 'As it likes.', params: z.object({}), warmup: () => 1,
  create: () => {
    let bars = 0;
    return { parts: {}, memory: {}, onBar: () => (++bars % 2 === 0 ? long({ confidence: 1, reason: 'even' }) : flat({ reason: 'odd' })) };
  },
});
`,
    );
    const { ok, laws } = await server.done(checkStrategy, { file: 'my/moody.ts' });
    expect([ok, laws.some((law) => !law.ok)]).toEqual([false, true]);
    await server.done(createConfiguration, { id: 'moody', strategy: 'my/moody.ts' });
    const detail = await server.refused(createSession, session('moody', 'moody'), 409, 'sessions.unchecked-strategy');
    expect(detail).toContain('failed its check');
  });

  it('that cannot be run is refused with its line', async () => {
    mkdirSync(join(server.home, 'my'), { recursive: true });
    writeFileSync(file('broken.ts'), "// One line.\nthrow new Error('not today');\n");
    writeFileSync(file('slip.ts'), '// One line.\nexport const x = ;\n');
    writeFileSync(file('empty.ts'), '');
    for (const [name, code] of [
      ['broken', 'own-strategies.broken'],
      ['slip', 'own-strategies.broken'],
      ['empty', 'own-strategies.not-one-strategy'],
    ] as const) {
      const detail = await server.refused(checkStrategy, { file: `my/${name}.ts` }, 422, code);
      if (name !== 'empty') expect(detail).toContain(`my/${name}.ts, line 2,`);
      await server.refused(createConfiguration, { id: name, strategy: `my/${name}.ts` }, 422, code);
    }
    const { unusable } = await server.done(listStrategies);
    expect(unusable.map(({ name }) => name)).toEqual(['my/broken.ts', 'my/empty.ts', 'my/slip.ts']);
    for (const name of ['broken.ts', 'slip.ts', 'empty.ts']) rmSync(file(name));
  });

  it.each([
    '../package.ts',
    'my/../../x.ts',
    '/etc/passwd',
    'packages/strategies/src/plugins/sma-crossover.ts',
    'my/none.ts',
    'my\\x.ts',
  ])('is looked for below my/ only: %s is refused', async (path) => {
    await server.refused(checkStrategy, { file: path }, 403, 'own-strategies.outside');
    await server.refused(createConfiguration, { id: 'outside', strategy: path }, 403, 'own-strategies.outside');
    await server.refused(runBacktest, { symbol: 'AAPL', strategy: path }, 403, 'own-strategies.outside');
  });

  it.each(['../x', 'Ab', 'a_b', '', 'x'.repeat(61), 'sma-crossover'])('is not called %j', async (name) => {
    const { status } = await server.ask(newStrategy, { name });
    expect(status).toBe(422);
  });
});
