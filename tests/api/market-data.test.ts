import { getBacktest } from '@candor/server/operations/backtests/get-backtest';
import { runBacktest } from '@candor/server/operations/backtests/run-backtest';
import { listBars } from '@candor/server/operations/bars/list-bars';
import { listDatasets } from '@candor/server/operations/bars/list-datasets';
import { createImport } from '@candor/server/operations/imports/create-import';
import { computeIndicator } from '@candor/server/operations/indicators/compute-indicator';
import { listIndicators } from '@candor/server/operations/indicators/list-indicators';
import { getJob } from '@candor/server/operations/jobs/get-job';
import { listQuarantine } from '@candor/server/operations/quarantine/list-quarantine';
import { getSymbol } from '@candor/server/operations/symbols/get-symbol';
import { listSymbols } from '@candor/server/operations/symbols/list-symbols';
import { createBackup } from '@candor/server/operations/system/create-backup';
import { showSystem } from '@candor/server/operations/system/show-system';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { walkPages } from './walk-pages.ts';
import { WholeServer } from './whole-server.ts';

let server: WholeServer;
beforeAll(async () => {
  server = await WholeServer.start();
}, 120_000);
afterAll(() => server.stop());

const HEADER = 'date,open,high,low,close,volume\n';

/** Returns a file of so many bars of a market that never closes, from the first of January 2020 on. */
function fileOf(bars: number, closeOf: (i: number) => number = (i) => 100 + 10 * Math.sin(i / 9)): string {
  const rows = Array.from({ length: bars }, (_, i) => {
    const day = new Date(Date.UTC(2020, 0, 1 + i)).toISOString().slice(0, 10);
    const [open, close] = [closeOf(i - 1), closeOf(i)];
    const figures = [open, Math.max(open, close) + 1, Math.min(open, close) - 1, close];
    return `${day},${figures.map((value) => value.toFixed(2)).join(',')},1000`;
  });
  return `${HEADER}${rows.join('\n')}\n`;
}

const OPEN_ALWAYS = { exchange: 'ALWAYS', zone: 'UTC' };

describe('an imported file', () => {
  it('adds its bars once, keeps what is stored, and puts other numbers for the same bars into quarantine', async () => {
    const terms = { symbol: 'COIN', fileName: 'coin.csv', ...OPEN_ALWAYS };
    const first = await server.done(createImport, { ...terms, csv: fileOf(300) });
    expect(first).toMatchObject({
      bars: 300,
      added: 300,
      unchanged: 0,
      conflicting: 0,
      from: '2020-01-01',
      faults: {},
    });
    expect(await server.done(createImport, { ...terms, csv: fileOf(300) })).toMatchObject({ added: 0, unchanged: 300 });
    const changed = fileOf(310).replace('2020-01-05,', '2020-01-05,9');
    const third = await server.done(createImport, {
      ...terms,
      csv: changed.replace(/^(2020-01-05,\S+?),(\S+?),/m, '$1,9999,'),
    });
    expect(third).toMatchObject({ added: 10, unchanged: 299, conflicting: 1 });

    const { datasets } = await server.done(listDatasets);
    expect(datasets).toMatchObject([{ id: first.datasetId, symbol: 'COIN', bars: 310, synthetic: false }]);
    expect(await server.done(getSymbol, { symbol: 'COIN' })).toMatchObject({
      kind: 'crypto',
      tradable: true,
      series: [{ timeframe: '1d', from: '2020-01-01', provider: 'csv-file' }],
    });
    expect((await server.done(listSymbols)).series.map(({ symbol }) => symbol)).toContain('COIN');
    const { rows } = await server.done(listQuarantine, { symbol: 'COIN' });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ datasetId: first.datasetId, reason: expect.stringContaining('') });

    const bars = await server.done(listBars, { symbol: 'COIN', limit: 5_000 });
    expect(bars).toMatchObject({ provider: 'csv-file', nextCursor: null });
    expect(bars.close).toHaveLength(310);
    const pages = await walkPages(server, listBars, { symbol: 'COIN', limit: 77 }, ({ closedAt }) => closedAt);
    expect(pages).toEqual(bars.closedAt);
  });

  it('has the price step that its numbers are written in, unless somebody says it, and never a coarser one later', async () => {
    const terms = { symbol: 'FINE', ...OPEN_ALWAYS };
    const stepOf = async () => (await server.done(getSymbol, { symbol: 'FINE' })).tickSize;
    const fine = fileOf(40).replaceAll(/\.(\d\d)(?=,)/g, '.$15');
    expect(await server.done(createImport, { ...terms, csv: fine })).toMatchObject({ tickSize: 0.001 });
    expect(await stepOf()).toBe(0.001);
    await server.done(createImport, { ...terms, csv: fileOf(60) });
    expect(await stepOf(), 'the bars of the first file are there still').toBe(0.001);
    await server.done(createImport, { ...terms, csv: fileOf(60), tickSize: 0.05 });
    expect(await stepOf()).toBe(0.05);
    await server.done(createImport, { ...terms, csv: fileOf(60), tickSize: 0 });
    await server.done(createImport, { ...terms, csv: fileOf(60) });
    expect(await stepOf(), 'continuous prices stay so').toBe(0);
    const { jobId } = await server.done(runBacktest, {
      symbol: 'FINE',
      strategy: 'sma-crossover',
      params: { fast: 3, slow: 9 },
    });
    expect((await server.doneWhen(getJob, { jobId }, ({ endedAt }) => endedAt !== null)).state).toBe('succeeded');
  });

  it('can be backtested', async () => {
    await server.done(createImport, { symbol: 'WAVE', csv: fileOf(400), ...OPEN_ALWAYS });
    const terms = { symbol: 'WAVE', strategy: 'sma-crossover', params: { fast: 3, slow: 9 } };
    const { runId, jobId } = await server.done(runBacktest, terms);
    const { state } = await server.doneWhen(getJob, { jobId }, ({ endedAt }) => endedAt !== null);
    expect(state).toBe('succeeded');
    const { document } = await server.done(getBacktest, { runId });
    expect(document.manifest.data).toMatchObject({ symbol: 'WAVE', bars: 400 });
  });

  it('with broken rows keeps the good ones and says of each bad one what is wrong with it', async () => {
    const good = fileOf(6).trimEnd().split('\n');
    const csv = [
      ...good,
      '2020-01-07,10,9,11,10,1',
      'tomorrow,1,1,1,1,1',
      '2020-01-09,-1,2,-2,1,1',
      '2020-01-10,1,2',
      '2020-01-11,NaN,2,1,1,1',
    ].join('\n');
    const found = await server.done(createImport, { symbol: 'HURT', csv, ...OPEN_ALWAYS });
    expect(found).toMatchObject({ bars: 6, added: 6, notListed: 0 });
    expect(found.quarantined.map(({ row }) => row)).toEqual([8, 9, 10, 11, 12]);
    for (const { reason } of found.quarantined) expect(reason.length).toBeGreaterThan(10);
    const rows = await walkPages(server, listQuarantine, { symbol: 'HURT', limit: 2 }, (page) => page.rows);
    expect(rows.map(({ row }) => row).toSorted((a, b) => a - b)).toEqual([8, 9, 10, 11, 12]);
  });

  it.each([
    ['nothing but its first line', HEADER, 422, 'imports.no-bars'],
    ['no row that can be used', `${HEADER}x,1,1,1,1,1\n`, 422, 'imports.no-bars'],
    ['no first line', '2020-01-01,1,2,1,1,1\n', 422, 'market-data.bad-header'],
    ['something else in it', '<html></html>', 422, 'market-data.bad-header'],
    ['the character NUL in it', `${HEADER}2020-01-01,1,2,1,1,\0\n`, 422, 'operations.bad-input'],
    ['nothing in it', '', 422, 'operations.bad-input'],
  ])('with %s is refused, and nothing is stored', async (_what, csv, status, code) => {
    await server.refused(createImport, { symbol: 'NONE', csv, ...OPEN_ALWAYS }, status, code);
    await server.refused(getSymbol, { symbol: 'NONE' }, 404, 'symbols.unknown');
    expect((await server.done(listQuarantine, { symbol: 'NONE' })).rows).toEqual([]);
  });

  it('takes no symbol that comes with Candor, and keeps to the calendar it began with', async () => {
    await server.refused(createImport, { symbol: 'AAPL', csv: fileOf(3) }, 409, 'imports.symbol-taken');
    await server.done(createImport, { symbol: 'ONCE', csv: fileOf(9), ...OPEN_ALWAYS });
    await server.refused(createImport, { symbol: 'ONCE', csv: fileOf(9) }, 409, 'imports.other-exchange');
    expect((await server.done(getSymbol, { symbol: 'ONCE' })).exchange).toBe('ALWAYS');
    await server.refused(createImport, { symbol: 'lower', csv: fileOf(3) }, 422, 'operations.bad-input');
    await server.refused(createImport, { symbol: '../x', csv: fileOf(3) }, 422, 'operations.bad-input');
  });
});

describe('bars', () => {
  it.each([
    [{ symbol: 'APPL' }, 404, 'market-data.unknown-symbol'],
    [{ symbol: 'AAPL', from: '2015-01-01', to: '2014-01-01' }, 422, 'market-data.bad-range'],
    [{ symbol: 'AAPL', from: '2030-01-01' }, 404, 'market-data.empty-range'],
    [{ symbol: 'AAPL', cursor: Buffer.from('1.5').toString('base64url') }, 422, 'operations.bad-cursor'],
    [{ symbol: 'AAPL', cursor: Buffer.from('1e+300').toString('base64url') }, 422, 'operations.bad-cursor'],
    [{ symbol: 'AAPL', timeframe: '2d' }, 422, 'operations.bad-input'],
  ])('are refused for %j', async (input, status, code) => {
    await server.refused(listBars, input, status, code);
  });

  it('beyond the last page are none', async () => {
    const cursor = Buffer.from('1000000').toString('base64url');
    expect(await server.done(listBars, { symbol: 'AAPL', cursor })).toMatchObject({ close: [], nextCursor: null });
    const before = Buffer.from('-5').toString('base64url');
    expect((await server.done(listBars, { symbol: 'AAPL', cursor: before, limit: 1 })).close).toHaveLength(1);
  });
});

describe('indicators', () => {
  it('are listed, and each can be computed with its defaults over the same bars at once', async () => {
    const { indicators, total } = await server.done(listIndicators);
    expect(indicators).toHaveLength(total);
    expect(total).toBeGreaterThan(90);
    const months = { symbol: 'AAPL', from: '2014-01-02', to: '2014-06-30' };
    for (let at = 0; at < total; at += 20) {
      const wanted = indicators.slice(at, at + 20);
      const computed = await server.done(computeIndicator, { ...months, indicators: wanted.map(({ id }) => id) });
      expect(computed.indicators.map(({ indicator }) => indicator)).toEqual(wanted.map(({ id }) => id));
      for (const [i, { outputs }] of computed.indicators.entries()) {
        expect(outputs.map(({ name }) => name)).toEqual(wanted[i]!.outputs.map(({ name }) => name));
        for (const { values } of outputs) expect(values).toHaveLength(computed.close.length);
      }
    }
  });

  it('computed one by one are what they are together, null while they warm up', async () => {
    const year = { symbol: 'AAPL', from: '2014-01-02', to: '2014-12-31' };
    const wishes = [
      { indicator: 'sma', params: { period: 5 } },
      { indicator: 'sma', params: { period: 50 } },
    ];
    const together = await server.done(computeIndicator, { ...year, indicators: wishes });
    for (const [i, wish] of wishes.entries()) {
      const alone = await server.done(computeIndicator, { ...year, ...wish });
      expect(alone.indicators).toEqual([together.indicators[i]]);
      const { values } = alone.indicators[0]!.outputs[0]!;
      expect(values.findIndex((value) => value !== null)).toBe(wish.params.period - 1);
      expect(values.lastIndexOf(null)).toBe(wish.params.period - 2);
    }
  });

  it.each([
    [{ indicator: 'rsj' }, 404, 'indicators.unknown'],
    [{ indicators: ['rsi', 'rsj'] }, 404, 'indicators.unknown'],
    [{ indicator: 'rsi', params: { period: 0 } }, 422, 'indicators.bad-param'],
    [{ indicators: [{ indicator: 'rsi', params: { period: 'x' } }] }, 422, 'indicators.bad-param'],
    [{ indicator: 'rsi', params: { period: null } }, 422, 'indicators.bad-param'],
    [{ indicator: 'rsi', symbol: 'APPL' }, 404, 'market-data.unknown-symbol'],
    [{ indicator: 'rsi', from: 'soon' }, 422, 'operations.bad-input'],
    [{}, 422, 'operations.bad-input'],
    [{ indicator: 'rsi', indicators: ['sma'] }, 422, 'operations.bad-input'],
    [{ indicators: ['sma'], params: { period: 3 } }, 422, 'operations.bad-input'],
    [{ indicators: [] }, 422, 'operations.bad-input'],
    [{ indicators: Array(21).fill('sma') }, 422, 'operations.bad-input'],
    [{ indicators: [{ indicator: 'rsi', parms: {} }] }, 422, 'operations.bad-input'],
  ])('are refused for %j', async (input, status, code) => {
    await server.refused(computeIndicator, { symbol: 'AAPL', ...input }, status, code);
  });
});

describe('the system', () => {
  it('says what runs and how its parts are', async () => {
    const { backing, components, codeVersion } = await server.done(showSystem);
    expect(backing).toBe('embedded');
    expect(components.map(({ name, state }) => [name, state])).toEqual([
      ['database', 'up'],
      ['queue', 'up'],
      ['sessions', 'up'],
    ]);
    expect(codeVersion).toMatch(/^\d+\.\d+\.\d+\+sha256\.[0-9a-f]{64}$/);
  });

  it('is backed up while it runs', async () => {
    const { file, migrations } = await server.done(createBackup);
    expect(file.startsWith(server.config.dataDirectory)).toBe(true);
    expect(migrations.length).toBeGreaterThan(0);
  });
});
