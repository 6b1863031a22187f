import { allocateBarColumns, type BarSeries, createBarSeries } from '@candor/domain/bar';
import { CandorError } from '@candor/domain/candor-error';
import { createRng } from '@candor/domain/rng';
import { describe, expect, it } from 'vitest';
import { findIndicator, indicatorCatalog } from './catalog.ts';
import { describeParams } from './describe-params.ts';
import { INDICATOR_LAWS, sampleParams } from './laws.ts';

describe.each(indicatorCatalog.map((definition) => ({ definition, id: definition.id })))('$id', ({ definition }) => {
  it.each(INDICATOR_LAWS.map((law) => ({ law, id: law.id, title: law.title })))('$id: $title', ({ law }) => {
    const samples = sampleParams(definition);
    expect(samples.length).toBeGreaterThan(0);
    for (const series of [syntheticSeries(1, 400), syntheticSeries(2, 250)]) {
      for (const params of samples) expect(law.check(definition, params, series), JSON.stringify(params)).toEqual([]);
    }
  });

  it('describes itself fully', () => {
    expect(definition.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(definition.summary.endsWith('.')).toBe(true);
    expect(definition.source).not.toBe('');
    expect(new Set(definition.outputs.map((output) => output.name)).size).toBe(definition.outputs.length);
    expect(() => describeParams(definition.params)).not.toThrow();
    expect(() => definition.create(definition.parse({}))).not.toThrow();
  });
});

describe('the catalog', () => {
  it('holds each id once, in alphabetical order', () => {
    const ids = indicatorCatalog.map((definition) => definition.id);
    expect(ids).toEqual([...new Set(ids)].toSorted());
  });

  it('finds an indicator by id', () => {
    expect(findIndicator('rsi').title).toBe('Relative strength index');
  });

  it('answers an unknown id with the nearest known one', () => {
    expect(() => findIndicator('bolinger')).toThrow(/Did you mean "bollinger"\?/);
    expect(() => findIndicator('bolinger')).toThrow(
      expect.objectContaining({ code: 'indicators.unknown', kind: 'not-found' }),
    );
    expect(() => findIndicator('bolinger')).toThrow(CandorError);
  });
});

/** Prices that move at every bar, with gaps, calm and wild stretches. */
function syntheticSeries(seed: number, length: number): BarSeries {
  const rng = createRng(seed);
  const columns = allocateBarColumns(length);
  let close = 100;
  for (let bar = 0; bar < length; bar++) {
    const sigma = bar % 80 < 40 ? 0.004 : 0.03;
    const open = close * (1 + 0.5 * sigma * rng.normal());
    close = open * (1 + sigma * rng.normal() + 1e-6);
    columns.time[bar] = bar * 86_400_000;
    columns.session[bar] = bar;
    columns.open[bar] = open;
    columns.close[bar] = close;
    columns.high[bar] = Math.max(open, close) * (1 + sigma * rng.next());
    columns.low[bar] = Math.min(open, close) * (1 - sigma * rng.next());
    columns.volume[bar] = Math.floor(1000 + 9000 * rng.next());
  }
  const instrument = {
    symbol: 'WALK',
    name: 'Seeded random walk',
    kind: 'synthetic',
    exchange: 'ALWAYS',
    currency: 'USD',
    tickSize: 0,
    lotSize: 1,
    fractional: true,
    tradable: true,
  } as const;
  return createBarSeries(instrument, '1d', columns);
}
