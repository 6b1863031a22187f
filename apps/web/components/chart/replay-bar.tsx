'use client';

import { Pause, Play, StepForward } from 'lucide-react';
import { memo, useCallback, useEffect, useRef } from 'react';
import { SPEEDS, useSessionCommands } from '@/components/shell/use-session-commands';
import { Button } from '@/components/ui/button';
import { Segmented } from '@/components/ui/segmented';
import { cn } from '@/lib/cn';
import { count, counted } from '@/lib/format';
import { useShortcuts } from '@/lib/keys';
import { useConnection } from '@/lib/live/live-provider';
import type { Session } from '@/lib/live/topics';

export function isOver({ state }: Session): boolean {
  return state === 'finished' || state === 'stopped';
}

/** How the replay runs, how fast, and how far it is. */
export function ReplayBar({ session, className }: { readonly session: Session; readonly className?: string }) {
  const commands = useSessionCommands(session);
  const isLost = useConnection().kind === 'lost';
  const isRunning = session.state === 'running';
  const isDone = isOver(session);
  const can = !isDone && !isLost;
  useShortcuts([
    { keys: 'Space', does: 'pause or go on', group: 'Replay', run: () => can && commands.pauseOrResume() },
    { keys: '.', does: 'step one bar', group: 'Replay', run: () => can && !isRunning && commands.step() },
    ...SPEEDS.map((speed, place) => ({
      keys: String(place + 1),
      does: `${counted(speed, 'bar')} a second`,
      group: 'Replay',
      run: () => can && commands.setSpeed(speed),
    })),
  ]);
  const latest = useRef(commands.setSpeed);
  useEffect(() => {
    latest.current = commands.setSpeed;
  });
  const onSpeed = useCallback((speed: number) => latest.current(speed), []);
  const share = session.length === 0 ? 0 : session.position / session.length;
  const progress = `bar ${count(session.position)} of ${count(session.length)}`;
  return (
    <section aria-label="Replay" className={cn('flex min-h-11 flex-wrap items-center gap-x-2 gap-y-2', className)}>
      <Button size="small" onClick={commands.pauseOrResume} disabled={!can} className="min-w-[104px]">
        {isRunning ? <Pause aria-hidden /> : <Play aria-hidden />}
        {isRunning ? 'Pause' : session.state === 'created' ? 'Start' : 'Go on'}
        <kbd className="rounded-mark border border-line px-1 font-sans text-micro text-text-2 max-phone:hidden">
          Space
        </kbd>
      </Button>
      <Button
        variant="ghost"
        size="icon-small"
        aria-label="Step one bar"
        onClick={commands.step}
        disabled={!can || isRunning}
      >
        <StepForward aria-hidden />
      </Button>
      <Speeds barsPerSecond={session.feed.barsPerSecond} isLocked={!can} onSpeed={onSpeed} />
      <div
        role="progressbar"
        aria-label="Progress of the replay"
        aria-valuemin={0}
        aria-valuemax={session.length}
        aria-valuenow={session.position}
        aria-valuetext={progress}
        className="relative mx-2 h-6 min-w-24 flex-1"
      >
        <div className="absolute inset-x-0 top-[10px] h-1 rounded-full bg-raised" />
        <div className="absolute top-[10px] left-0 h-1 rounded-full bg-text-2" style={{ width: `${share * 100}%` }} />
        <div
          className="absolute top-[6px] size-3 -translate-x-1/2 rounded-full bg-text"
          style={{ left: `${share * 100}%` }}
        />
      </div>
      <span className="whitespace-nowrap text-small text-text-2">
        {progress}
        {isDone && (session.state === 'finished' ? ', at its end' : ', stopped')}
        {isLost && ', connection lost'}
      </span>
    </section>
  );
}

const Speeds = memo(function Speeds({
  barsPerSecond,
  isLocked,
  onSpeed,
}: {
  readonly barsPerSecond: number;
  readonly isLocked: boolean;
  readonly onSpeed: (barsPerSecond: number) => void;
}) {
  return (
    <Segmented
      label="Bars a second"
      value={String(barsPerSecond)}
      options={SPEEDS.map((speed) => ({ value: String(speed), label: `${count(speed)}×`, disabled: isLocked }))}
      onChange={(value) => onSpeed(Number(value))}
    />
  );
});
