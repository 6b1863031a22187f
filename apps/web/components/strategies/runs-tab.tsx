'use client';

import { ArrowRightLeft, Play, Square } from 'lucide-react';
import { Empty } from '@/components/parts/states';
import { useSessionCommands } from '@/components/shell/use-session-commands';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import type { Configuration } from '@/lib/catalog/use-catalog';
import { useCurrent } from '@/lib/current';
import { count, money, percent } from '@/lib/format';
import { useConnection } from '@/lib/live/live-provider';
import type { Session } from '@/lib/live/topics';
import { day } from '@/lib/time';
import { changeSearch } from '@/lib/url-state';
import { ActivityMark } from './activity-mark';
import { activityOf, isActive } from './strategy-rows';

const endings: Readonly<Partial<Record<Session['state'], string>>> = {
  finished: 'ran to its end',
  stopped: 'was stopped',
  interrupted: 'was interrupted',
};

/** The sessions that trade by a configuration, and those that did. */
export function RunsTab({
  configuration,
  runs,
}: {
  readonly configuration: Configuration;
  readonly runs: readonly Session[];
}) {
  const isLost = useConnection().kind === 'lost';
  const start = () => changeSearch({ make: 'session', configuration: configuration.id, strategy: undefined }, true);
  return (
    <>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {runs.length === 0 ? (
          <Empty title="It has not run yet">
            A session replays history to it and lets it trade on a paper account.
          </Empty>
        ) : (
          <ul aria-label="Sessions of this configuration">
            {runs.map((session) => (
              <Run key={session.id} session={session} configuration={configuration} isLost={isLost} />
            ))}
          </ul>
        )}
      </div>
      <footer className="flex items-center gap-3 border-line border-t px-3.5 py-3">
        <Button variant="default" disabled={isLost} onClick={start}>
          <Play aria-hidden /> Start…
        </Button>
        <span className="text-micro text-text-2">
          {isLost
            ? 'The server does not answer; nothing can be started now.'
            : 'One account runs one session at a time.'}
        </span>
      </footer>
    </>
  );
}

function Run({
  session,
  configuration,
  isLost,
}: {
  readonly session: Session;
  readonly configuration: Configuration;
  readonly isLost: boolean;
}) {
  const { accounts } = useCurrent();
  const commands = useSessionCommands(session);
  const { id, name, state, reason, accountId, feed, position, length, account } = session;
  const own = session.sleeves.filter((sleeve) => sleeve.configurationId === configuration.id);
  const active = isActive(session);
  const share = length > 0 ? position / length : 0;
  return (
    <li className="flex flex-col gap-1 border-line border-b px-3.5 py-2.5 text-small">
      <div className="flex items-baseline justify-between gap-3">
        <Link
          href={`/?account=${encodeURIComponent(accountId)}&session=${encodeURIComponent(id)}`}
          className="min-w-0 truncate py-0.5 font-semibold text-body text-text hover:underline"
        >
          {name}
        </Link>
        {active ? (
          <ActivityMark activity={activityOf(session)} />
        ) : (
          <span className="whitespace-nowrap text-text-3">{endings[state] ?? state}</span>
        )}
      </div>
      <p className="text-text-2">
        {accounts.find((one) => one.id === accountId)?.name ?? accountId};{' '}
        {own
          .map(
            ({ symbols, configurationVersion, capitalShare }) =>
              `${symbols.join(', ')} with ${percent(capitalShare)} by version ${configurationVersion}`,
          )
          .join('; ')}
      </p>
      <p className="text-text-3">
        {day(feed.from, 'UTC')} to {day(feed.to, 'UTC')}, bar {count(position)} of {count(length)} ({percent(share)})
        {account !== null && <>; account at {money(account.equityUsd)}</>}
      </p>
      {reason !== null && <p className="text-text-2">{reason}</p>}
      {active && (
        <div className="mt-1 flex flex-wrap gap-2">
          {state === 'created' && (
            <Button size="small" disabled={isLost} onClick={commands.pauseOrResume}>
              <Play aria-hidden /> Start
            </Button>
          )}
          <Button size="small" disabled={isLost} onClick={() => changeSearch({ stop: id }, true)}>
            <Square aria-hidden /> Stop…
          </Button>
          <Button size="small" disabled={isLost} onClick={() => changeSearch({ move: id }, true)}>
            <ArrowRightLeft aria-hidden /> Move…
          </Button>
        </div>
      )}
    </li>
  );
}
