import { archiveAccount } from './accounts/archive-account.ts';
import { createAccount } from './accounts/create-account.ts';
import { getAccount } from './accounts/get-account.ts';
import { listAccounts } from './accounts/list-accounts.ts';
import { backtestAndWait } from './backtests/backtest-and-wait.ts';
import { compareBacktests } from './backtests/compare-backtests.ts';
import { countTrials } from './backtests/count-trials.ts';
import { deleteBacktest } from './backtests/delete-backtest.ts';
import { getBacktest } from './backtests/get-backtest.ts';
import { labelBacktest } from './backtests/label-backtest.ts';
import { listBacktests } from './backtests/list-backtests.ts';
import { registerTrial } from './backtests/register-trial.ts';
import { runBacktest } from './backtests/run-backtest.ts';
import { verifyBacktest } from './backtests/verify-backtest.ts';
import { verifyBacktestFile } from './backtests/verify-backtest-file.ts';
import { importBars } from './bars/import-bars.ts';
import { listBars } from './bars/list-bars.ts';
import { listDatasets } from './bars/list-datasets.ts';
import { showCoverage } from './bars/show-coverage.ts';
import { archiveConfiguration } from './configurations/archive-configuration.ts';
import { changeConfiguration } from './configurations/change-configuration.ts';
import { createConfiguration } from './configurations/create-configuration.ts';
import { getConfiguration } from './configurations/get-configuration.ts';
import { listConfigurations } from './configurations/list-configurations.ts';
import { validateConfiguration } from './configurations/validate-configuration.ts';
import { resetDemo } from './demo/reset-demo.ts';
import { showDemo } from './demo/show-demo.ts';
import { createImport } from './imports/create-import.ts';
import { computeIndicator } from './indicators/compute-indicator.ts';
import { listIndicators } from './indicators/list-indicators.ts';
import { cancelJob } from './jobs/cancel-job.ts';
import { getJob } from './jobs/get-job.ts';
import { listJobs } from './jobs/list-jobs.ts';
import { auditJournal } from './journal/audit-journal.ts';
import { listJournal } from './journal/list-journal.ts';
import type { Operation } from './operation.ts';
import { cancelOrder } from './orders/cancel-order.ts';
import { getOrder } from './orders/get-order.ts';
import { listFills } from './orders/list-fills.ts';
import { listOrders } from './orders/list-orders.ts';
import { placeOrder } from './orders/place-order.ts';
import { listQuarantine } from './quarantine/list-quarantine.ts';
import { confirmResume } from './risk/confirm-resume.ts';
import { haltTrading } from './risk/halt-trading.ts';
import { listLimits } from './risk/list-limits.ts';
import { requestResume } from './risk/request-resume.ts';
import { showHeadroom } from './risk/show-headroom.ts';
import { createSession } from './sessions/create-session.ts';
import { getSession } from './sessions/get-session.ts';
import { hashSession } from './sessions/hash-session.ts';
import { listDecisions } from './sessions/list-decisions.ts';
import { listEquity } from './sessions/list-equity.ts';
import { listEvents } from './sessions/list-events.ts';
import { listPositions } from './sessions/list-positions.ts';
import { listReasons } from './sessions/list-reasons.ts';
import { listSessionTrades } from './sessions/list-session-trades.ts';
import { listSessions } from './sessions/list-sessions.ts';
import { pauseSession } from './sessions/pause-session.ts';
import { resumeSession } from './sessions/resume-session.ts';
import { setSessionSpeed } from './sessions/set-session-speed.ts';
import { startSession } from './sessions/start-session.ts';
import { stepSession } from './sessions/step-session.ts';
import { stopSession } from './sessions/stop-session.ts';
import { trade } from './sessions/trade.ts';
import { listSizings } from './sizings/list-sizings.ts';
import { checkStrategy } from './strategies/check-strategy.ts';
import { checkStrategyHere } from './strategies/check-strategy-here.ts';
import { listStrategies } from './strategies/list-strategies.ts';
import { newStrategy } from './strategies/new-strategy.ts';
import { getSymbol } from './symbols/get-symbol.ts';
import { listSymbols } from './symbols/list-symbols.ts';
import { backupToFile } from './system/backup-to-file.ts';
import { createBackup } from './system/create-backup.ts';
import { showSystem } from './system/show-system.ts';

/** Everything the platform can do. */
export const operationCatalog: readonly Operation[] = [
  runBacktest,
  verifyBacktest,
  newStrategy,
  checkStrategy,
  listStrategies,
  listSizings,
  listSymbols,
  importBars,
  listIndicators,
  computeIndicator,
  createAccount,
  listAccounts,
  getAccount,
  archiveAccount,
  createConfiguration,
  changeConfiguration,
  listConfigurations,
  getConfiguration,
  archiveConfiguration,
  validateConfiguration,
  resetDemo,
  showDemo,
  auditJournal,
  listLimits,
  cancelJob,
  getJob,
  listJobs,
  listJournal,
  cancelOrder,
  getOrder,
  listFills,
  listOrders,
  placeOrder,
  confirmResume,
  haltTrading,
  requestResume,
  showHeadroom,
  getSymbol,
  listBars,
  listDatasets,
  showCoverage,
  createSession,
  getSession,
  hashSession,
  listDecisions,
  listEquity,
  listEvents,
  listPositions,
  listReasons,
  listSessionTrades,
  listSessions,
  pauseSession,
  resumeSession,
  setSessionSpeed,
  startSession,
  stepSession,
  stopSession,
  trade,
  createImport,
  listQuarantine,
  backtestAndWait,
  compareBacktests,
  deleteBacktest,
  getBacktest,
  labelBacktest,
  listBacktests,
  registerTrial,
  countTrials,
  verifyBacktestFile,
  backupToFile,
  createBackup,
  showSystem,
  checkStrategyHere,
];
