'use client';

import { BeginPanel, NoSessionPanel } from '@/components/overview/begin-panel';
import { Panel } from '@/components/parts/panel';
import { Failed, LoadingRows } from '@/components/parts/states';
import { useCurrent } from '@/lib/current';
import { AccountPanel } from './account-panel';
import { AttributionPanel } from './attribution-panel';
import { HistoryPanel } from './history-panel';
import { HoldingsPanel } from './holdings-panel';

/** What is held, what it brought, and by whom. */
export function PortfolioScreen() {
  return (
    <>
      <h1 className="sr-only">Portfolio</h1>
      <Content />
    </>
  );
}

function Content() {
  const { account, accounts, session, isLoading, error } = useCurrent();
  if (error !== null && accounts.length === 0) {
    return (
      <Panel title="Portfolio" bare>
        <Failed title="The accounts cannot be shown" error={error} safe="What is held on the server stays as it is." />
      </Panel>
    );
  }
  if (isLoading) {
    return (
      <Panel title="Positions">
        <LoadingRows rows={6} className="px-0" />
      </Panel>
    );
  }
  if (account === undefined) return <BeginPanel />;
  if (session === undefined) return <NoSessionPanel account={account} />;
  return (
    <>
      <HoldingsPanel session={session} />
      <div className="grid grid-cols-[minmax(0,1fr)_378px] gap-3.5 max-wide:grid-cols-1">
        <AttributionPanel session={session} />
        <AccountPanel session={session} />
      </div>
      <HistoryPanel session={session} key={session.id} />
    </>
  );
}
