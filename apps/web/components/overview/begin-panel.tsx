'use client';

import { Panel } from '@/components/parts/panel';
import { Empty } from '@/components/parts/states';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { type Account, useCurrent } from '@/lib/current';
import { money } from '@/lib/format';
import { useConnection } from '@/lib/live/live-provider';
import { useDemo } from './use-demo';

/** Where nothing is there yet: what this is, and the two ways to begin. */
export function BeginPanel() {
  const { href } = useCurrent();
  const { restart, isRestarting } = useDemo();
  const isLost = useConnection().kind === 'lost';
  return (
    <Panel title="Overview" bare>
      <Empty
        title="There is no account yet"
        className="py-16"
        actions={
          <>
            <Button variant="default" disabled={isLost || isRestarting} onClick={restart}>
              Start the demo
            </Button>
            <Button asChild>
              <Link href={href('/strategies', { make: 'account' })}>Make an account</Link>
            </Button>
          </>
        }
      >
        Candor trades on paper: strategies decide on prices of the past that are replayed as if they were now, and the
        money is simulated. The demo shows it on real prices within a minute; an account of your own begins with the
        cash, costs and limits that you give it.
        {isLost && ' The connection is lost, so this waits until it is back.'}
      </Empty>
    </Panel>
  );
}

/** An account that has never had a session. */
export function NoSessionPanel({ account }: { readonly account: Account }) {
  const { href } = useCurrent();
  return (
    <Panel title={account.name} bare>
      <Empty
        title={`${account.name} has no session yet`}
        className="py-16"
        actions={
          <Button variant="default" asChild>
            <Link href={href('/strategies', { account: account.id })}>Choose a strategy to start</Link>
          </Button>
        }
      >
        It holds {money(account.startCashUsd)} of simulated cash. A session lets one or more strategies trade on it;
        then its equity, its positions and every decision appear here.
      </Empty>
    </Panel>
  );
}
