import { type BarSeries, sliceBarSeries } from '@candor/domain/bar';
import type { Instrument } from '@candor/domain/instrument';
import { flat, long } from '@candor/domain/signal';
import { dayFromIso } from '@candor/domain/time';
import { runBacktest } from '@candor/engine/backtest';
import { createEma } from '@candor/indicators/indicators/ema';
import type { Sizing } from '@candor/risk/define-sizing';
import { describe, expect, it } from 'vitest';
import { fieldsIn, isFields, listIn, stringIn } from '../oracles/read-input.ts';
import { type RunRecord, type Script, scriptedConfig } from '../scripted-run.ts';
import { hasReferenceData, publishedResult, referenceBars, referenceText } from './reference-data.ts';

/*
 * End equities that the regression tests of LEAN (github.com/QuantConnect/Lean) publish, on SPY as it ships it. Its conventions, beside ours:
 * - Daily prices are the traded ones times the price and split factors of the first row of the factor file that is not before the bar.
 * - SetHoldings(1) buys floor(equity * (1 - 0.0025) / close) shares, fewer where value and fee together would be more; it fills at the next open.
 * - 0.005 USD a share, at least 1 USD (its cap of 0.5% is far away here). No slippage, prices not rounded to a tick.
 */
const SPY: Instrument = {
  symbol: 'SPY',
  name: 'SPDR S&P 500 ETF',
  kind: 'etf',
  exchange: 'XNYS',
  currency: 'USD',
  tickSize: 0,
  lotSize: 1,
  fractional: false,
  tradable: true,
};
const FREE_BUFFER = 0.0025;

describe.skipIf(!hasReferenceData)('LEAN on SPY (needs CANDOR_REFERENCE_DATA)', () => {
  it('BasicTemplateDailyAlgorithm: buys and holds eight days', () => {
    const result = run(spy('2013-10-08', '2013-10-17'), ({ index }) =>
      index === 0 ? long({ confidence: 1, reason: 'the first close' }) : undefined,
    );
    expect(endOf(result)).toBe(published('BasicTemplateDailyAlgorithm', 'End Equity'));
    expect(result.account.positions).toMatchObject([{ quantity: 697 }]);
  });

  it('MACDTrendAlgorithm: eleven years, 84 orders', () => {
    const result = run(spy('2004-01-01', '2014-12-31'), macdTrend());
    expect(endOf(result)).toBe(published('MACDTrendAlgorithm', 'End Equity'));
    expect(`$${(result.account.feesMicros / 1e6).toFixed(2)}`).toBe(published('MACDTrendAlgorithm', 'Total Fees'));
    expect(result.trades.length * 2, 'a last order is on its way when the data end').toBe(84);
  });
});

const setHoldings: Sizing = {
  id: 'set-holdings',
  needs: { stop: false, volatility: false },
  quantity({ equityUsd, price }) {
    const target = equityUsd * (1 - FREE_BUFFER);
    let quantity = Math.floor(target / price);
    while (quantity * price + Math.max(1, quantity * 0.005) > target) quantity--;
    return { quantity, allIn: false, code: undefined, reason: undefined };
  },
};

function run(series: BarSeries, script: Script) {
  const config = scriptedConfig({ series: [series], script, sizing: setHoldings, startCashUsd: 100_000 });
  const commission = { kind: 'per-share', feePerShareUsd: 0.005, minimumUsd: 1, maxFraction: 1 } as const;
  return runBacktest({ ...config, exchange: { ...config.exchange, costs: { slippageBps: 0, commission } } });
}

function macdTrend(): Script {
  const fast = createEma(12);
  const slow = createEma(26);
  const signal = createEma(9);
  return ({ close }, { position }) => {
    const quick = fast.next(close);
    const macd = quick - slow.next(close);
    if (Number.isNaN(macd)) return undefined;
    const excess = (macd - signal.next(macd)) / quick;
    if (position.quantity <= 0 && excess > 0.0025) return long({ confidence: 1, reason: 'above' });
    return position.quantity >= 0 && excess < -0.0025 ? flat({ reason: 'below' }) : undefined;
  };
}

/** SPY between two sessions, adjusted by its factor file. */
function spy(from: string, to: string): BarSeries {
  const series = referenceBars('daily/lean-us/SPY_raw.csv', SPY);
  const factors = referenceText('daily/lean-us/factor_files/spy.csv')
    .trim()
    .split('\n')
    .map((line) => {
      const [date = '', price, split] = line.split(',');
      const until = dayFromIso(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6, 8)}`);
      return { until, factor: Number(price) * Number(split) };
    });
  for (let i = 0; i < series.length; i++) {
    const { factor } = factors.find(({ until }) => until >= series.session[i]!)!;
    for (const name of ['open', 'high', 'low', 'close'] as const) series[name][i]! *= factor;
  }
  const first = series.session.findIndex((day) => day >= dayFromIso(from));
  const last = series.session.findLastIndex((day) => day <= dayFromIso(to));
  return sliceBarSeries(series, first, last + 1);
}

function published(algorithm: string, figure: string): string {
  const cases = listIn(publishedResult('lean/backtests.json'), 'cases').filter(isFields);
  return stringIn(fieldsIn(cases.find((one) => one['algorithm'] === algorithm)!, 'expected'), figure);
}

function endOf({ equityUsd }: Pick<RunRecord, 'equityUsd'>): string {
  return equityUsd.at(-1)!.toFixed(2);
}
