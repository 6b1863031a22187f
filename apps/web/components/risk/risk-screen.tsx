'use client';

import { Panel } from '@/components/parts/panel';

export function RiskScreen() {
  return (
    <>
      <h1 className="sr-only">Risk</h1>
      <Panel title="Risk">to be made</Panel>
    </>
  );
}
