import { runBacktest } from '@candor/engine/backtest';
import { describe, expect, it } from 'vitest';
import { peerBacktest } from '../../bench/peer-backtest.ts';
import { MILLION_BARS, peerBars } from '../../bench/peer-bars.ts';

/** The work on which engines are compared: a speed means something only where the result is the published one. */
describe('the million-bar comparison', () => {
  it('comes to the published 39,237 orders and 982,746.333 USD, with risk and events switched on', () => {
    let fills = 0;
    const series = peerBars(MILLION_BARS);
    const config = peerBacktest(series, ({ type }) => {
      if (type === 'order-filled') fills++;
    });
    const { equityUsd, account, trades, ambiguousBars } = runBacktest(config);
    expect(fills).toBe(39_237);
    expect(equityUsd.at(-1)!.toFixed(3)).toBe('982746.333');
    expect(account.feesMicros, '100 shares at half a cent, for every fill').toBe(39_237 * 500_000);
    expect(trades).toHaveLength(19_619);
    expect(ambiguousBars).toBe(0);
  });
});
