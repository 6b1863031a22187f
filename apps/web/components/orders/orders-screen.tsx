'use client';

import { Panel } from '@/components/parts/panel';

export function OrdersScreen() {
  return (
    <>
      <h1 className="sr-only">Orders</h1>
      <Panel title="Orders">to be made</Panel>
    </>
  );
}
