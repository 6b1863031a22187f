'use client';

import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';
import { useConnection } from '@/lib/live/live-provider';
import { useDemo } from './use-demo';

/** Begins the demo anew, after saying what becomes of the run that is. */
export function DemoRestart() {
  const { restart, isRestarting } = useDemo();
  const [isOpen, setIsOpen] = useState(false);
  const isLost = useConnection().kind === 'lost';
  return (
    <Popover open={isOpen} onOpenChange={setIsOpen}>
      <PopoverTrigger asChild>
        <Button size="small" disabled={isRestarting}>
          <RotateCcw aria-hidden /> Start the demo again
        </Button>
      </PopoverTrigger>
      <PopoverContent className="flex flex-col gap-3">
        <p>
          The run that is stops where it stands, and a new one begins with all its cash on its first day. What the old
          one did is kept.
        </p>
        {isLost && <p className="text-small text-warn">The connection is lost; this waits until it is back.</p>}
        <div className="flex gap-2">
          <Button
            variant="default"
            size="small"
            disabled={isLost}
            onClick={() => {
              setIsOpen(false);
              restart();
            }}
          >
            Start again
          </Button>
          <Button variant="ghost" size="small" onClick={() => setIsOpen(false)}>
            Keep this run
          </Button>
        </div>
      </PopoverContent>
    </Popover>
  );
}
