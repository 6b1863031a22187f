import { Chip } from '@/components/parts/chip';
import type { Column } from '@/components/parts/data-table';
import { Missing } from '@/components/parts/delta';
import { Link } from '@/components/ui/link';
import type { Current } from '@/lib/current';
import { count, money } from '@/lib/format';
import type { Session } from '@/lib/live/topics';
import { SessionActions } from './session-actions';

export interface SessionLine {
  readonly session: Session;
  readonly account: string;
  /** How long the latest turn took to be written; null where nobody drives the session. */
  readonly turnLatencyMs: number | null;
  readonly waitingFor: string | null;
}

const words: Readonly<Record<Session['state'], string>> = {
  created: 'Not begun',
  running: 'Runs',
  paused: 'Paused',
  finished: 'Finished',
  stopped: 'Stopped',
  interrupted: 'Interrupted',
};

/** Returns the columns of the list of sessions. */
export function sessionColumns(
  href: Current['href'],
  canAct: boolean,
  onStop: (session: Session) => void,
): readonly Column<SessionLine>[] {
  return [
    {
      id: 'session',
      header: 'Session',
      value: ({ session }) => session.name,
      cell: (line) => <SessionName line={line} href={href} />,
    },
    {
      id: 'state',
      header: 'State',
      value: ({ session }) => words[session.state],
      cell: (line) => <SessionState line={line} isKnown={canAct} />,
    },
    {
      id: 'position',
      header: 'Bar',
      align: 'right',
      value: ({ session }) => session.position,
      cell: ({ session }) => (
        <span className="whitespace-nowrap">
          {count(session.position)} <span className="text-text-2">of {count(session.length)}</span>
        </span>
      ),
    },
    {
      id: 'speed',
      header: 'Speed',
      align: 'right',
      value: ({ session }) => session.feed.barsPerSecond,
      cell: ({ session }) => <span className="whitespace-nowrap">{count(session.feed.barsPerSecond)} bars/s</span>,
    },
    {
      id: 'turn',
      header: 'Turn',
      align: 'right',
      value: ({ session }) => session.turn,
      cell: ({ session, turnLatencyMs }) => (
        <span className="whitespace-nowrap">
          {count(session.turn)}
          {turnLatencyMs !== null && (
            <span className="block text-small text-text-2">took {count(turnLatencyMs)} ms</span>
          )}
        </span>
      ),
    },
    {
      id: 'equityUsd',
      header: 'Equity',
      align: 'right',
      from: 'wide',
      value: ({ session }) => session.account?.equityUsd ?? null,
      cell: ({ session }) =>
        session.account === null ? <Missing word="none yet" /> : money(session.account.equityUsd),
    },
    {
      id: 'actions',
      header: 'Commands',
      align: 'right',
      cell: ({ session }) => <SessionActions session={session} canAct={canAct} onStop={onStop} />,
    },
  ];
}

export function SessionName({
  line: { session, account },
  href,
}: {
  readonly line: SessionLine;
  readonly href: Current['href'];
}) {
  return (
    <>
      <Link
        href={href('/', { account: session.accountId, session: session.id })}
        aria-label={`Open ${session.name}`}
        className="inline-flex min-h-6 items-center font-semibold text-accent underline-offset-4 hover:underline max-phone:min-h-11"
      >
        {session.name}
      </Link>
      <span className="block max-w-52 truncate text-small text-text-2" title={session.id}>
        {account} <span className="font-mono text-micro">{session.id}</span>
      </span>
    </>
  );
}

export function SessionState({
  line: { session, waitingFor },
  isKnown,
}: {
  readonly line: SessionLine;
  readonly isKnown: boolean;
}) {
  const isHalted = (session.halts?.length ?? 0) > 0;
  const isActive = session.state === 'running' || session.state === 'paused';
  return (
    <span className="flex flex-col items-start gap-0.5">
      <Chip
        tone={
          isHalted ? 'halt' : session.state === 'running' ? 'up' : session.state === 'interrupted' ? 'warn' : 'plain'
        }
      >
        {isHalted ? 'Halted' : words[session.state]}
        {isActive && !isKnown && '?'}
      </Chip>
      {(waitingFor ?? session.reason) !== null && (
        <span className="text-small text-text-2">
          {waitingFor === null ? session.reason : `waits for ${waitingFor}`}
        </span>
      )}
    </span>
  );
}
