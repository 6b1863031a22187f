'use client';

import { HaltPanel } from './halt-panel';
import { LimitsPanel } from './limits-panel';
import { RiskLog } from './risk-log';

/** The limits and their use, the halt and its release, and what was refused. */
export function RiskScreen() {
  return (
    <div className="grid flex-1 grid-cols-[minmax(0,1fr)_388px] items-start gap-3.5 max-wide:grid-cols-1">
      <h1 className="sr-only">Risk</h1>
      <LimitsPanel />
      <div className="flex flex-col gap-3.5">
        <HaltPanel />
        <RiskLog />
      </div>
    </div>
  );
}
