'use client';

import { Panel } from '@/components/parts/panel';

export function SystemScreen() {
  return (
    <>
      <h1 className="sr-only">System</h1>
      <Panel title="System">to be made</Panel>
    </>
  );
}
