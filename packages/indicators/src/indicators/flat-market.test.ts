import { createBarSeries } from '@candor/domain/bar';
import type { IndicatorDefinition } from '@candor/domain/ports/indicator';
import { describe, expect, it } from 'vitest';
import { seededWalk } from '../seeded-walk.ts';
import { adx } from './adx.ts';
import { balanceOfPower } from './balance-of-power.ts';
import { cci } from './cci.ts';
import { cmo } from './cmo.ts';
import { fisherTransform } from './fisher-transform.ts';
import { stochRsi } from './stoch-rsi.ts';
import { stochastic } from './stochastic.ts';
import { stochasticMomentumIndex } from './stochastic-momentum-index.ts';
import { tsi } from './tsi.ts';
import { ultimateOscillator } from './ultimate-oscillator.ts';
import { vortex } from './vortex.ts';
import { williamsR } from './williams-r.ts';

describe('a market in which nothing moves is exactly 0, at a price that binary fractions cannot hold', () => {
  it.each<[id: string, definition: IndicatorDefinition, params: unknown]>([
    ['adx', adx, {}],
    ['balance-of-power', balanceOfPower, {}],
    ['cci', cci, {}],
    ['cmo', cmo, {}],
    ['cmo classic', cmo, { convention: 'classic' }],
    ['fisher-transform', fisherTransform, {}],
    ['stochastic', stochastic, {}],
    ['stochastic-momentum-index', stochasticMomentumIndex, {}],
    ['tsi', tsi, {}],
    ['ultimate-oscillator', ultimateOscillator, {}],
    ['williams-r', williamsR, {}],
  ])('%s', (_, definition, params) => {
    const bars = seededWalk(1, 200);
    const price = bars.close.map(() => 0.1);
    const series = createBarSeries(bars.instrument, bars.timeframe, {
      ...bars,
      ...{ open: price, high: price, low: price, close: price },
    });
    for (const column of definition.compute(series, definition.parse(params))) {
      expect(new Set(column.subarray(100))).toEqual(new Set([0]));
    }
  });
});

describe('a market that stops moving', () => {
  const bars = seededWalk(4, 300);
  const stop = 150;
  const still = (column: Float64Array): Float64Array =>
    column.map((price, bar) => (bar < stop ? price : bars.close[stop - 1]!));
  const series = createBarSeries(bars.instrument, bars.timeframe, {
    ...bars,
    ...{ open: still(bars.open), high: still(bars.high), low: still(bars.low), close: still(bars.close) },
  });

  it('has a stochastic RSI of 0: the RSI moves by rounding alone', () => {
    for (const rsi of [2, 3, 14, 50]) {
      for (const column of stochRsi.compute(series, { rsi, stoch: 9, k: 3, d: 3 })) {
        expect(new Set(column.subarray(stop + 9 + 3 + 3))).toEqual(new Set([0]));
      }
    }
  });

  it('has no vortex: there is no true range to take a share of', () => {
    for (const column of vortex.compute(series, { period: 14 })) {
      expect(Number.isFinite(column[stop + 12]!)).toBe(true);
      expect(new Set(column.subarray(stop + 13))).toEqual(new Set([Number.NaN]));
    }
  });
});
