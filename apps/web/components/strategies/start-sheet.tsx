'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { Failed, LoadingRows } from '@/components/parts/states';
import { Button } from '@/components/ui/button';
import { Dialog, DialogContent } from '@/components/ui/dialog';
import { type Configuration, type Series, useSeries } from '@/lib/catalog/use-catalog';
import { useCurrent } from '@/lib/current';
import { useConnection } from '@/lib/live/live-provider';
import type { Session } from '@/lib/live/topics';
import { AccountChoice, sessionOn } from './account-choice';
import { accountFaults, EMPTY_ACCOUNT } from './account-draft';
import { openAccountStep } from './open-account-step';
import { PriceProvenance } from './price-provenance';
import { ReplayFields } from './replay-fields';
import { SleeveFields } from './sleeve-fields';
import {
  evenShares,
  firstDraft,
  NEW_ACCOUNT,
  type StartDraft,
  seriesOf,
  sessionWish,
  startFaults,
  symbolsOf,
} from './start-draft';
import { PREPARE, type Prepared, startSteps } from './start-steps';
import { StepList } from './step-list';
import { StopDialog } from './stop-dialog';
import { useSteps } from './use-steps';

export interface StartSheetProps {
  readonly configurations: readonly Configuration[];
  readonly configuration: Configuration | undefined;
  readonly sessions: readonly Session[];
  readonly onClose: () => void;
}

/** Prepares a session and starts it: on which account, who trades what, and which history is replayed. */
export function StartSheet(props: StartSheetProps) {
  const { data, error, refetch } = useSeries();
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && props.onClose()}>
      <DialogContent
        kind="sheet"
        className="w-[min(520px,100vw)]"
        title="Start a session"
        description="It replays history to one or several configurations and lets them trade on a paper account."
      >
        {error !== null && data === undefined ? (
          <Failed title="The symbols could not be read" error={error} onRetry={() => void refetch()} />
        ) : data === undefined ? (
          <LoadingRows />
        ) : (
          <StartForm {...props} series={data.series} />
        )}
      </DialogContent>
    </Dialog>
  );
}

function StartForm({
  configurations,
  configuration,
  sessions,
  onClose,
  series,
}: StartSheetProps & { readonly series: readonly Series[] }) {
  const { accounts: all, account } = useCurrent();
  const accounts = all.filter(({ archivedAt }) => archivedAt === null);
  const router = useRouter();
  const cache = useQueryClient();
  const steps = useSteps();
  const isLost = useConnection().kind === 'lost';
  const [toStop, setToStop] = useState<Session>();
  const [newAccount, setNewAccount] = useState(EMPTY_ACCOUNT);
  const [nextKey, setNextKey] = useState(1);
  const [draft, setDraft] = useState(() => firstDraft(configuration ?? configurations[0], series, account?.id));
  // The start may have to be tried again later.
  const prepared = useRef<Prepared>({});
  const change = (part: Partial<StartDraft>) => {
    // What was done for other words is not what is asked for now.
    if (!steps.isBusy) steps.reset();
    setDraft((before) => ({ ...before, ...part }));
  };

  const accountIds = all.map(({ id }) => id);
  const isNew = draft.accountId === NEW_ACCOUNT;
  const newFaults = isNew && steps.results.length === 0 ? accountFaults(newAccount, accountIds) : {};
  const type = isNew ? newAccount.type : accounts.find(({ id }) => id === draft.accountId)?.type;
  const faults = startFaults(draft, series, configurations, type);
  const busy = sessionOn(sessions, draft.accountId);
  const isPrepared = steps.results.some(({ title, state }) => title === PREPARE && state === 'done');
  const isLocked = steps.isBusy || isPrepared;
  const chosen = symbolsOf(draft).flatMap((symbol) => seriesOf(series, symbol, draft.timeframe) ?? []);
  const canStart =
    !isLocked &&
    !isLost &&
    busy === undefined &&
    Object.keys(faults).length === 0 &&
    Object.keys(newFaults).length === 0;

  const start = async () => {
    const accountId = isNew ? newAccount.id : draft.accountId;
    const isStarted = await steps.run([
      ...(isNew ? [openAccountStep(newAccount)] : []),
      ...startSteps(sessionWish(draft, accountId), prepared.current),
    ]);
    if (isNew && steps.isDone(openAccountStep(newAccount).title)) {
      await cache.invalidateQueries({ queryKey: ['accounts'] });
      // It is there now, whatever became of the rest.
      setDraft((before) => ({ ...before, accountId }));
    }
    if (isStarted) router.push(`/?account=${encodeURIComponent(accountId)}`);
  };

  return (
    <form
      className="flex flex-col gap-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (canStart) void start();
      }}
    >
      <AccountChoice
        value={draft.accountId}
        onChange={(accountId) => change({ accountId })}
        accounts={accounts}
        // What is prepared here is no other session in the way.
        sessions={isPrepared ? [] : sessions}
        draft={newAccount}
        onDraft={(next) => {
          steps.reset();
          setNewAccount(next);
        }}
        faults={newFaults}
        onStop={setToStop}
        disabled={isLocked}
      />
      {draft.sleeves.map((sleeve, place) => (
        <SleeveFields
          key={sleeve.key}
          sleeve={sleeve}
          place={place}
          isOnly={draft.sleeves.length === 1}
          configurations={configurations}
          series={series}
          timeframe={draft.timeframe}
          faults={faults}
          disabled={isLocked}
          onChange={(next) => change({ sleeves: draft.sleeves.map((each) => (each.key === next.key ? next : each)) })}
          onRemove={() => change({ sleeves: evenShares(draft.sleeves.filter(({ key }) => key !== sleeve.key)) })}
        />
      ))}
      <div className="flex flex-wrap items-center gap-3">
        <Button
          size="small"
          disabled={isLocked || draft.sleeves.length >= MOST_SLEEVES}
          onClick={() => {
            const other = configurations.find(({ id }) => draft.sleeves.every((each) => each.configurationId !== id));
            const configurationId = (other ?? configurations[0])?.id ?? '';
            const symbols = draft.sleeves[0]?.symbols ?? [];
            change({ sleeves: evenShares([...draft.sleeves, { key: nextKey, configurationId, symbols, share: '' }]) });
            setNextKey(nextKey + 1);
          }}
        >
          <Plus aria-hidden /> Add a sleeve
        </Button>
        <span className="text-micro text-text-3">Each configuration of a session is a sleeve with its own share.</span>
      </div>
      {faults['share'] !== undefined && <p className="text-halt text-small">{faults['share']}</p>}
      <ReplayFields draft={draft} series={series} faults={faults} onChange={change} disabled={isLocked} />
      {chosen.length > 0 && <PriceProvenance series={chosen} />}
      <div className="sticky -bottom-4 -mx-4 -mb-4 flex flex-col gap-3 border-line-strong/60 border-t bg-raised px-4 py-3">
        {steps.results.length > 0 && <StepList results={steps.results} />}
        {isPrepared && steps.hasFailed && (
          <p className="text-small text-text-2">
            The session is prepared and stays so; under Runs it can be started later, or stopped.
          </p>
        )}
        <div className="flex flex-wrap items-center gap-2">
          {isPrepared ? (
            <Button variant="default" disabled={steps.isBusy || isLost} onClick={() => void start()}>
              Try the start again
            </Button>
          ) : (
            <Button type="submit" variant="default" disabled={!canStart}>
              {steps.hasFailed ? 'Try again' : 'Start session'}
            </Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
          {isLost && <span className="text-small text-warn">The server does not answer; nothing can be started.</span>}
        </div>
      </div>
      {toStop !== undefined && (
        <StopDialog
          session={sessions.find(({ id }) => id === toStop.id) ?? toStop}
          onClose={() => setToStop(undefined)}
        />
      )}
    </form>
  );
}

const MOST_SLEEVES = 20;
