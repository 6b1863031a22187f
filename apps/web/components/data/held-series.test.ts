import { describe, expect, it } from 'vitest';
import { heldSeries } from './held-series';

const listed = (symbol: string, timeframe: string, provider = 'bundled', from = '2018-01-02', to = '2022-12-30') => ({
  symbol,
  name: symbol,
  kind: 'stock',
  tradable: true,
  timeframe,
  from,
  to,
  provider,
  source: `source of ${provider}`,
  adjustment: 'raw',
  synthetic: provider === 'generator',
  note: null,
});

describe('heldSeries', () => {
  it('puts the timeframes of a symbol together, shortest first, over their whole span', () => {
    const held = heldSeries([
      listed('SYN-A', '1d', 'generator', '2018-01-02', '2022-12-30'),
      listed('SYN-A', '1m', 'generator', '2017-01-03', '2021-12-31'),
    ]);
    expect(held).toHaveLength(1);
    expect(held[0]).toMatchObject({ from: '2017-01-03', to: '2022-12-30', isSynthetic: true });
    expect(held[0]?.timeframes).toEqual([
      { timeframe: '1m', datasetId: 'generator:SYN-A:1m' },
      { timeframe: '1d', datasetId: 'generator:SYN-A:1d' },
    ]);
  });

  it('never mixes sources: real ones stand before the generated, and each keeps its name', () => {
    const held = heldSeries([
      listed('SYN-A', '1d', 'generator'),
      listed('ACME', '1d', 'csv-file'),
      listed('SPX', '1d'),
      listed('AAPL', '1d'),
    ]);
    expect(held.map(({ symbol, provider }) => `${provider} ${symbol}`)).toEqual([
      'bundled AAPL',
      'bundled SPX',
      'generator SYN-A',
      'csv-file ACME',
    ]);
  });
});
