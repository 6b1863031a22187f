'use client';

import type { Configuration } from '@/lib/catalog/use-catalog';
import { useCurrent } from '@/lib/current';
import type { Session } from '@/lib/live/topics';
import { changeSearch, useUrlState } from '@/lib/url-state';
import { AccountDialog } from './account-dialog';
import { MoveDialog } from './move-dialog';
import { OwnStrategyDialog } from './own-strategy-dialog';
import { StartSheet } from './start-sheet';
import { StopDialog } from './stop-dialog';

/** What the address asks for: a new account, a strategy from a file, a start, a stop or a move. */
export function ScreenDialogs({
  configurations,
  configuration,
  sessions,
}: {
  readonly configurations: readonly Configuration[];
  readonly configuration: Configuration | undefined;
  readonly sessions: readonly Session[];
}) {
  const [make] = useUrlState('make');
  const [stop] = useUrlState('stop');
  const [move] = useUrlState('move');
  const { isLoading } = useCurrent();
  const close = () => changeSearch({ make: undefined, stop: undefined, move: undefined });
  const stopped = sessions.find(({ id }) => id === stop);
  const moved = sessions.find(({ id }) => id === move);
  // A form begins with the accounts there are.
  if (isLoading) return null;
  return (
    <>
      {make === 'account' && <AccountDialog onClose={close} />}
      {make === 'strategy' && <OwnStrategyDialog onClose={close} />}
      {make === 'session' && (
        <StartSheet configurations={configurations} configuration={configuration} sessions={sessions} onClose={close} />
      )}
      {stopped !== undefined && <StopDialog session={stopped} onClose={close} />}
      {moved !== undefined && <MoveDialog key={moved.id} session={moved} sessions={sessions} onClose={close} />}
    </>
  );
}
