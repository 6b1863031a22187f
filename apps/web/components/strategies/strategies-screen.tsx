'use client';

import { Panel } from '@/components/parts/panel';

export function StrategiesScreen() {
  return (
    <>
      <h1 className="sr-only">Strategies</h1>
      <Panel title="Strategies">to be made</Panel>
    </>
  );
}
