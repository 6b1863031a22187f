import { DEFAULT_LIMITS } from '@candor/risk/default-limits';
import { BacktestPlan } from '@candor/server/resources/backtests/backtest-plan';

/** Returns the plan that the command line makes of its defaults, on Apple's daily prices. */
export function planOf(
  strategy: string,
  change: { readonly data?: Partial<BacktestPlan['data']>; readonly params?: BacktestPlan['strategy']['params'] } = {},
): BacktestPlan {
  return BacktestPlan.parse({
    data: { symbol: 'AAPL', file: null, timeframe: '1d', ...change.data },
    strategy: { name: strategy, params: change.params ?? {} },
    account: { type: 'cash', startCashUsd: 100_000 },
    sizing: { id: 'volatility-target', params: {} },
    limits: structuredClone(DEFAULT_LIMITS),
    costs: {
      slippageBps: 5,
      commission: { kind: 'per-share', feePerShareUsd: 0.005, minimumUsd: 1, maxFraction: 0.01 },
    },
    execution: { allowShort: false, fillOnTouch: false, maxVolumeShare: 0.1, entryReserve: 0.02 },
    seed: 1,
    trials: null,
  });
}
