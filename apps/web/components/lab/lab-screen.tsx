'use client';

import { Panel } from '@/components/parts/panel';

export function LabScreen() {
  return (
    <>
      <h1 className="sr-only">Backtest lab</h1>
      <Panel title="Backtest lab">to be made</Panel>
    </>
  );
}
