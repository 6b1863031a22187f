'use client';

import { Panel } from '@/components/parts/panel';

export function DataScreen() {
  return (
    <>
      <h1 className="sr-only">Data</h1>
      <Panel title="Data">to be made</Panel>
    </>
  );
}
