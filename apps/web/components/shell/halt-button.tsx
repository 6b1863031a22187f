'use client';

import { OctagonX } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogContent } from '@/components/ui/dialog';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import { cn } from '@/lib/cn';
import { counted } from '@/lib/format';
import { useShortcuts } from '@/lib/keys';
import { useTopic } from '@/lib/live/live-provider';
import { ReleaseDialog } from './release-dialog';
import { useHaltTrading, useStandingHalts } from './use-trading-halt';

const HOLD_MS = 1_000;

/** Fast to trigger: hold it for a second, or open it and press once. Slow to release. */
export function HaltButton() {
  const [isOpen, setIsOpen] = useState(false);
  const [isHeld, setIsHeld] = useState(false);
  const [reason, setReason] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const hasFired = useRef(false);
  const halts = useStandingHalts();
  const { halt, isHalting } = useHaltTrading();
  const running = (useTopic('sessions').items ?? []).filter(({ state }) => state === 'running' || state === 'paused');
  const isHalted = halts.some(({ level }) => level === 'all');

  useShortcuts([
    { keys: 'Shift+Escape', does: 'halt trading', group: 'Everywhere', everywhere: true, run: () => setIsOpen(true) },
  ]);

  const release = () => {
    clearTimeout(timer.current);
    setIsHeld(false);
  };
  const press = () => {
    hasFired.current = false;
    if (isHalted) return;
    setIsHeld(true);
    timer.current = setTimeout(() => {
      hasFired.current = true;
      setIsHeld(false);
      void halt('');
    }, HOLD_MS);
  };
  const stop = async () => {
    await halt(reason.trim());
    setReason('');
    setIsOpen(false);
  };

  return (
    <>
      <Button
        id="halt"
        variant={isHalted ? 'destructive' : 'halt'}
        aria-haspopup="dialog"
        aria-keyshortcuts="Shift+Escape"
        disabled={isHalting}
        onPointerDown={press}
        onPointerUp={release}
        onPointerLeave={release}
        onClick={() => !hasFired.current && setIsOpen(true)}
        className={cn('relative overflow-hidden', isHalted && 'border-transparent')}
      >
        {isHeld && (
          <span aria-hidden className="absolute inset-0 origin-left animate-[hold_1s_linear_both] bg-halt/30" />
        )}
        <OctagonX aria-hidden />
        {isHalted ? (
          <span>
            Halted<span className="max-phone:hidden">, release…</span>
          </span>
        ) : (
          <>
            Halt
            <kbd className="rounded-mark border border-halt/60 px-1 font-sans text-micro max-wide:hidden">
              Shift Esc
            </kbd>
          </>
        )}
      </Button>
      {isHalted ? (
        <ReleaseDialog isOpen={isOpen} onOpenChange={setIsOpen} halts={halts} />
      ) : (
        <Dialog open={isOpen} onOpenChange={setIsOpen}>
          <DialogContent
            title="Halt trading"
            description={
              running.length === 0
                ? 'Nothing trades now: no session is running.'
                : `Stops new orders in ${running.length === 1 ? 'the session that runs' : counted(running.length, 'session')} and takes back what has not been filled. Positions are kept. Releasing takes two steps.`
            }
          >
            <form
              className="flex flex-col gap-3"
              onSubmit={(event) => {
                event.preventDefault();
                void stop();
              }}
            >
              {/* The deed comes first in the focus order; its reason may follow. */}
              <Button type="submit" variant="destructive" autoFocus disabled={isHalting || running.length === 0}>
                <OctagonX aria-hidden /> Halt now
              </Button>
              <div className="flex flex-col gap-1.5">
                <div className="flex justify-between">
                  <Label htmlFor="halt-reason">Reason, if you like</Label>
                  <span className="text-micro text-text-2">kept in the journal</span>
                </div>
                <Input
                  id="halt-reason"
                  value={reason}
                  maxLength={200}
                  onChange={({ target }) => setReason(target.value)}
                />
              </div>
            </form>
          </DialogContent>
        </Dialog>
      )}
    </>
  );
}
