'use client';

import { Panel } from '@/components/parts/panel';

export function ChartScreen() {
  return (
    <>
      <h1 className="sr-only">Chart</h1>
      <Panel title="Chart">to be made</Panel>
    </>
  );
}
