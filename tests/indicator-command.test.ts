import { indicatorCatalog } from '@candor/indicators/catalog';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCandor } from './run-candor.ts';
import { makeScratchFolder, removeScratchFolder } from './scratch-folder.ts';

let folder: string;
const candor = (...args: string[]) => runCandor(folder, ...args);
beforeAll(() => {
  folder = makeScratchFolder('indicator-command-');
});
afterAll(() => removeScratchFolder(folder));

describe('candor indicators', () => {
  it('lists every indicator of the catalog, each with parameters, outputs and a source', () => {
    const { exitCode, out } = candor('indicators', '--json');
    const { indicators, total } = JSON.parse(out);
    expect([exitCode, total]).toEqual([0, indicatorCatalog.length]);
    expect(indicators.map(({ id }: { id: string }) => id)).toEqual(indicatorCatalog.map(({ id }) => id));
    for (const each of indicators) expect(each.source, each.id).not.toBe('');
  });

  it('shows all there is to know of the few that were searched for', () => {
    const { out } = candor('indicators', 'macd');
    expect(out).toMatch(/--param fast=12 +a whole number, at least 1, at most 5000/);
    expect(out).toMatch(/gives signal +Signal; price, in its own pane, from bar 33 on/);
  });

  it('says so when nothing has that name', () => {
    expect(candor('indicators', 'qqqq').out).toContain('None of the');
  });
});

describe('candor indicator', () => {
  it('gives one value a bar, and null where there is none', () => {
    const { out } = candor('indicator', 'sma', '--symbol', 'AAPL', '--param', 'period=3', '--json');
    const { close, closedAt, indicators } = JSON.parse(out);
    const [{ values }] = indicators[0].outputs;
    expect(values).toHaveLength(closedAt.length);
    expect(values.slice(0, 2)).toEqual([null, null]);
    expect(values.at(-1)).toBeCloseTo((close.at(-1) + close.at(-2) + close.at(-3)) / 3, 9);
  });

  it('labels what is computed from invented prices', () => {
    expect(candor('indicator', 'rsi', '--symbol', 'SYN-A', '--to', '2018-06-01').out).toContain('SYNTHETIC');
  });

  it.each([
    ['an unknown indicator', ['rsii', '--symbol', 'AAPL'], /no indicator "rsii"\. Did you mean "rsi"\?$/],
    ['an unknown symbol', ['rsi', '--symbol', 'APL'], /symbol "APL"\. Did you mean "AAPL"\?/],
    ['a parameter out of its domain', ['rsi', '--symbol', 'AAPL', '--param', 'period=0'], /"period".*from 1 to 5000/],
    ['an unknown parameter', ['rsi', '--symbol', 'AAPL', '--param', 'perod=9'], /perod/],
    ['a range without bars', ['rsi', '--symbol', 'AAPL', '--from', '2030-01-01'], /2013-05-13 to 2018-05-11/],
  ])('turns down %s with one sentence and exit code 2', (_what, args, message) => {
    const { exitCode, out, err } = candor('indicator', ...args);
    expect(err.trim()).toMatch(message);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect([exitCode, out]).toEqual([2, '']);
  });
});
