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
  const running = useTopic('sessions').items?.filter(({ state }) => state === 'running' || state === 'paused').length;
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
                {/[.!?]$/.test(why) ? why : `${why}.`} Since {dayAndHour(at)}.{' '}
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
        {!isKnown && (
          <p className="mt-2 text-small text-warn">The server does not answer; nothing can be released now.</p>
        )}
        <ReleaseDialog isOpen={isReleasing} onOpenChange={setIsReleasing} halts={halts} />
      </Panel>
    );
  }
  return (
    <Panel
      title="Halt trading"
      tone="halt"
      actions={
        <kbd className="max-phone:hidden rounded-mark border border-line-strong px-1.5 font-sans text-micro">
          Shift Esc
        </kbd>
      }
    >
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void halt(reason.trim()).then(() => setReason(''));
        }}
      >
        <p className="text-small text-text-2">
          {running === undefined
            ? 'Stops new orders in every session until released in two steps. Which sessions run is not known yet.'
            : running === 0
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
        {/* Stopping is tried whatever the connection is: it can only make things safer. */}
        <Button type="submit" variant="destructive" disabled={isHalting || running === 0}>
          <OctagonX aria-hidden /> Halt now
        </Button>
        {!isKnown && (
          <p className="text-small text-warn">
            The connection is lost; a halt is tried all the same, and what came of it is said.
          </p>
        )}
      </form>
    </Panel>
  );
}
