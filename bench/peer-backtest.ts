import type { BarSeries } from '@candor/domain/bar';
import type { SessionEvent } from '@candor/domain/events';
import type { BacktestConfig } from '@candor/engine/backtest';
import { DEFAULT_LIMITS } from '@candor/risk/default-limits';
import { createLimits } from '@candor/risk/limit-catalog';
import { RiskManager } from '@candor/risk/risk-manager';
import { createSizing } from '@candor/risk/sizing-catalog';
import { findStrategy } from '@candor/strategies/catalog';

/** The work on which engines are compared: SMA 10/30, 100 shares or nothing, next open, 0.005 USD a share, a million of cash. */
export function peerBacktest(series: BarSeries, onEvent: (event: SessionEvent) => void): BacktestConfig {
  const crossover = findStrategy('sma-crossover');
  const params = crossover.params.parse({ fast: 10, slow: 30 });
  const { instrument } = series;
  return {
    session: {
      id: 'peer',
      accountType: 'cash',
      startCashUsd: 1_000_000,
      instruments: [instrument],
      sleeves: [
        {
          id: 'sma',
          createStrategy: () => crossover.create(params),
          symbols: [instrument.symbol],
          sizing: createSizing('fixed-quantity', { quantity: 100 }),
          capitalShare: 1,
          allowShort: false,
        },
      ],
      risk: new RiskManager({ limits: createLimits(DEFAULT_LIMITS) }),
      entryReserve: 0,
    },
    series: [series],
    onEvent,
    exchange: {
      costs: {
        slippageBps: 0,
        commission: { kind: 'per-share', feePerShareUsd: 0.005, minimumUsd: 0, maxFraction: 1 },
      },
      fillOnTouch: false,
      maxVolumeShare: 0.1,
    },
  };
}
