'use client';

import { OctagonX } from 'lucide-react';
import { useState } from 'react';
import { Field } from '@/components/parts/field';
import { Panel } from '@/components/parts/panel';
import { ReleaseDialog } from '@/components/shell/release-dialog';
import { useHaltTrading, useStandingHalts } from '@/components/shell/use-trading-halt';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { counted } from '@/lib/format';
import { useConnection, useTopic } from '@/lib/live/live-provider';
import { dayAndHour } from '@/lib/time';

/** Stops trading at once, and lets it go on in two steps. */
export function HaltPanel() {
  const halts = useStandingHalts();
  const { halt, isHalting } = useHaltTrading();
  const isKnown = useConnection().kind === 'open';
  const running = (useTopic('sessions').items ?? []).filter(
    ({ state }) => state === 'running' || state === 'paused',
  ).length;
  const [reason, setReason] = useState('');
  const [isReleasing, setIsReleasing] = useState(false);
  if (halts.length > 0) {
    return (
      <Panel title="Trading is halted" tone="halt">
        <ul className="flex flex-col gap-2">
          {halts.map(({ session, level, code, reason: why, at, until }) => (
            <li key={`${session.id} ${code}`}>
              <p className="font-semibold">
                {session.name}: {level === 'all' ? 'everything' : 'new entries'}
              </p>
              <p className="text-small text-text-2">
                {why} Since {dayAndHour(at)}.{' '}
                {until === 'next-session'
                  ? 'Lifts by itself at the next session.'
                  : 'Stays until it is released by a person.'}
              </p>
              <p className="font-mono text-micro text-text-3">{code}</p>
            </li>
          ))}
        </ul>
        <p className="my-3 text-small text-text-2">
          Positions are kept. Orders that flatten them and cancels still pass.
        </p>
        <Button variant="default" disabled={!isKnown} onClick={() => setIsReleasing(true)}>
          Release, step 1 of 2…
        </Button>
        <ReleaseDialog isOpen={isReleasing} onOpenChange={setIsReleasing} halts={halts} />
      </Panel>
    );
  }
  return (
    <Panel
      title="Halt trading"
      tone="halt"
      actions={<kbd className="rounded-mark border border-line-strong px-1.5 font-sans text-micro">Shift Esc</kbd>}
    >
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void halt(reason.trim()).then(() => setReason(''));
        }}
      >
        <p className="text-small text-text-2">
          {running === 0
            ? 'Nothing trades now: no session is running.'
            : `Stops new orders in ${counted(running, 'session')} until released in two steps. What has not been filled is taken back; positions are kept.`}
        </p>
        <Field id="risk-halt-reason" label="Reason" hint="kept in the journal">
          <Input
            id="risk-halt-reason"
            value={reason}
            maxLength={200}
            onChange={({ target }) => setReason(target.value)}
          />
        </Field>
        <Button type="submit" variant="destructive" disabled={isHalting || running === 0 || !isKnown}>
          <OctagonX aria-hidden /> Halt now
        </Button>
      </form>
    </Panel>
  );
}
