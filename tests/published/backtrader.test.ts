import type { Instrument } from '@candor/domain/instrument';
import { flat, long } from '@candor/domain/signal';
import { createSma } from '@candor/indicators/indicators/sma';
import { createSizing } from '@candor/risk/sizing-catalog';
import { describe, expect, it } from 'vitest';
import { type Script, scriptedRun } from '../scripted-run.ts';
import { hasReferenceData, publishedResult, referenceBars } from './reference-data.ts';

/*
 * The prices that the tests of backtrader (github.com/mementum/backtrader) publish for a SMA(15) cross on its index bars of 2006.
 * Its conventions, beside ours: the close crosses its average between the last two bars; one unit, filled at the next open; no costs. The
 * file has no volume (all zero, which our exchange reads as bars without trading), so the bars are given as not reporting any.
 */
const INDEX: Instrument = {
  symbol: 'INDEX',
  name: 'Index bars of 2006',
  kind: 'synthetic',
  exchange: 'ALWAYS',
  currency: 'EUR',
  tickSize: 0,
  lotSize: 1,
  fractional: false,
  tradable: true,
};

const FIGURES = ['buy_signal_close', 'sell_signal_close', 'buy_fill', 'sell_fill', 'final_value', 'final_cash'];

describe.skipIf(!hasReferenceData)('backtrader on 2006 (needs CANDOR_REFERENCE_DATA)', () => {
  it('SMA 15 cross: every signal, every fill, value and cash', () => {
    const published = publishedResult('backtrader/sma_cross_2006.json');
    const series = referenceBars('daily/backtrader/2006-day-001.txt', INDEX);
    series.volume.fill(Number.NaN);
    const { events, account } = scriptedRun({
      series: [series],
      script: cross(15),
      sizing: createSizing('fixed-quantity', { quantity: 1 }),
      startCashUsd: 10_000,
      accountType: 'cash',
    });
    const closes = { buy: [] as string[], sell: [] as string[] };
    const fills = { buy: [] as string[], sell: [] as string[] };
    for (const event of events) {
      if (event.type === 'order-filled') fills[event.fill.side].push(event.fill.price.toFixed(2));
      if (event.type === 'order-approved') {
        const bar = series.session.findIndex((day) => (day + 1) * 86_400_000 === event.at);
        closes[event.order.side].push(series.close[bar]!.toFixed(2));
      }
    }
    expect({
      buy_signal_close: closes.buy,
      sell_signal_close: closes.sell,
      buy_fill: fills.buy,
      sell_fill: fills.sell,
      final_value: (account.equityMicros / 1e6).toFixed(2),
      final_cash: (account.cashMicros / 1e6).toFixed(2),
    }).toEqual(Object.fromEntries(FIGURES.map((name) => [name, published[name]])));
  });
});

function cross(period: number): Script {
  const average = createSma(period);
  let before = Number.NaN;
  return ({ close }) => {
    const now = close - average.next(close);
    const [up, down] = [before < 0 && now > 0, before > 0 && now < 0];
    before = now;
    if (up) return long({ confidence: 1, reason: 'above its average' });
    return down ? flat({ reason: 'below its average' }) : undefined;
  };
}
