import { compareBacktests } from '@candor/server/operations/backtests/compare-backtests';
import { deleteBacktest } from '@candor/server/operations/backtests/delete-backtest';
import { getBacktest } from '@candor/server/operations/backtests/get-backtest';
import { labelBacktest } from '@candor/server/operations/backtests/label-backtest';
import { listBacktests } from '@candor/server/operations/backtests/list-backtests';
import { registerTrial } from '@candor/server/operations/backtests/register-trial';
import { runBacktest } from '@candor/server/operations/backtests/run-backtest';
import { verifyBacktest } from '@candor/server/operations/backtests/verify-backtest';
import { cancelJob } from '@candor/server/operations/jobs/cancel-job';
import { getJob } from '@candor/server/operations/jobs/get-job';
import { listJobs } from '@candor/server/operations/jobs/list-jobs';
import { WireJob } from '@candor/server/resources/wire/wire-job';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RecordingClient } from '../live/recording-client.ts';
import { problemIn } from './http-door.ts';
import { walkPages } from './walk-pages.ts';
import { WholeServer } from './whole-server.ts';

const APPLE = {
  symbol: 'AAPL',
  strategy: 'sma-crossover',
  params: { fast: 5, slow: 20 },
  from: '2014-01-02',
  to: '2015-12-31',
};

let server: WholeServer;
beforeAll(async () => {
  server = await WholeServer.start();
}, 120_000);
afterAll(() => server.stop());

/** Backtests and returns the id of the finished run. */
async function finished(terms: Readonly<Record<string, unknown>>): Promise<string> {
  const { runId, jobId } = await server.done(runBacktest, terms);
  const { state, error } = await server.doneWhen(getJob, { jobId }, ({ endedAt }) => endedAt !== null);
  expect([state, error]).toEqual(['succeeded', null]);
  return runId;
}

async function trialsOf(runId: string): Promise<number | null> {
  return (await server.done(getBacktest, { runId })).document.manifest.trials;
}

describe('a backtest', () => {
  it('is a job that tells how far it is to whoever follows, and leaves a run', async () => {
    const client = await RecordingClient.connect(`${server.origin.replace('http', 'ws')}/ws`);
    client.say({ op: 'subscribe', topic: 'jobs' });
    await client.until(() => client.of('jobs').length > 0);
    const { runId, jobId, state } = await server.done(runBacktest, APPLE);
    expect(state).toBe('queued');
    const told = await client.until(() => {
      const ofJob = client
        .of('jobs')
        .filter(({ type }) => type !== 'snapshot')
        .map(({ data }) => WireJob.parse(data))
        .filter(({ id }) => id === jobId);
      return ofJob.at(-1)?.state === 'succeeded' && ofJob;
    });
    client.socket.close();
    expect([...new Set(told.map((job) => job.state))]).toEqual(['queued', 'running', 'succeeded']);
    expect(told.some(({ progress }) => progress !== null && progress.total > 0)).toBe(true);

    const job = await server.done(getJob, { jobId });
    expect(job).toMatchObject({ state: 'succeeded', job: 'backtests.run', result: { runId } });
    const { document, tags, note } = await server.done(getBacktest, { runId });
    expect([tags, note]).toEqual([[], '']);
    expect(document.manifest).toMatchObject({ strategy: { id: 'sma-crossover' }, data: { symbol: 'AAPL' } });
    expect(document.manifest.data.from >= APPLE.from && document.manifest.data.to <= APPLE.to).toBe(true);
    expect((await server.done(listJobs, { job: 'backtests.run', state: 'succeeded' })).jobs).toContainEqual(job);
  });

  it('shows the luck in it, reasons, other costs, early and late, and where it might have gone, and all of it agrees', async () => {
    const runId = await finished(APPLE);
    const { document } = await server.done(getBacktest, { runId });
    const { assessment, costSensitivity, split, fan, ambiguousBars, equity, trades, manifest } = document;
    const { luck, reasons, metrics } = assessment;
    if (!luck || !split || !fan || !costSensitivity || !reasons) throw new Error('a part is not there');
    for (const part of [luck, split, fan]) expect(part).not.toHaveProperty('missingBecause');
    if ('missingBecause' in luck || 'missingBecause' in split || 'missingBecause' in fan) return;
    const figure = (id: string) => metrics.find((metric) => metric.id === id)!.value!;

    expect(luck).toMatchObject({
      sharpePerYear: figure('sharpe'),
      luckShare: figure('luckShare'),
      probabilityOfSkill: figure('dsr'),
      trials: manifest.trials,
    });
    expect(reasons.length).toBeGreaterThan(0);
    expect(costSensitivity.runs.map(({ multiple }) => multiple)).toEqual([0, 1, 2, 4]);
    expect(costSensitivity.missingBecause).toBeNull();
    expect(costSensitivity.note).toContain('not count as more tries');
    const returns = costSensitivity.runs.map(({ totalReturn }) => totalReturn);
    expect(returns[1]).toBeCloseTo(figure('totalReturn'), 12);
    expect(returns[2]).toBe(figure('doubledCostReturn'));
    expect((1 + split.early.totalReturn) * (1 + split.late.totalReturn) - 1).toBeCloseTo(figure('totalReturn'), 9);
    expect(split.early.sessions + split.late.sessions).toBe(assessment.observations);
    expect(fan.rows.at(-1)).toBe(equity.equityUsd.length - 1);
    expect(fan.p05Usd).toHaveLength(fan.rows.length);
    expect(ambiguousBars).toBe(0);
    for (const { worst, best } of trades) expect(worst! <= 0 && best! >= 0).toBe(true);

    const before = manifest.trials;
    expect(await trialsOf(await finished(APPLE)), 'the reruns at other costs are no tries').toBe(before);
  });

  it('can be listed, labelled, compared and verified', async () => {
    const runs = [await finished(APPLE), await finished({ ...APPLE, params: { fast: 8, slow: 30 } })];
    const [first, second] = runs;
    const listed = await walkPages(server, listBacktests, { limit: 1 }, (page) => page.runs);
    expect(listed.map(({ runId }) => runId).slice(0, 2)).toEqual(runs.toReversed());
    expect(listed.map(({ runId }) => runId)).toHaveLength(new Set(listed.map(({ runId }) => runId)).size);

    await server.done(labelBacktest, { runId: first, tags: ['slow', 'kept'], note: 'Before the costs.' });
    await server.done(labelBacktest, { runId: first, tags: ['kept'] });
    expect((await server.done(listBacktests, { tag: 'kept' })).runs).toMatchObject([
      { runId: first, tags: ['kept'], note: 'Before the costs.' },
    ]);
    expect(listed[0]?.params, 'what tells them apart').toMatchObject({ fast: 8, slow: 30 });
    expect((await server.done(listBacktests, { tag: 'slow' })).runs).toEqual([]);
    expect((await server.done(listBacktests, { symbol: 'SYN-A' })).runs).toEqual([]);

    const compared = await server.done(compareBacktests, { runIds: runs });
    expect(compared.runs.map(({ runId }) => runId)).toEqual(runs);
    expect(compared.metrics.every(({ values }) => values.length === 2)).toBe(true);
    expect(compared.differences).toEqual([expect.stringContaining('different numbers of tries')]);
    await server.refused(compareBacktests, { runIds: [first, 'none'] }, 404, 'backtests.unknown');
    await server.refused(compareBacktests, { runIds: [first] }, 422, 'operations.bad-input');

    expect(await server.done(verifyBacktest, { runId: second })).toMatchObject({ runId: second, ok: true });
    await server.refused(verifyBacktest, { runId: 'none' }, 404, 'backtests.unknown');
  });

  it('takes lists and records as parameters, and names the field of an entry that does not fit', async () => {
    const consensus = (...members: object[]) => ({ ...APPLE, strategy: 'consensus', params: { members } });
    const crossover = { strategy: 'sma-crossover', weight: 2, params: { fast: 5, slow: 20 } };
    const runId = await finished(consensus(crossover));
    const { document } = await server.done(getBacktest, { runId });
    expect(document.manifest.strategy.params).toMatchObject({
      members: [{ ...crossover, params: { fast: 5, slow: 20, direction: 'long-only' } }],
    });
    expect(await server.done(verifyBacktest, { runId })).toMatchObject({ ok: true });
    const wrong = consensus(crossover, { strategy: 'markov-chain', params: { states: 1 } });
    expect(await server.refused(runBacktest, wrong, 422, 'strategies.bad-param')).toMatch(
      /"members\.1\.params\.states" .* must be at least 2; it is 1/,
    );
  });

  it('counts what was tried, whoever tried it, once each, and forgets no try', async () => {
    const range = { symbol: 'SYN-B', strategy: 'sma-crossover', from: '2019-01-02', to: '2019-12-31' };
    const first = await finished({ ...range, params: { fast: 2, slow: 9 } });
    expect(await trialsOf(first)).toBe(1);
    expect(await trialsOf(await finished({ ...range, params: { fast: 2, slow: 9 } })), 'the same again').toBe(1);
    expect(await trialsOf(await finished({ ...range, params: { fast: 3, slow: 9 } }))).toBe(2);
    await server.done(deleteBacktest, { runId: first });
    await server.refused(getBacktest, { runId: first }, 404, 'backtests.unknown');
    await server.refused(deleteBacktest, { runId: first }, 404, 'backtests.unknown');
    await server.refused(labelBacktest, { runId: first, note: 'x' }, 404, 'backtests.unknown');
    expect(await trialsOf(await finished({ ...range, params: { fast: 4, slow: 9 } }))).toBe(3);
    const elsewhere = {
      dataset: 'generator:SYN-B:1d',
      from: '2019-06-03',
      to: '2020-01-31',
      configurationSha256: 'a'.repeat(64),
    };
    expect(await server.done(registerTrial, elsewhere)).toEqual({ trials: 4 });
    expect(await server.done(registerTrial, elsewhere)).toEqual({ trials: 4 });
    expect(
      await trialsOf(await finished({ ...range, params: { fast: 4, slow: 9 }, from: '2021-01-04', to: '2021-12-31' })),
      'on bars nobody tried',
    ).toBe(1);
  });

  it('that is cancelled ends, leaves no run, and lets the next one through', async () => {
    const { runId, jobId } = await server.done(runBacktest, {
      symbol: 'SYN-A',
      strategy: 'sma-crossover',
      timeframe: '1m',
    });
    await server.doneWhen(getJob, { jobId }, ({ state }) => state === 'running');
    await server.done(cancelJob, { jobId });
    const { state } = await server.doneWhen(getJob, { jobId }, ({ endedAt }) => endedAt !== null);
    expect(state).toBe('cancelled');
    await server.refused(getBacktest, { runId }, 404, 'backtests.unknown');
    expect((await server.ask(cancelJob, { jobId })).status, 'calling off twice is calling off once').toBe(202);
    await finished({ ...APPLE, from: '2015-01-02' });
    await server.refused(getBacktest, { runId }, 404, 'backtests.unknown');
  });

  it('that is over cannot be cancelled', async () => {
    const runId = await finished(APPLE);
    await server.refused(cancelJob, { jobId: runId }, 409, 'jobs.over');
    await server.refused(cancelJob, { jobId: 'none' }, 404, 'jobs.unknown');
    await server.refused(getJob, { jobId: 'none' }, 404, 'jobs.unknown');
  });

  it('asked for again with its key is the same run', async () => {
    const key = { 'idempotency-key': 'the-same-backtest' };
    const answers = await Promise.all([0, 1].map(() => server.ask(runBacktest, APPLE, key)));
    const again = await server.ask(runBacktest, APPLE, key);
    const taken = [...answers, again].filter(({ status }) => status === 202);
    for (const { body } of taken) expect(body).toEqual(again.body);
    for (const answer of answers) if (answer.status !== 202) problemIn(answer, 409, 'http.still-running');
    problemIn(await server.ask(runBacktest, { ...APPLE, seed: 2 }, key), 422, 'http.key-reused');
  });

  it.each([
    [{ symbol: 'APPL' }, 404, 'market-data.unknown-symbol'],
    [{ symbol: 'SPX', from: '2014-01-02' }, 422, 'backtests.not-tradable'],
    [{ strategy: 'sma-crosover' }, 404, 'strategies.unknown'],
    [{ params: { fast: 1000 } }, 422, 'strategies.bad-param'],
    [{ sizing: 'all' }, 404, 'risk.unknown-sizing'],
    [{ sizing: 'fixed-fraction', sizingParams: { riskFraction: -1 } }, 422, 'risk.bad-param'],
    [{ from: '2015-01-02', to: '2014-01-02' }, 422, 'market-data.bad-range'],
    [{ from: '2014-02-30' }, 422, 'operations.bad-input'],
    [{ to: '2014-01-06' }, 422, 'backtests.too-short'],
    [{ maxVolumeShare: 0.00001 }, 422, 'backtests.bad-input'],
    [{ strategy: 'my/none.ts' }, 403, 'own-strategies.outside'],
    [{ strategy: '/etc/passwd' }, 403, 'own-strategies.outside'],
    [{ csv: '/etc/passwd' }, 422, 'operations.bad-input'],
  ])('is refused with %j, and there is no job', async (terms, status, code) => {
    const before = (await server.done(listJobs, { limit: 500 })).jobs.length;
    await server.refused(runBacktest, { ...APPLE, ...terms }, status, code);
    expect((await server.done(listJobs, { limit: 500 })).jobs).toHaveLength(before);
  });
});
