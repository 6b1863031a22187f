'use client';

import { Pause, Play, StepForward } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';
import { Segmented } from '@/components/ui/segmented';
import { useCurrent, useMarketTime } from '@/lib/current';
import { count } from '@/lib/format';
import { useConnection } from '@/lib/live/live-provider';
import type { Session } from '@/lib/live/topics';
import { weekday } from '@/lib/time';
import { SPEEDS, useSessionCommands } from './use-session-commands';

/** Which clock the screens run by: history that is replayed, how fast, and how far it is. */
export function ClockSource() {
  const { session, isLoading } = useCurrent();
  const commands = useSessionCommands(session);
  const isLost = useConnection().kind === 'lost';
  if (session === undefined) {
    return <p className="text-small text-text-2">{isLoading ? 'Loading' : 'No session'}</p>;
  }
  const isOver = session.state === 'finished' || session.state === 'stopped';
  const isRunning = session.state === 'running';
  return (
    <div className="flex items-center gap-1">
      {!isOver && (
        <>
          <Button
            variant="ghost"
            size="icon-small"
            aria-label={
              isRunning
                ? 'Pause the replay'
                : session.state === 'created'
                  ? 'Start the replay'
                  : 'Go on with the replay'
            }
            disabled={isLost}
            onClick={commands.pauseOrResume}
          >
            {isRunning ? <Pause aria-hidden /> : <Play aria-hidden />}
          </Button>
          <Button
            variant="ghost"
            size="icon-small"
            aria-label="Step one bar"
            disabled={isRunning || isLost}
            onClick={commands.step}
            className="max-phone:hidden"
          >
            <StepForward aria-hidden />
          </Button>
        </>
      )}
      <Popover>
        <PopoverTrigger className="flex min-h-7 items-center gap-1 rounded-control px-1.5 text-small hover:bg-raised">
          <ReplayWords session={session} />
        </PopoverTrigger>
        <PopoverContent className="flex w-80 flex-col gap-3">
          <p>
            <span className="font-semibold">{session.name}</span> {stateWords[session.state]}
            {session.reason === null ? '' : `: ${session.reason}`}. Prices are history that is replayed as if it were
            now; the money is simulated.
          </p>
          {!isOver && (
            <Segmented
              label="Bars a second"
              value={String(session.feed.barsPerSecond)}
              options={SPEEDS.map((speed) => ({ value: String(speed), label: `${count(speed)}×`, disabled: isLost }))}
              onChange={(value) => commands.setSpeed(Number(value))}
            />
          )}
          <p className="text-micro text-text-2">
            Bar {count(session.position)} of {count(session.length)}. 1× is one bar a second, whatever its timeframe.
            {isLost && ' The connection is lost: what the replay does now is not known here, and it cannot be told.'}
          </p>
        </PopoverContent>
      </Popover>
    </div>
  );
}

function ReplayWords({ session }: { readonly session: Session }) {
  const at = useMarketTime();
  const word = session.state === 'running' ? 'Replay' : session.state === 'paused' ? 'Paused' : capital(session.state);
  return (
    <span className="whitespace-nowrap">
      <span className="text-text-2">{word}</span>{' '}
      {session.state === 'running' && <span className="font-semibold">{count(session.feed.barsPerSecond)}×</span>}
      {at !== undefined && <span className="max-phone:hidden"> · {weekday(at)}</span>}
    </span>
  );
}

const stateWords: Record<Session['state'], string> = {
  created: 'has not begun',
  running: 'runs',
  paused: 'is paused',
  finished: 'has reached the end of its prices',
  stopped: 'was stopped',
  interrupted: 'was interrupted',
};

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
