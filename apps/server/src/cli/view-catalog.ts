import { operationCatalog } from '../operations/catalog.ts';
import { plainView } from './plain-view.ts';
import type { View } from './view.ts';
import { auditJournalView } from './views/audit-journal-view.ts';
import { checkStrategyView } from './views/check-strategy-view.ts';
import { computeIndicatorView } from './views/compute-indicator-view.ts';
import { importBarsView } from './views/import-bars-view.ts';
import { listDecisionsView } from './views/list-decisions-view.ts';
import { listIndicatorsView } from './views/list-indicators-view.ts';
import { listStrategiesView } from './views/list-strategies-view.ts';
import { listSymbolsView } from './views/list-symbols-view.ts';
import { newStrategyView } from './views/new-strategy-view.ts';
import { resetDemoView } from './views/reset-demo-view.ts';
import { runBacktestView } from './views/run-backtest-view.ts';
import { showDemoView } from './views/show-demo-view.ts';
import { verifyBacktestView } from './views/verify-backtest-view.ts';

const ownViews: readonly View[] = [
  runBacktestView,
  verifyBacktestView,
  newStrategyView,
  checkStrategyView,
  listStrategiesView,
  listSymbolsView,
  importBarsView,
  listIndicatorsView,
  computeIndicatorView,
  auditJournalView,
  listDecisionsView,
  showDemoView,
  resetDemoView,
];

/** How each command shows its result, in the order in which the commands are explained: those with a view of their own first. */
export const viewCatalog: readonly View[] = [
  ...ownViews,
  ...operationCatalog
    .filter(({ cli, id }) => cli !== undefined && !ownViews.some(({ operation }) => operation.id === id))
    .map(plainView),
];
