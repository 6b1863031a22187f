import type { Instrument } from '@candor/domain/instrument';
import { flat, long, short } from '@candor/domain/signal';
import { isoFromDay } from '@candor/domain/time';
import { createSma } from '@candor/indicators/indicators/sma';
import { createSizing } from '@candor/risk/sizing-catalog';
import { describe, expect, it } from 'vitest';
import { fieldsIn, isFields, listIn, numberIn } from '../oracles/read-input.ts';
import { type Script, scriptedRun } from '../scripted-run.ts';
import { hasReferenceData, publishedResult, referenceBars } from './reference-data.ts';

/*
 * Results that the tests of backtesting.py (github.com/kernc/backtesting.py) publish for its GOOG file, through our session and exchange.
 * Its conventions, beside ours:
 * - The cross is read from the last two bars: below, and now above. Decisions begin with bar 30, one bar after the slow average is there.
 * - Market orders fill at the next open. "All in" is the largest whole number of shares that the cash buys at that open; a turn first
 *   closes, and the cash it then has decides the other side. Short as large as long, so a margin account, here with limits wide open.
 * - No commission, no spread, prices as in the file (no tick).
 * - At the end the open trade is closed at the open of the last bar: our strategy goes flat one bar before.
 */
const GOOG: Instrument = {
  symbol: 'GOOG',
  name: 'Google',
  kind: 'stock',
  exchange: 'XNYS',
  currency: 'USD',
  tickSize: 0,
  lotSize: 1,
  fractional: false,
  tradable: true,
};
const FIRST_DECISION = 30;

describe.skipIf(!hasReferenceData)('backtesting.py on GOOG (needs CANDOR_REFERENCE_DATA)', () => {
  const goog = hasReferenceData ? referenceBars('daily/backtesting-py/GOOG.csv', GOOG) : undefined;

  it('SMA 10/30 crossover: trades, equity, best and worst, to eight digits', () => {
    const expected = fieldsIn(publishedResult('backtesting-py/smacross_goog_test_compute_stats.json'), 'expected');
    const series = goog!;
    const { trades, equityUsd } = scriptedRun({
      series: [series],
      script: crossover(10, 30, series.length),
      sizing: createSizing('all-in', {}),
      allowShort: true,
      startCashUsd: 10_000,
    });
    const returns = trades.map(
      ({ direction, entryPrice, exitPrice }) => (exitPrice! / entryPrice - 1) * (direction === 'long' ? 1 : -1) * 100,
    );
    const wins = returns.filter((value) => value > 0);
    const close = (value: number, name: string) => expect(value / numberIn(expected, name), name).toBeCloseTo(1, 8);
    close(trades.length, '# Trades');
    close(equityUsd.at(-1)!, 'Equity Final [$]');
    close(Math.max(...equityUsd), 'Equity Peak [$]');
    close(Math.max(...returns), 'Best Trade [%]');
    close(Math.min(...returns), 'Worst Trade [%]');
    close((wins.length / trades.length) * 100, 'Win Rate [%]');
    const profit = sum(wins);
    const loss = -sum(returns.filter((value) => value < 0));
    close(profit / loss, 'Profit Factor');
    close(sum(returns) / trades.length, 'Expectancy [%]');
    close(maxDrawdown(equityUsd) * 100, 'Max. Drawdown [%]');
    const held = trades.reduce((bars, { barsHeld }) => bars + barsHeld + 1, 0);
    // A turn's bar belongs to two trades and is held once.
    close(((held - (trades.length - 1)) / series.length) * 100, 'Exposure Time [%]');
  });

  it('a position opened and stopped on the same day leaves at the stop', () => {
    const [theCase] = listIn(publishedResult('backtesting-py/order_cases.json'), 'cases').filter(isFields);
    const series = goog!;
    const { trades } = scriptedRun({
      series: [series],
      script: ({ session }) =>
        isoFromDay(session) === '2012-10-17' ? long({ confidence: 1, reason: 'the case', stop: 720 }) : undefined,
    });
    expect(trades).toMatchObject([
      { exitPrice: numberIn(theCase!, 'expected_exit_price'), barsHeld: 0, exitReason: 'stop' },
    ]);
  });
});

function crossover(fast: number, slow: number, bars: number): Script {
  const quick = createSma(fast);
  const calm = createSma(slow);
  let before = Number.NaN;
  return ({ close, index }) => {
    const now = quick.next(close) - calm.next(close);
    const [crossedUp, crossedDown] = [before < 0 && now > 0, before > 0 && now < 0];
    before = now;
    if (index === bars - 2) return flat({ reason: 'the end' });
    if (index < FIRST_DECISION) return undefined;
    if (crossedUp) return long({ confidence: 1, reason: 'crossed up' });
    if (crossedDown) return short({ confidence: 1, reason: 'crossed down' });
    return undefined;
  };
}

function maxDrawdown(equity: Float64Array): number {
  let peak = 0;
  let worst = 0;
  for (const value of equity) {
    peak = Math.max(peak, value);
    worst = Math.min(worst, value / peak - 1);
  }
  return worst;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
