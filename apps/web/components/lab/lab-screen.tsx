'use client';

import { BacktestForm } from './backtest-form';
import { BacktestJobs } from './backtest-jobs';
import { RunList } from './run-list';

/** Where backtests are asked for, followed, and found again. */
export function LabScreen() {
  return (
    <>
      <h1 className="sr-only">Backtest lab</h1>
      <div className="grid flex-1 grid-cols-[332px_minmax(0,1fr)] items-start gap-3.5 max-wide:grid-cols-[300px_minmax(0,1fr)] max-phone:grid-cols-1">
        <BacktestForm />
        <div className="flex min-w-0 flex-col gap-3.5">
          <BacktestJobs />
          <RunList />
        </div>
      </div>
    </>
  );
}
