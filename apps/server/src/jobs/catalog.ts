import { runBacktestJob } from './backtests/run-backtest-job.ts';
import { refreshDataJob } from './data/refresh-data-job.ts';
import type { JobDefinition } from './define-job.ts';
import { runMaintenanceJob } from './maintenance/run-maintenance-job.ts';

/** Every job there is. */
export const jobCatalog: readonly JobDefinition[] = [
  // One a line, by id.
  runBacktestJob,
  refreshDataJob,
  runMaintenanceJob,
];
