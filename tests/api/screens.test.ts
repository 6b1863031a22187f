import { createAccount } from '@candor/server/operations/accounts/create-account';
import { countTrials } from '@candor/server/operations/backtests/count-trials';
import { registerTrial } from '@candor/server/operations/backtests/register-trial';
import { listBars } from '@candor/server/operations/bars/list-bars';
import { showCoverage } from '@candor/server/operations/bars/show-coverage';
import { createConfiguration } from '@candor/server/operations/configurations/create-configuration';
import { listConfigurations } from '@candor/server/operations/configurations/list-configurations';
import { validateConfiguration } from '@candor/server/operations/configurations/validate-configuration';
import type { ParameterShape } from '@candor/server/operations/describe-params';
import { createImport } from '@candor/server/operations/imports/create-import';
import { listIndicators } from '@candor/server/operations/indicators/list-indicators';
import { listJournal } from '@candor/server/operations/journal/list-journal';
import { listFills } from '@candor/server/operations/orders/list-fills';
import { placeOrder } from '@candor/server/operations/orders/place-order';
import { listLimits } from '@candor/server/operations/risk/list-limits';
import { createSession } from '@candor/server/operations/sessions/create-session';
import { listDecisions } from '@candor/server/operations/sessions/list-decisions';
import { listEquity } from '@candor/server/operations/sessions/list-equity';
import { listEvents } from '@candor/server/operations/sessions/list-events';
import { listPositions } from '@candor/server/operations/sessions/list-positions';
import { listReasons } from '@candor/server/operations/sessions/list-reasons';
import { pauseSession } from '@candor/server/operations/sessions/pause-session';
import { startSession } from '@candor/server/operations/sessions/start-session';
import { stepSession } from '@candor/server/operations/sessions/step-session';
import { listSizings } from '@candor/server/operations/sizings/list-sizings';
import { listStrategies } from '@candor/server/operations/strategies/list-strategies';
import { listSymbols } from '@candor/server/operations/symbols/list-symbols';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { walkPages } from './walk-pages.ts';
import { WholeServer } from './whole-server.ts';

const SESSION = { sessionId: 'watched' };
const SYMBOLS = ['AAPL', 'SYN-A'];
/** Where the prices of both meet. */
const RANGE = { from: '2018-01-02', to: '2018-05-11' };
const STEPS = [30, 50];

let server: WholeServer;
beforeAll(async () => {
  server = await WholeServer.start();
  await server.done(createConfiguration, {
    id: 'quick',
    strategy: 'sma-crossover',
    params: { fast: 3, slow: 10 },
    sizing: { id: 'fixed-quantity', params: { quantity: 7 } },
  });
  await server.done(createConfiguration, { id: 'steady', strategy: 'sma-crossover', params: { fast: 5, slow: 20 } });
  await server.done(createConfiguration, {
    id: 'unsure',
    strategy: 'markov-chain',
    params: { lookback: 60, reestimateEvery: 1 },
  });
  await server.done(createAccount, { id: 'book' });
  await server.done(createSession, {
    id: SESSION.sessionId,
    accountId: 'book',
    sleeves: [
      { id: 'quick', configurationId: 'quick', symbols: SYMBOLS, capitalShare: 0.4 },
      { id: 'steady', configurationId: 'steady', symbols: ['AAPL'], capitalShare: 0.3 },
      { id: 'unsure', configurationId: 'unsure', symbols: ['AAPL'], capitalShare: 0.3 },
    ],
    ...RANGE,
    barsPerSecond: 0.2,
  });
  await server.done(startSession, SESSION);
  await server.done(pauseSession, SESSION);
  await server.done(stepSession, { ...SESSION, bars: STEPS[0] });
  // More than the account can pay for: refused, with a reason to be counted.
  await server.ask(placeOrder, { ...SESSION, symbol: 'AAPL', side: 'buy', quantity: 1_000_000 });
  await server.done(placeOrder, { ...SESSION, symbol: 'AAPL', side: 'buy', quantity: 3 });
  await server.done(stepSession, { ...SESSION, bars: STEPS[1] });
}, 180_000);
afterAll(() => server.stop());

const allEvents = (input: object = {}) =>
  walkPages(server, listEvents, { ...SESSION, limit: 200, ...input }, ({ events }) => events);

describe('the parameters of a plugin', () => {
  const everyone = async () => {
    const { bundled } = await server.done(listStrategies);
    const { indicators } = await server.done(listIndicators);
    const { sizings } = await server.done(listSizings);
    const { limits } = await server.done(listLimits);
    return [...bundled, ...indicators, ...sizings, ...limits];
  };

  it('come with a title, a type and a default within their bounds, and as one JSON Schema of the same names', async () => {
    for (const { title, params, schema } of await everyone()) {
      expect(Object.keys(Object(schema['properties']))).toEqual(params.map(({ name }) => name));
      for (const { name, title: called, type, default: value, minimum, maximum, choices, none } of params) {
        expect(called, `${title}: ${name}`).toMatch(/^[A-Z]/);
        if (type === 'choice') expect(choices).toContain(value ?? choices?.[0]);
        if (value === null) continue;
        if (type === 'integer') expect(Number.isInteger(value)).toBe(true);
        if (type === 'integer' || type === 'number') {
          expect(Number(value)).toBeGreaterThanOrEqual(minimum ?? Number.NEGATIVE_INFINITY);
          expect(Number(value)).toBeLessThanOrEqual(maximum ?? Number.POSITIVE_INFINITY);
        }
        expect(['not-allowed', 'null']).toContain(none);
      }
    }
  });

  it('are described enough to make a form of them', async () => {
    const { bundled } = await server.done(listStrategies);
    const crossover = bundled.find(({ name }) => name === 'sma-crossover')!;
    expect(crossover.params).toMatchObject([
      { name: 'fast', title: 'Fast average', type: 'integer', default: 10, minimum: 2, maximum: 5000, unit: 'bars' },
      { name: 'slow', title: 'Slow average', unit: 'bars' },
      { name: 'direction', type: 'choice', choices: ['long-only', 'long-short'], minimum: null, unit: null },
    ]);
    expect(crossover.crossRules).toEqual([{ field: 'fast', message: '"fast" must be below "slow".' }]);
    const { sizings } = await server.done(listSizings);
    const fraction = sizings.find(({ id }) => id === 'fixed-fraction')!;
    expect(fraction).toMatchObject({ needs: { stop: true, volatility: false } });
    expect(fraction.params[0]).toMatchObject({ minimum: 0, excludesMinimum: true, maximum: 1, unit: 'fraction' });
    expect(fraction.params[1]).toMatchObject({ type: 'number', maximum: null, none: 'null' });
    const { indicators } = await server.done(listIndicators);
    const macd = indicators.find(({ id }) => id === 'macd')!;
    expect(macd.outputs.map(({ lineStyle }) => lineStyle)).toEqual(['line', 'line', 'histogram']);
    expect(macd.crossRules).toHaveLength(1);
    expect(indicators.find(({ id }) => id === 'bollinger')!.outputs[0]).toMatchObject({ lineStyle: 'bands' });
    expect(indicators.find(({ id }) => id === 'engulfing')).toMatchObject({ groupTitle: 'Candlestick patterns' });
  });

  it('say what a list holds, field by field', async () => {
    const { bundled } = await server.done(listStrategies);
    const { params, schema } = bundled.find(({ name }) => name === 'consensus')!;
    const members = params.find(({ name }) => name === 'members')!;
    expect(members).toMatchObject({ type: 'list', title: 'Members', rules: 'at least 1 entry, at most 50 entries' });
    expect(members.list).toMatchObject({ minEntries: 1, maxEntries: 50, eachOnce: 'strategy' });
    expect(members.list!.entry).toMatchObject([
      { name: 'strategy', type: 'choice', choices: expect.arrayContaining(['sma-crossover']), default: null },
      { name: 'weight', type: 'number', minimum: 0, maximum: 1000, default: 1 },
      { name: 'params', type: 'record', parametersOf: 'strategy', default: {} },
    ]);
    expect(schema).toMatchObject({
      properties: { members: { type: 'array', minItems: 1, items: { required: ['strategy'] } } },
    });
    const plain = [...params, ...bundled.flatMap((each) => each.params)].filter(({ type }) => type !== 'list');
    expect(plain.map(({ list }) => list)).toEqual(plain.map(() => null));
  });

  it('say the bounds by which a configuration is judged', async () => {
    const outside = ({ type, minimum, maximum, excludesMinimum, excludesMaximum }: ParameterShape): number[] => {
      if (type !== 'integer' && type !== 'number') return [];
      return [
        ...(minimum === null ? [] : [excludesMinimum ? minimum : minimum - 1]),
        ...(maximum === null ? [] : [excludesMaximum ? maximum : maximum + 1]),
      ];
    };
    const { bundled } = await server.done(listStrategies);
    for (const { name: strategy, params } of bundled) {
      for (const parameter of params) {
        for (const value of outside(parameter)) {
          const wish = { strategy, params: { [parameter.name]: value } };
          const { ok, errors } = await server.done(validateConfiguration, wish);
          expect([wish, ok]).toEqual([wish, false]);
          expect(errors.map(({ field }) => field)).toContain(`params.${parameter.name}`);
        }
      }
    }
  });
});

describe('a configuration that is only checked', () => {
  const wishes = [
    { strategy: 'sma-crossover' },
    { strategy: 'sma-crossover', params: { fast: 20, slow: 100 }, allowShort: true },
    { strategy: 'sma-crossover', params: { fast: 30, slow: 20 } },
    { strategy: 'sma-crossover', params: { fast: 1, slow: 'x', direction: 'up' } },
    { strategy: 'sma-crossover', params: { fats: 3 } },
    { strategy: 'sma-crossing' },
    { strategy: 'my/nothing.ts' },
    { strategy: 'consensus', params: { members: [{ strategy: 'sma-crossover', params: { slow: 50 } }] } },
    { strategy: 'consensus', params: { members: [{ strategy: 'sma-crossover' }, { strategy: 'sma-crossover' }] } },
    { strategy: 'consensus', params: { members: [] } },
    { strategy: 'markov-chain', params: { halfLife: 40 } },
    { strategy: 'markov-chain', sizing: { id: 'fixed-fraction', params: { riskFraction: 2 } } },
    { strategy: 'sma-crossing', sizing: { id: 'all-inn' } },
    { strategy: 'sma-crossover', sizing: { id: 'fixed-fraction', params: { maxPositionFraction: null } } },
    { strategy: 'sma-crossover', sizing: { id: 'all-in', params: { more: true } } },
  ];

  it.each(wishes.map((wish, i) => ({ wish, i })))('is fine if and only if it would be kept: $wish', async (each) => {
    const before = await server.done(listConfigurations);
    const { ok, errors, configuration } = await server.done(validateConfiguration, each.wish);
    expect(await server.done(listConfigurations), 'and nothing is kept').toEqual(before);
    const { status, body } = await server.ask(createConfiguration, { id: `wish-${each.i}`, ...each.wish });
    expect([ok, errors.length === 0, configuration !== null]).toEqual(Array(3).fill(status === 201));
    if (status === 201) expect(body).toMatchObject(configuration!);
  });

  it('is told every rule it breaks, each at its field', async () => {
    const { errors } = await server.done(validateConfiguration, {
      strategy: 'sma-crossover',
      params: { fast: 1, slow: 'x', more: 1 },
      sizing: { id: 'fixed-fraction', params: { riskFraction: 2 } },
    });
    const byField = Object.fromEntries(errors.map(({ field, message }) => [field, message]));
    expect(byField).toEqual({
      'params.fast': '"fast" must be at least 2, got 1.',
      'params.slow': expect.stringContaining('"slow" must be'),
      'params.more': '"more" is unknown.',
      'sizing.params.riskFraction': '"riskFraction" must be at most 1, got 2.',
    });
    const members = [{ strategy: 'sma-crossover', weight: -1, params: { fats: 1 } }, {}];
    const nested = await server.done(validateConfiguration, { strategy: 'consensus', params: { members } });
    expect(nested.errors.map(({ field }) => field)).toEqual(['params.members.0.weight', 'params.members.1.strategy']);
    const unknown = { strategy: 'sma-crossing', sizing: { id: 'all-inn' } };
    expect((await server.done(validateConfiguration, unknown)).errors).toMatchObject([
      { field: 'strategy', rule: 'strategies.unknown', message: expect.stringContaining('sma-crossover') },
      { field: 'sizing.id', rule: 'risk.unknown-sizing', message: expect.stringContaining('all-in') },
    ]);
  });
});

describe('what happened', () => {
  it('is listed by type, from either end', async () => {
    const events = await allEvents();
    expect(events.map(({ seq }) => seq)).toEqual(Array.from(events, (_, i) => events.length - i));
    expect(await allEvents({ order: 'oldest' })).toEqual(events.toReversed());
    const wanted = ['order-refused', 'order-filled'];
    const some = await allEvents({ types: wanted, limit: 3 });
    expect(some).toEqual(events.filter(({ happening }) => wanted.includes(happening.type)));
    const answer = await server.send(`/sessions/${SESSION.sessionId}/events?types=${wanted.join(',')}&limit=500`, {});
    expect(answer.body, 'written with commas').toMatchObject({ events: some });
    const entries = await walkPages(
      server,
      listJournal,
      { accountId: 'book', order: 'newest', types: wanted, limit: 3 },
      (page) => page.entries,
    );
    expect(entries.map(({ seq }) => seq)).toEqual(some.map(({ seq }) => seq));
  });

  it('tells the opinion that stood at a bar', async () => {
    const decisions = await walkPages(server, listDecisions, { ...SESSION, limit: 50 }, (page) => page.decisions);
    const { closedAt } = await server.done(listBars, { symbol: 'AAPL', ...RANGE });
    for (const at of closedAt.filter((_, i) => i % 7 === 0)) {
      const leg = { sleeveId: 'quick', symbol: 'AAPL' };
      const { decisions: found } = await server.done(listDecisions, { ...SESSION, ...leg, to: at, limit: 1 });
      const stood = decisions.filter(
        (each) => each.sleeveId === leg.sleeveId && each.symbol === leg.symbol && each.at <= at,
      );
      expect(found).toEqual(stood.slice(0, 1));
    }
    const [from, to] = [closedAt[30]!, closedAt[60]!];
    const between = await walkPages(server, listDecisions, { ...SESSION, from, to }, (page) => page.decisions);
    expect(between).toEqual(decisions.filter(({ at }) => at >= from && at <= to));
  });

  it('is counted by reason, each in a sentence, and every event once', async () => {
    const { reasons, decisions, orders, fills, instants } = await server.done(listReasons, SESSION);
    const events = await allEvents();
    const countOf = (type: string) => events.filter(({ happening }) => happening.type === type).length;
    expect([decisions, orders, fills]).toEqual(['decision', 'order-approved', 'order-filled'].map(countOf));
    expect(instants).toBe(STEPS.reduce((sum, bars) => sum + bars));
    const sumOf = (...kinds: string[]) =>
      reasons.reduce((sum, { kind, count }) => sum + (kinds.includes(kind) ? count : 0), 0);
    expect(sumOf('opinion', 'abstention')).toBe(decisions);
    expect(sumOf('no-order')).toBe(countOf('no-order'));
    const denials = events.flatMap(({ happening }) => (happening.type === 'order-refused' ? happening.denials : []));
    expect(sumOf('refused')).toBe(denials.length);
    expect(denials.length).toBeGreaterThan(0);
    for (const { title } of reasons) expect(title).toMatch(/^[A-Z].*\.$/);
    const abstentions = reasons.filter(({ kind, sleeveId }) => kind === 'abstention' && sleeveId === 'unsure');
    expect(abstentions.length).toBeGreaterThan(0);
    expect(abstentions[0]!.example).not.toBeNull();
    const [refused] = reasons.filter(({ kind }) => kind === 'refused');
    expect(refused).toMatchObject({ sleeveId: 'by-hand', example: denials.at(-1)!.message });
  });
});

describe('what was made', () => {
  it('adds up, sleeve by sleeve and symbol by symbol, to what the account gained', async () => {
    const { positions, attribution, sleeves, ofNoSleeveUsd, account } = await server.done(listPositions, SESSION);
    const gained = account!.equityUsd - account!.startCashUsd;
    const sum = (parts: readonly { readonly resultUsd: number | null }[]) =>
      parts.reduce((total, { resultUsd }) => total + resultUsd!, 0);
    expect(sum(sleeves) + ofNoSleeveUsd!).toBeCloseTo(gained, 4);
    expect(sum(attribution) + ofNoSleeveUsd!).toBeCloseTo(gained, 4);
    expect(sleeves.reduce((total, { feesUsd }) => total + feesUsd, 0)).toBeCloseTo(account!.feesUsd, 6);
    expect(account!.feesUsd).toBeGreaterThan(0);
    expect(sleeves.map(({ sleeveId }) => sleeveId)).toEqual(expect.arrayContaining(['quick', 'steady', 'by-hand']));
    const fills = await walkPages(server, listFills, { ...SESSION, limit: 200 }, (page) => page.fills);
    const traded = new Set(fills.map(({ sleeveId, symbol }) => `${sleeveId} ${symbol}`));
    expect(new Set(attribution.map(({ sleeveId, symbol }) => `${sleeveId} ${symbol}`))).toEqual(traded);
    for (const { quantity, unrealizedUsd } of positions) if (quantity === 0) expect(unrealizedUsd).toBe(0);
  });

  it('is drawn in no more points than a chart has room for, with its ends, top and bottom', async () => {
    const points = await walkPages(server, listEquity, { ...SESSION, limit: 100 }, (page) => page.points);
    const { points: thinned, thinnedFrom } = await server.done(listEquity, { ...SESSION, atMost: 20 });
    expect(thinnedFrom).toBe(points.length);
    expect(thinned.length).toBeLessThanOrEqual(20);
    expect(points).toEqual(expect.arrayContaining(thinned));
    expect([thinned[0], thinned.at(-1)]).toEqual([points[0], points.at(-1)]);
    const top = (each: typeof points) => Math.max(...each.map(({ equityUsd }) => equityUsd));
    expect(top(thinned)).toBe(top(points));
    expect((await server.done(listEquity, { ...SESSION, atMost: 5_000 })).points).toEqual(points);
  });
});

describe('the data there is', () => {
  it('is held against the calendar month by month, stored or not', async () => {
    const stored = await server.done(showCoverage, { datasetId: await datasetOf('AAPL') });
    expect(stored).toMatchObject({ symbol: 'AAPL', timeframe: '1d', isStored: true, synthetic: false });
    const { bars, expectedSessions, presentSessions, thinSessions } = stored.totals;
    expect(stored.months.reduce((sum, month) => sum + month.bars, 0)).toBe(bars);
    const missing = stored.months.flatMap((month) => month.missing);
    expect([presentSessions + missing.length, thinSessions]).toEqual([expectedSessions, null]);
    expect(await server.done(showCoverage, { datasetId: stored.datasetId }), 'and again').toEqual(stored);
    await server.refused(showCoverage, { datasetId: 'nobody:NONE:1d' }, 404, 'datasets.unknown');
  });

  it('shows the gaps of a file, and the rows that were turned down in their month', async () => {
    const rows = ['2024-01-02', '2024-01-03', '2024-01-05', '2024-03-01'].map((day) => `${day},10,11,9,10,100`);
    const csv = ['date,open,high,low,close,volume', ...rows, '2024-03-04,10,9,11,10,100', ''].join('\n');
    const { datasetId } = await server.done(createImport, { symbol: 'HOLES', csv });
    const { months, totals, from, to } = await server.done(showCoverage, { datasetId });
    expect([from, to]).toEqual(['2024-01-02', '2024-03-01']);
    expect(months.map(({ month, bars, quarantined }) => [month, bars, quarantined])).toEqual([
      ['2024-01', 3, 0],
      ['2024-02', 0, 0],
      ['2024-03', 1, 1],
    ]);
    expect(months[0]!.missing.slice(0, 2)).toEqual(['2024-01-04', '2024-01-08']);
    expect(totals).toMatchObject({ bars: 4, quarantined: 1 });
    const more = `${csv.split('\n')[0]}\n2024-01-04,10,11,9,10,100\n`;
    await server.done(createImport, { symbol: 'HOLES', csv: more });
    expect((await server.done(showCoverage, { datasetId })).months[0]!.missing, 'what is new is seen').not.toContain(
      '2024-01-04',
    );
  });

  it('is found by symbol or name, the very symbol first', async () => {
    const symbols = async (find: string) =>
      (await server.done(listSymbols, { find })).series.map(({ symbol }) => symbol);
    expect((await symbols('aapl'))[0]).toBe('AAPL');
    expect(await symbols('Apple')).toContain('AAPL');
    expect(await symbols('no such thing')).toEqual([]);
    expect(await symbols('')).toEqual((await server.done(listSymbols)).series.map(({ symbol }) => symbol));
  });
});

describe('the ledger of tries', () => {
  it('says how much of a result the best of so many tries has by luck alone', async () => {
    const range = { from: '2014-01-02', to: '2014-12-31' };
    const of = { symbol: 'AAPL', timeframe: '1d', ...range };
    expect(await server.done(countTrials, of)).toMatchObject({ overlapping: 0, sharpeToBeat: null });
    const ratios: number[] = [];
    for (const digit of ['1', '2', '3', '4']) {
      const trial = { dataset: await datasetOf('AAPL'), ...range, configurationSha256: digit.repeat(64) };
      await server.done(registerTrial, trial);
      const { overlapping, total, sharpeToBeat } = await server.done(countTrials, of);
      expect([overlapping, total]).toEqual([Number(digit), Number(digit)]);
      ratios.push(sharpeToBeat!.value);
      expect(sharpeToBeat).toMatchObject({ sessions: 252, explanation: expect.stringMatching(/\.$/) });
    }
    expect(ratios[0], 'one try had nothing to choose from').toBe(0);
    expect(ratios).toEqual(ratios.toSorted((a, b) => a - b));
    expect(await server.done(countTrials, { ...of, from: '2015-01-02', to: '2015-12-31' })).toMatchObject({
      total: 4,
      overlapping: 0,
    });
    expect(await server.done(countTrials, { symbol: 'MSFT' })).toMatchObject({ overlapping: 0 });
    await server.refused(countTrials, { from: '2015-01-02', to: '2014-01-02' }, 422, 'market-data.bad-range');
  });
});

async function datasetOf(symbol: string): Promise<string> {
  const { provider } = await server.done(listBars, { symbol, limit: 1 });
  return `${provider}:${symbol}:1d`;
}
