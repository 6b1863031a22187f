'use client';

import { Panel } from '@/components/parts/panel';

export function PortfolioScreen() {
  return (
    <>
      <h1 className="sr-only">Portfolio</h1>
      <Panel title="Portfolio">to be made</Panel>
    </>
  );
}
