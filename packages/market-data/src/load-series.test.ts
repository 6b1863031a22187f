import { dayFromIso } from '@candor/domain/time';
import { describe, expect, it } from 'vitest';
import { loadSeries } from './load-series.ts';
import { bundled } from './providers/bundled.ts';

const provider = bundled.open();
const day = dayFromIso;

describe('loadSeries', () => {
  it('keeps to the sessions asked for, both ends included', async () => {
    const request = { symbol: 'AAPL', timeframe: '1d', from: day('2014-01-04'), to: day('2014-01-10') } as const;
    const { series, provenance } = await loadSeries(provider, request);
    expect([...series.session]).toEqual([6, 7, 8, 9, 10].map((date) => day('2014-01-01') + date - 1));
    expect(provenance.adjustment).toBe('splits');
  });

  it('joins the batches of a provider into one series, and numbers flags within the range asked for', async () => {
    const request = { symbol: 'SPX', timeframe: '1d' } as const;
    const whole = await loadSeries(provider, request);
    const batched = {
      ...provider,
      async *bars() {
        for await (const { columns, provenance } of provider.bars(request)) {
          for (let at = 0; at < columns.time.length; at += 1000) {
            const part = (name: keyof typeof columns) => columns[name].slice(at, at + 1000);
            const parts = {
              time: part('time'),
              open: part('open'),
              high: part('high'),
              low: part('low'),
              close: part('close'),
              volume: part('volume'),
            };
            yield { columns: parts, provenance };
          }
        }
      },
    };
    const joined = await loadSeries(batched, request);
    expect([...joined.series.close]).toEqual([...whole.series.close]);

    const late = await loadSeries(batched, { ...request, from: day('2018-01-02') });
    expect(late.flagged.length).toBeGreaterThan(0);
    for (const { index, time } of late.flagged) expect(late.series.time[index]).toBe(time);
  });

  it.each([
    [{ symbol: 'APPL', timeframe: '1d' }, 'market-data.unknown-symbol', 'not-found', /Did you mean "AAPL"/],
    [{ symbol: 'AAPL', timeframe: '1m' }, 'market-data.unsupported-timeframe', 'invalid', /AAPL as 1d, not as 1m/],
    [
      { symbol: 'AAPL', timeframe: '1d', from: day('2020-01-01') },
      'market-data.empty-range',
      'not-found',
      /from 2013-05-13 to 2018-05-11/,
    ],
    [
      { symbol: 'AAPL', timeframe: '1d', to: day('2001-01-01') },
      'market-data.empty-range',
      'not-found',
      /from 2013-05-13 to 2018-05-11/,
    ],
    [
      { symbol: 'AAPL', timeframe: '1d', from: day('2015-01-02'), to: day('2014-01-02') },
      'market-data.bad-range',
      'invalid',
      /begins on 2015-01-02, after its end on 2014-01-02/,
    ],
  ] as const)('answers %j with %s', async (request, code, kind, message) => {
    const answer = loadSeries(provider, request);
    await expect(answer).rejects.toThrow(message);
    await expect(answer).rejects.toMatchObject({ code, kind });
  });
});
