import { runBacktest } from './backtests/run-backtest.ts';
import { verifyBacktest } from './backtests/verify-backtest.ts';
import { importBars } from './bars/import-bars.ts';
import { computeIndicator } from './indicators/compute-indicator.ts';
import { listIndicators } from './indicators/list-indicators.ts';
import type { Operation } from './operation.ts';
import { checkStrategy } from './strategies/check-strategy.ts';
import { listStrategies } from './strategies/list-strategies.ts';
import { newStrategy } from './strategies/new-strategy.ts';
import { listSymbols } from './symbols/list-symbols.ts';

/** Everything the platform can do. */
export const operationCatalog: readonly Operation[] = [
  runBacktest,
  verifyBacktest,
  newStrategy,
  checkStrategy,
  listStrategies,
  listSymbols,
  importBars,
  listIndicators,
  computeIndicator,
];
