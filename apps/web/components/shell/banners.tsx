'use client';

import { OctagonX, Unplug } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { useHref } from '@/lib/current';
import { counted } from '@/lib/format';
import { useConnection, useLive } from '@/lib/live/live-provider';
import { age, clock, dayAndHour } from '@/lib/time';
import { useNow } from '@/lib/use-now';
import { ReleaseDialog } from './release-dialog';
import { useStandingHalts } from './use-trading-halt';

/** What concerns every page, one at a time, as long as its cause is there: a halt before a lost connection. */
export function Banners() {
  const halts = useStandingHalts();
  const connection = useConnection();
  const all = halts.filter(({ level }) => level === 'all');
  return (
    <div aria-live="assertive" data-print="hide" className="contents">
      {all.length > 0 ? <HaltedBanner halts={all} /> : connection.kind === 'lost' && <LostBanner {...connection} />}
    </div>
  );
}

function HaltedBanner({ halts }: { readonly halts: ReturnType<typeof useStandingHalts> }) {
  const [isReleasing, setIsReleasing] = useState(false);
  const href = useHref();
  const [first] = halts;
  const sessions = new Set(halts.map(({ session }) => session.id)).size;
  return (
    <div
      data-slot="banner"
      data-state="halted"
      className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-panel bg-halt-fill px-3.5 py-2 text-on-halt"
    >
      <OctagonX aria-hidden className="size-4 shrink-0" />
      <p className="min-w-0 flex-1 basis-60">
        <strong className="font-semibold">Trading is halted in {counted(sessions, 'session')}.</strong>{' '}
        {first !== undefined && `${sentence(first.reason)} Market time ${dayAndHour(first.at)}.`} Positions are kept;
        cancels still pass.
      </p>
      <Button size="small" asChild className="border-on-halt text-on-halt hover:bg-transparent hover:underline">
        <Link href={href('/risk')}>Read the log</Link>
      </Button>
      <Button
        size="small"
        onClick={() => setIsReleasing(true)}
        className="border-transparent bg-on-halt text-halt-fill hover:bg-on-halt hover:underline"
      >
        Release, step 1 of 2…
      </Button>
      <ReleaseDialog isOpen={isReleasing} onOpenChange={setIsReleasing} halts={halts} />
    </div>
  );
}

function LostBanner({ sinceMs, nextTryAtMs }: { readonly sinceMs: number; readonly nextTryAtMs: number }) {
  const live = useLive();
  const now = useNow();
  const inMs = nextTryAtMs - now;
  return (
    <div
      data-slot="banner"
      data-state="disconnected"
      className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-panel border border-warn-fill/70 bg-panel px-3.5 py-2"
    >
      <Unplug aria-hidden className="size-4 shrink-0 text-warn" />
      <p className="min-w-0 flex-1 basis-60">
        <strong className="font-semibold">
          Connection lost at {clock(sinceMs, Intl.DateTimeFormat().resolvedOptions().timeZone)}.
        </strong>{' '}
        <span className="text-text-2">
          What you see is the last that is known. Where the server runs, its sessions go on; ordering from here waits.
        </span>
      </p>
      <span aria-hidden className="text-micro text-text-2">
        {inMs > 0 ? `next try in ${age(inMs)}` : 'trying'}
      </span>
      <Button size="small" onClick={() => live.tryNow()}>
        Try now
      </Button>
    </div>
  );
}

/** Returns the words with a full stop, whoever wrote them. */
function sentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}
