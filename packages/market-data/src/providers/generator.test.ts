import type { BarSeries } from '@candor/domain/bar';
import { dayFromIso } from '@candor/domain/time';
import type { Timeframe } from '@candor/domain/timeframe';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadSeries } from '../load-series.ts';
import { generator } from './generator.ts';

const load = async (settings: object, symbol = 'SYN-A', timeframe: Timeframe = '1d') =>
  (await loadSeries(generator.open(settings), { symbol, timeframe })).series;
const numbersOf = ({ time, open, high, low, close, volume }: BarSeries, from = 0, to = Number.POSITIVE_INFINITY) =>
  [time, open, high, low, close, volume].map((column) => [...column.slice(from, to)]);
const logReturns = ({ close }: BarSeries) => Array.from(close.slice(1), (price, i) => Math.log(price / close[i]!));
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const covariance = (a: readonly number[], b: readonly number[]) =>
  mean(a.map((x, i) => (x - mean(a)) * (b[i]! - mean(b))));
const correlation = (a: readonly number[], b: readonly number[]) =>
  covariance(a, b) / Math.sqrt(covariance(a, a) * covariance(b, b));

const FEW = { from: '2020-01-02', to: '2020-01-10' };

describe('generator', () => {
  it('gives the same earlier bars when a longer range is generated', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(0xffff_ffff), fc.constantFrom<Timeframe>('1d', '1h', '1m'), async (seed, timeframe) => {
        const short = await load({ ...FEW, seed }, 'SYN-A', timeframe);
        const long = await load({ ...FEW, to: '2020-02-14', seed }, 'SYN-A', timeframe);
        expect(long.length).toBeGreaterThan(short.length);
        expect(numbersOf(long, 0, short.length)).toEqual(numbersOf(short));
      }),
      { numRuns: 15 },
    );
  });

  it('gives a symbol the same bars whatever other symbols there are, and other bars for another seed', async () => {
    const alone = await load({ ...FEW, symbols: ['SYN-B'] }, 'SYN-B');
    expect(numbersOf(await load(FEW, 'SYN-B'))).toEqual(numbersOf(alone));
    expect(numbersOf(await load({ ...FEW, seed: 2 }, 'SYN-B'))).not.toEqual(numbersOf(alone));
    expect(numbersOf(await load(FEW, 'SYN-A'))).not.toEqual(numbersOf(alone));
  });

  it('has a bar for every minute of every session, half days included, all of which pass', async () => {
    const { series, quarantined } = await loadSeries(generator.open({ from: '2020-11-25', to: '2020-11-30' }), {
      symbol: 'SYN-A',
      timeframe: '1m',
    });
    expect(quarantined).toEqual([]);
    expect(series.length).toBe(390 + 210 + 390);
  });

  it('tells one story in all timeframes: a longer bar is its minutes put together', async () => {
    const minutes = await load(FEW, 'SYN-A', '1m');
    for (const timeframe of ['5m', '30m', '1h', '1d'] as const) {
      const bars = await load(FEW, 'SYN-A', timeframe);
      for (let i = 0; i < bars.length; i++) {
        const start = minutes.time.indexOf(bars.time[i]!);
        const end = i + 1 < bars.length ? minutes.time.indexOf(bars.time[i + 1]!) : minutes.length;
        expect(bars.open[i]).toBe(minutes.open[start]);
        expect(bars.close[i]).toBe(minutes.close[end - 1]);
        expect(bars.high[i]).toBe(Math.max(...minutes.high.slice(start, end)));
        expect(bars.low[i]).toBe(Math.min(...minutes.low.slice(start, end)));
        expect(bars.volume[i]).toBe(minutes.volume.slice(start, end).reduce((sum, volume) => sum + volume, 0));
      }
    }
  });

  it('has about the volatility, the drift and the correlation it is asked for', async () => {
    const settings = { seed: 3, annualVolatility: 0.3, annualDrift: 0, correlation: 0.6, symbols: ['SYN-A', 'SYN-B'] };
    const [a, b] = [logReturns(await load(settings, 'SYN-A')), logReturns(await load(settings, 'SYN-B'))];
    expect(a.length).toBeGreaterThan(1200);
    expect(Math.sqrt(covariance(a, a) * 252)).toBeCloseTo(0.3, 1);
    expect(correlation(a, b)).toBeGreaterThan(0.53);
    expect(correlation(a, b)).toBeLessThan(0.67);
    expect(Math.abs(mean(a) * 252 + 0.3 ** 2 / 2), 'within three standard errors of the drift').toBeLessThan(
      3 * 0.3 * Math.sqrt(252 / a.length),
    );
  });

  it('says synthetic wherever it is named', async () => {
    const [listed] = await generator.open().list();
    expect(listed?.instrument.kind).toBe('synthetic');
    expect(listed?.instrument.name).toMatch(/^Synthetic/);
    expect(listed?.provenance).toMatchObject({ synthetic: true, source: expect.stringMatching(/^synthetic/) });
  });

  it.each([
    [{ correlation: 1.5 }, /correlation/],
    [{ symbols: ['AAPL'] }, /begins with SYN-/],
    [{ symbols: ['SYN-A', 'SYN-A'] }, /must differ/],
    [{ from: '2020-02-30' }, /YYYY-MM-DD/],
    [{ from: '2020-02-03', to: '2020-01-02' }, /to must not be before from/],
    [{ from: '2020-01-04', to: '2020-01-05' }, /no session/],
    [{ sead: 1 }, /sead/],
  ])('refuses %j', (settings, message) => expect(() => generator.open(settings)).toThrow(message));

  it('never leaves the first session out of an empty range that it names', async () => {
    const request = { symbol: 'SYN-A', timeframe: '1d', from: dayFromIso('2021-01-04') } as const;
    await expect(loadSeries(generator.open(FEW), request)).rejects.toThrow(/from 2020-01-02 to 2020-01-10/);
  });
});
