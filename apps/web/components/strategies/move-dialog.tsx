'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { useSessionCommands } from '@/components/shell/use-session-commands';
import { Button } from '@/components/ui/button';
import { Dialog, DialogContent } from '@/components/ui/dialog';
import { Segmented } from '@/components/ui/segmented';
import { useCurrent } from '@/lib/current';
import { counted } from '@/lib/format';
import { useConnection } from '@/lib/live/live-provider';
import type { Session } from '@/lib/live/topics';
import { AccountChoice, sessionOn } from './account-choice';
import { accountFaults, EMPTY_ACCOUNT } from './account-draft';
import { EndingChoice } from './ending-choice';
import { type Learned, moveSteps } from './move-steps';
import { openAccountStep } from './open-account-step';
import { NEW_ACCOUNT } from './start-draft';
import { StepList } from './step-list';
import { StopDialog } from './stop-dialog';
import { useHeld } from './use-held';
import { useSteps } from './use-steps';

/** Ends a session here and begins the same one on another account, step by step. */
export function MoveDialog({
  session,
  sessions,
  onClose,
}: {
  readonly session: Session;
  readonly sessions: readonly Session[];
  readonly onClose: () => void;
}) {
  const { accounts: all } = useCurrent();
  const router = useRouter();
  const cache = useQueryClient();
  const steps = useSteps();
  const held = useHeld(session);
  const isLost = useConnection().kind === 'lost';
  const others = all.filter(({ id, archivedAt }) => id !== session.accountId && archivedAt === null);
  const free = others.find(({ id }) => sessionOn(sessions, id) === undefined);
  const [accountId, setAccountId] = useState(free?.id ?? NEW_ACCOUNT);
  const [newAccount, setNewAccount] = useState(EMPTY_ACCOUNT);
  const [flatten, setFlatten] = useState(false);
  const [where, setWhere] = useState<'on' | 'again'>('on');
  const [toStop, setToStop] = useState<Session>();
  // What ran when the dialog was opened is what is moved, also when it has been stopped meanwhile.
  const [origin] = useState(session);

  const learned = useRef<Learned>({});
  const commands = useSessionCommands(session);

  const isNew = accountId === NEW_ACCOUNT;
  const faults =
    isNew && steps.results.length === 0
      ? accountFaults(
          newAccount,
          all.map(({ id }) => id),
        )
      : {};
  const busy = sessionOn(sessions, accountId);
  const hasBegun = steps.results.some(({ state }) => state === 'done');
  const isLocked = steps.isBusy || hasBegun;
  const from = all.find(({ id }) => id === origin.accountId)?.name ?? origin.accountId;
  const move = async () => {
    const target = isNew ? newAccount.id : accountId;
    const isMoved = await steps.run(
      moveSteps(
        {
          session: origin,
          target,
          newAccount: isNew ? newAccount : undefined,
          flatten,
          goesOn: where === 'on',
        },
        learned.current,
      ),
    );
    if (isNew && steps.isDone(openAccountStep(newAccount).title)) {
      await cache.invalidateQueries({ queryKey: ['accounts'] });
      // It is there now, whatever became of the rest.
      setAccountId(target);
    }
    if (isMoved) router.push(`/?account=${encodeURIComponent(target)}`);
  };
  const versions = origin.sleeves
    .map(({ configurationId, configurationVersion }) => `${configurationId} version ${configurationVersion}`)
    .join(', ');
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        title={`Move ${origin.name} to another account`}
        description={`It stops on ${from}, and a new session with ${versions}, the same symbols and shares begins there. Cash, positions and history belong to an account and stay where they are.`}
      >
        <div className="flex flex-col gap-4">
          <AccountChoice
            value={accountId}
            onChange={(next) => {
              steps.reset();
              learned.current = {};
              setAccountId(next);
            }}
            accounts={others}
            // What is prepared there is no other session in the way.
            sessions={hasBegun ? [] : sessions}
            draft={newAccount}
            onDraft={(next) => {
              steps.reset();
              setNewAccount(next);
            }}
            faults={faults}
            onStop={setToStop}
            disabled={isLocked}
          />
          <div className="flex flex-col gap-1.5">
            <span className="font-[550] text-small">Where it goes on</span>
            <Segmented
              label="Where it goes on"
              value={where}
              onChange={setWhere}
              className="self-start"
              options={[
                { value: 'on', label: 'On the next day', disabled: isLocked },
                { value: 'again', label: 'From the beginning', disabled: isLocked },
              ]}
            />
            <p className="text-micro text-text-3">
              {where === 'on'
                ? 'What has been replayed is shown as history; trading begins with the next day.'
                : `All ${counted(origin.length, 'bar')} are replayed again.`}
            </p>
          </div>
          <EndingChoice flatten={flatten} onChange={setFlatten} positions={held} disabled={isLocked} />
          {steps.results.length > 0 && <StepList results={steps.results} />}
          {steps.hasFailed && (
            <p className="text-small text-text-2">
              What is ticked was done and is not done again. {origin.name} is {session.state} now.
            </p>
          )}
          <div className="flex flex-wrap items-center gap-2">
            <Button
              variant="default"
              disabled={steps.isBusy || isLost || (busy !== undefined && !hasBegun) || Object.keys(faults).length > 0}
              onClick={() => void move()}
            >
              {steps.hasFailed ? 'Go on from here' : 'Move session'}
            </Button>
            {steps.hasFailed && session.state === 'paused' && (
              <Button disabled={isLost} onClick={commands.pauseOrResume}>
                Let it go on here
              </Button>
            )}
            <Button onClick={onClose}>{hasBegun ? 'Close' : 'Cancel'}</Button>
            {isLost && <span className="text-small text-warn">The server does not answer; nothing can be moved.</span>}
          </div>
        </div>
        {toStop !== undefined && (
          <StopDialog
            session={sessions.find(({ id }) => id === toStop.id) ?? toStop}
            onClose={() => setToStop(undefined)}
          />
        )}
      </DialogContent>
    </Dialog>
  );
}
