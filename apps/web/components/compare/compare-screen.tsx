'use client';

import { Panel } from '@/components/parts/panel';

export function CompareScreen() {
  return (
    <>
      <h1 className="sr-only">Compare runs</h1>
      <Panel title="Compare runs">to be made</Panel>
    </>
  );
}
