import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strategyTemplate } from '@candor/server/operations/strategies/strategy-template';
import { BacktestDocument } from '@candor/server/resources/backtests/document-schema';
import { fingerprintFindings } from '@candor/server/resources/backtests/perform-backtest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCandor } from './run-candor.ts';
import { makeScratchFolder, removeScratchFolder, writeFiles } from './scratch-folder.ts';

const RUN = ['backtest', '--symbol', 'AAPL', '--strategy', 'sma-crossover', '--from', '2014-01-01'];

let folder: string;
const candor = (...args: string[]) => runCandor(folder, ...args);
const at = (name: string): string => join(folder, name);
const read = (name: string) => JSON.parse(readFileSync(at(name), 'utf8'));

beforeAll(() => {
  folder = makeScratchFolder('backtest-command-');
  const rows = Array.from({ length: 300 }, (_, i) => {
    const close = (100 + 10 * Math.sin(i / 12) + i / 30).toFixed(2);
    const day = new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10);
    return `${day},${close},${(Number(close) + 1).toFixed(2)},${(Number(close) - 1).toFixed(2)},${close},100000`;
  });
  writeFiles(folder, {
    'idea.ts': strategyTemplate('idea'),
    'prices.csv': `Date,Open,High,Low,Close,Volume\n${rows.join('\n')}\n`,
    'not-json.json': 'Verdict: great',
    'other.json': '{"schema":"something-else"}',
  });
});
afterAll(() => removeScratchFolder(folder));

describe('candor backtest', () => {
  it('reports verdict, figures with units, curves, trades, costs and how to check it', () => {
    const { exitCode, out, err } = candor(...RUN);
    expect(err).toBe('');
    expect(exitCode).toBe(0);
    const headings = [
      'Verdict',
      'Warnings',
      'Equity',
      'Drawdown',
      'Return',
      'Risk',
      'Trades',
      'Costs',
      'Months, percent',
    ];
    const places = headings.map((heading) => out.search(new RegExp(`^${heading}`, 'm')));
    expect(places, 'every part is there').not.toContain(-1);
    expect(places, 'the verdict stands before every figure').toEqual(places.toSorted((a, b) => a - b));
    expect(out).toMatch(
      /^ {2}With no skill at all, 1 try finds a Sharpe ratio of [\d.]+ or more in \d+ of 100 cases\.$/m,
    );
    expect(out).toMatch(/^ {2}- .+\n(.+\n)*? {2}\+ Survives doubled costs/m);
    expect(out).toMatch(/Total return +\+[\d.]+%/);
    expect(out).toMatch(/Commission +[\d,.]+ USD/);
    expect(out).toMatch(/Fingerprint [0-9a-f]{16}/);
    for (const line of out.split('\n')) expect(line.length, line).toBeLessThanOrEqual(100);
  });

  it('gives the same document twice, on the output and in a file', () => {
    const first = candor(...RUN, '--json', '--out', 'first.json');
    const second = candor(...RUN, '--json');
    expect(first.out).toBe(second.out);
    expect(readFileSync(at('first.json'), 'utf8')).toBe(first.out);
  });

  it('adds up: start + trades + open result - fees is the final equity, and the fills are the costs', () => {
    candor(...RUN, '--out', 'sums.json');
    const { account, trades, costs, equity, orders } = read('sums.json');
    const gross = trades.reduce((sum: number, trade: { grossUsd: number }) => sum + trade.grossUsd, 0);
    expect(gross).toBeCloseTo(account.realizedUsd, 4);
    expect(account.startCashUsd + account.realizedUsd + account.unrealizedUsd - account.feesUsd).toBeCloseTo(
      account.equityUsd,
      4,
    );
    expect(equity.equityUsd.at(-1)).toBeCloseTo(account.equityUsd, 6);
    expect(costs.commissionUsd).toBeCloseTo(account.feesUsd, 6);
    expect(costs.fills).toBe(orders.filter(({ status }: { status: string }) => status === 'filled').length);
  });

  it('runs a strategy from a person’s own file', () => {
    const { exitCode, out } = candor('backtest', '--symbol', 'AAPL', '--strategy', './idea.ts', '--json');
    expect(exitCode).toBe(0);
    const { manifest } = JSON.parse(out);
    expect(manifest.strategy).toMatchObject({ id: 'idea', file: './idea.ts' });
    expect(manifest.strategy.sourceSha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('says of invented prices that they are, and of a run without trades why there were none', () => {
    const synthetic = candor('backtest', '--symbol', 'SYN-A', '--strategy', 'sma-crossover', '--to', '2019-01-01');
    expect(synthetic.out).toContain('SYNTHETIC');
    const silent = candor('backtest', '--symbol', 'AAPL', '--strategy', 'markov-chain');
    expect(silent.out).toMatch(/Verdict {2}Cannot say/);
    expect(silent.out).toMatch(/Why it did not trade\n +\d+ × +NO_MEMORY/);
  });

  it('judges by the number of tries it is told of', () => {
    const verdict = (...more: string[]) => JSON.parse(candor(...RUN, '--json', ...more).out).assessment.verdict.id;
    expect(verdict('--trials', '1000')).toBe('probably-luck');
    expect(verdict('--trials', '1')).not.toBe('probably-luck');
  });

  it.each([
    ['an unknown symbol', ['--symbol', 'APPL'], /symbol "APPL".*Did you mean "AAPL"/],
    ['an index', ['--symbol', 'SPX'], /SPX is an index.*never ordered/],
    ['an unknown strategy', ['--strategy', 'sma-crosover'], /"sma-crosover".*Did you mean "sma-crossover"/],
    ['a strategy file that is not there', ['--strategy', './idea2.ts'], /no file \.\/idea2\.ts.*idea\.ts/],
    ['an unknown parameter', ['--param', 'fst=3'], /no parameter "fst".*Did you mean "fast"/],
    ['a parameter out of its domain', ['--param', 'fast=1'], /"fast".*at least 2/],
    ['parameters that contradict each other', ['--param', 'fast=90'], /"fast".*below "slow"/],
    ['an unknown sizing', ['--sizing', 'all'], /no sizing rule "all".*Did you mean "all-in"/],
    ['an unknown sizing parameter', ['--sizing-param', 'target=1'], /no parameter "target"/],
    ['a date that is none', ['--to', '2014-02-30'], /--to: must be a date like 2014-01-31, got "2014-02-30"/],
    ['a range that ends before it begins', ['--to', '2013-12-31'], /begins on 2014-01-01, after its end/],
    ['a range without bars', ['--to', '2014-01-01'], /no 1d bars of AAPL.*2013-05-13 to 2018-05-11/],
    [
      'a range too short for the strategy',
      ['--to', '2014-01-20'],
      /needs 30 before its first opinion.*earlier --from or a later --to/,
    ],
    ['an unknown timeframe', ['--timeframe', '2d'], /--timeframe cannot be "2d"/],
    ['a timeframe the data does not have', ['--timeframe', '1m'], /AAPL as 1d, not as 1m/],
    ['cash that is no number', ['--cash-usd', 'NaN'], /--cash-usd must be a number/],
    ['negative costs', ['--slippage-bps=-1'], /--slippage-bps must be at least 0/],
    ['a volume share that is neither none nor some', ['--max-volume-share', '0.00001'], /--max-volume-share must be 0/],
    ['an unknown option', ['--slippage-bp', '3'], /--slippage-bp is no option.*Did you mean --slippage-bps/],
    ['a CSV that is not there', ['--csv', 'gone.csv'], /gone\.csv cannot be read/],
  ])('turns down %s with one sentence and exit code 2, and writes nothing', (_what, change, message) => {
    const [option] = change;
    const kept = RUN.flatMap((word, i) => (word === option || RUN[i - 1] === option ? [] : [word]));
    const { exitCode, out, err } = candor(...kept, ...change, '--out', 'refused.json');
    expect(err.replace(/\s+/g, ' ')).toMatch(message);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect([exitCode, out]).toEqual([2, '']);
    expect(existsSync(at('refused.json'))).toBe(false);
  });
});

describe('candor verify', () => {
  it('reproduces a kept result bit for bit', () => {
    candor(...RUN, '--out', 'kept.json');
    const { exitCode, out } = candor('verify', 'kept.json');
    expect(out).toContain('kept.json is reproduced, bit for bit.');
    expect(exitCode).toBe(0);
  });

  it('reproduces a result that was kept when percents had a space before their sign', () => {
    candor(...RUN, '--out', 'spaced.json');
    const text = JSON.stringify(read('spaced.json')).replaceAll(/(\d)%/g, '$1 %');
    const document = BacktestDocument.parse(JSON.parse(text));
    writeFileSync(at('spaced.json'), JSON.stringify({ ...document, fingerprint: fingerprintFindings(document) }));
    expect(candor('verify', 'spaced.json')).toMatchObject({ exitCode: 0 });
    const other = text.replaceAll(/\d %/g, '7 %');
    const changed = BacktestDocument.parse(JSON.parse(other));
    writeFileSync(at('spaced.json'), JSON.stringify({ ...changed, fingerprint: fingerprintFindings(changed) }));
    expect(candor('verify', 'spaced.json'), 'another number is another result').toMatchObject({ exitCode: 1 });
  });

  it('finds a figure that was changed by hand', () => {
    candor(...RUN, '--out', 'changed.json');
    const document = read('changed.json');
    document.assessment.metrics[0].value += 0.01;
    writeFileSync(at('changed.json'), JSON.stringify(document));
    const { exitCode, out } = candor('verify', 'changed.json');
    expect(out).toContain('it was changed after it was written');
    expect(exitCode).toBe(1);
  });

  it('finds that a parameter in the manifest is not the one that made the result', () => {
    candor(...RUN, '--out', 'param.json');
    const document = read('param.json');
    document.manifest.strategy.params.fast = 11;
    writeFileSync(at('param.json'), JSON.stringify(document));
    expect(candor('verify', 'param.json')).toMatchObject({ exitCode: 1 });
  });

  it('names data and source that have changed since', () => {
    const own = [
      'backtest',
      '--csv',
      'prices.csv',
      '--symbol',
      'MINE',
      '--strategy',
      './idea.ts',
      '--param',
      'period=20',
    ];
    const params = JSON.parse(candor('strategies', '--json').out);
    expect(params.bundled.length).toBeGreaterThan(0);
    const first = candor(...own.slice(0, 7), '--out', 'own.json');
    expect(first.err).toBe('');
    const prices = readFileSync(at('prices.csv'), 'utf8');
    writeFileSync(at('prices.csv'), prices.replace(/(2024-05-01.*),100000/, '$1,100001'));
    const onOtherData = candor('verify', 'own.json');
    expect(onOtherData.out).toContain('the bars are not the ones it ran on');
    expect(onOtherData.exitCode).toBe(1);
    writeFileSync(at('prices.csv'), prices);
    expect(candor('verify', 'own.json').exitCode).toBe(0);
    writeFileSync(at('idea.ts'), `${readFileSync(at('idea.ts'), 'utf8')}\n// A thought that came later.\n`);
    const withOtherSource = candor('verify', 'own.json', '--json');
    expect(JSON.parse(withOtherSource.out).comparisons).toContainEqual(
      expect.objectContaining({ what: 'strategy source', same: false }),
    );
  });

  it.each([
    ['that is not there', 'gone.json', /no file gone\.json/],
    ['that is not JSON', 'not-json.json', /not-json\.json is no result of candor backtest: it is not JSON/],
    ['of another kind', 'other.json', /other\.json is no result.*"schema"/],
  ])('turns down a file %s with one sentence and exit code 2', (_what, file, message) => {
    const { exitCode, err } = candor('verify', file);
    expect(err).toMatch(message);
    expect(exitCode).toBe(2);
  });
});
