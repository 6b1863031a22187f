'use client';

import { Panel } from '@/components/parts/panel';

export function ReportScreen() {
  return (
    <>
      <h1 className="sr-only">Run report</h1>
      <Panel title="Run report">to be made</Panel>
    </>
  );
}
