import { dayFromIso, isoFromDay } from '@candor/domain/time';
import { describe, expect, it } from 'vitest';
import { loadSeries } from '../load-series.ts';
import { missingSessions } from '../validation/missing-sessions.ts';
import { bundled } from './bundled.ts';

describe('bundled', () => {
  const provider = bundled.open();

  it.each([
    ['AAPL', 1260, '2013-05-13', '2018-05-11'],
    ['SPX', 5105, '2000-01-03', '2020-04-17'],
  ])('has every session of %s, and every bar passes', async (symbol, bars, from, to) => {
    const { series, quarantined } = await loadSeries(provider, { symbol, timeframe: '1d' });
    expect(series.length).toBe(bars);
    expect(quarantined).toEqual([]);
    expect(missingSessions(series)).toEqual([]);
    expect([isoFromDay(series.session[0]!), isoFromDay(series.session.at(-1)!)]).toEqual([from, to]);
  });

  it('gives prices as the package has them, split-adjusted, not dividend-adjusted', async () => {
    const day = dayFromIso('2014-06-06');
    const { series } = await loadSeries(provider, {
      symbol: 'AAPL',
      timeframe: '1d',
      from: day,
      to: dayFromIso('2014-06-09'),
    });
    expect([...series.close].map((close) => close.toFixed(2))).toEqual(['92.22', '93.70']);
  });

  it('names package, version and adjustment, and keeps the index from being traded', async () => {
    const listed = await provider.list();
    expect(
      listed.map(({ instrument, provenance }) => [instrument.symbol, instrument.tradable, provenance.adjustment]),
    ).toEqual([
      ['AAPL', true, 'splits'],
      ['SPX', false, 'none-needed'],
    ]);
    expect(listed[0]?.provenance.source).toMatch(
      /^npm package @observablehq\/sample-datasets \d+\.\d+\.\d+, aapl\.csv$/,
    );
    expect(listed[1]?.provenance.source).toMatch(/^npm package vega-datasets \d+\.\d+\.\d+, data\/sp500-2000\.csv$/);
    expect(listed[1]?.provenance.note).toMatch(/does not license the origin/);
  });
});
