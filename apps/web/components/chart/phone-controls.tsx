'use client';

import { Layers, Pause, Play } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogContent } from '@/components/ui/dialog';
import { count } from '@/lib/format';
import type { Session } from '@/lib/live/topics';
import { isOver, ReplayBar } from './replay-bar';

/** On a phone the replay and the layers are behind a button each. */
export function PhoneControls({
  session,
  layers,
  children,
}: {
  readonly session: Session | undefined;
  readonly layers: number;
  readonly children: ReactNode;
}) {
  const [open, setOpen] = useState<'replay' | 'layers' | undefined>(undefined);
  const close = (isOpen: boolean) => !isOpen && setOpen(undefined);
  return (
    <div className="flex gap-2 px-3 py-2 phone:hidden">
      {session !== undefined && !isOver(session) && (
        <Button className="flex-1" onClick={() => setOpen('replay')}>
          {session.state === 'running' ? <Pause aria-hidden /> : <Play aria-hidden />}
          Replay {count(session.feed.barsPerSecond)}×
        </Button>
      )}
      <Button className="flex-1" onClick={() => setOpen('layers')}>
        <Layers aria-hidden /> Layers {count(layers)}
      </Button>
      <Dialog open={open === 'replay' && session !== undefined} onOpenChange={close}>
        <DialogContent kind="sheet" title="Replay">
          {session !== undefined && <ReplayBar session={session} className="flex-col items-stretch gap-3" />}
        </DialogContent>
      </Dialog>
      <Dialog open={open === 'layers'} onOpenChange={close}>
        <DialogContent kind="sheet" title="Layers" description="A phone draws at most three over the price.">
          {children}
        </DialogContent>
      </Dialog>
    </div>
  );
}
