'use client';

import { Pause, Play, Square } from 'lucide-react';
import { useSessionCommands } from '@/components/shell/use-session-commands';
import { Button } from '@/components/ui/button';
import type { Session } from '@/lib/live/topics';

/** What can be done with a session: hold it, let it go on, end it. */
export function SessionActions({
  session,
  canAct,
  onStop,
}: {
  readonly session: Session;
  readonly canAct: boolean;
  readonly onStop: (session: Session) => void;
}) {
  const { pauseOrResume } = useSessionCommands(session);
  if (session.state === 'finished' || session.state === 'stopped') {
    return <span className="text-small text-text-3">over</span>;
  }
  const because = canAct ? undefined : 'The server cannot be asked now.';
  const isRunning = session.state === 'running';
  const word = isRunning ? 'Pause' : session.state === 'created' ? 'Start' : 'Resume';
  return (
    <span className="inline-flex gap-1.5">
      <Button
        size="small"
        disabled={!canAct}
        title={because}
        onClick={pauseOrResume}
        aria-label={`${word} ${session.name}`}
      >
        {isRunning ? <Pause aria-hidden /> : <Play aria-hidden />} {word}
      </Button>
      <Button
        size="small"
        disabled={!canAct}
        title={because}
        onClick={() => onStop(session)}
        aria-label={`Stop ${session.name}`}
      >
        <Square aria-hidden /> Stop…
      </Button>
    </span>
  );
}
