'use client';

import { Panel } from '@/components/parts/panel';
import { Failed, LoadingChart, LoadingRows } from '@/components/parts/states';
import { useCurrent } from '@/lib/current';
import { BeginPanel, NoSessionPanel } from './begin-panel';
import { DecisionsPanel } from './decisions-panel';
import { DemoNote } from './demo-note';
import { EquityPanel } from './equity-panel';
import { HeadroomPanel } from './headroom-panel';
import { HealthLine } from './health-line';
import { NeedsPanel } from './needs-panel';
import { PositionsPanel } from './positions-panel';
import { SleevesPanel } from './sleeves-panel';

/** How the account is, what needs a person, and what was decided. */
export function OverviewScreen() {
  return (
    <>
      <h1 className="sr-only">Overview</h1>
      <Content />
    </>
  );
}

function Content() {
  const { account, accounts, session, isLoading, error } = useCurrent();
  if (error !== null && accounts.length === 0) {
    return (
      <Panel title="Overview" bare>
        <Failed title="The accounts cannot be shown" error={error} safe="What runs on the server goes on." />
      </Panel>
    );
  }
  if (isLoading) return <Loading />;
  if (account === undefined) return <BeginPanel />;
  return (
    <>
      <DemoNote />
      <div className="grid grid-cols-[minmax(0,1fr)_378px] grid-rows-[auto_1fr_auto] items-stretch gap-3.5 max-wide:grid-cols-1 max-wide:grid-rows-none">
        {session === undefined ? (
          <>
            <div className="row-span-2 flex flex-col">
              <NoSessionPanel account={account} />
            </div>
            <NeedsPanel session={undefined} />
            <HealthLine />
          </>
        ) : (
          <>
            <div className="row-span-2 flex flex-col max-wide:row-span-1 [&>*]:flex-1">
              <EquityPanel session={session} key={session.id} />
            </div>
            <NeedsPanel session={session} />
            <HeadroomPanel session={session} />
            <div className="flex flex-col gap-3.5">
              <PositionsPanel session={session} />
              <SleevesPanel session={session} />
            </div>
            <div className="flex flex-col gap-3.5">
              <DecisionsPanel session={session} key={session.id} />
              <HealthLine />
            </div>
          </>
        )}
      </div>
    </>
  );
}

function Loading() {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_378px] gap-3.5 max-wide:grid-cols-1">
      <Panel title="Equity" bare className="min-h-96">
        <LoadingChart />
      </Panel>
      <Panel title="Needs you">
        <LoadingRows rows={3} className="px-0" />
      </Panel>
    </div>
  );
}
