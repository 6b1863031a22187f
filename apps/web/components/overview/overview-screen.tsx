'use client';

import { Panel } from '@/components/parts/panel';

export function OverviewScreen() {
  return (
    <>
      <h1 className="sr-only">Overview</h1>
      <Panel title="Overview">to be made</Panel>
    </>
  );
}
