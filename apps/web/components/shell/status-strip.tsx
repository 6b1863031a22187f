'use client';

import type { ReactNode } from 'react';
import { type Condition, ConditionMark } from '@/components/parts/marks';
import { Link } from '@/components/ui/link';
import { useCurrent, useHref, useMarketTime } from '@/lib/current';
import { counted } from '@/lib/format';
import { useConnection, useSessionTopic, useTopic } from '@/lib/live/live-provider';
import { age, clock, EXCHANGE_CITY, EXCHANGE_ZONE } from '@/lib/time';
import { useNow } from '@/lib/use-now';
import { ClockSource } from './clock-source';

interface Fact {
  readonly name: string;
  readonly path: string;
  readonly condition: Condition;
  readonly text: string;
}

/** How data, session, jobs and the connection are, each with a shape, a name, a fact and an age; and the clocks. */
export function StatusStrip() {
  const facts = useFacts();
  const now = useNow();
  const href = useHref();
  const marketAt = useMarketTime();
  return (
    <footer
      data-print="hide"
      className="fixed inset-x-0 bottom-0 z-30 flex h-[30px] items-center gap-4 overflow-hidden border-line border-t bg-canvas px-3.5 text-micro max-phone:hidden"
    >
      <ul className="flex items-center">
        {facts.map(({ name, path, condition, text }) => (
          <li key={name} className="border-line border-r pr-3.5 not-first:pl-3.5 last:border-r-0">
            <Link href={href(path)} className="flex min-h-6 items-center gap-2 whitespace-nowrap hover:text-text">
              <ConditionMark of={condition} />
              <span>{name}</span>
              <span className="text-text-2">{text}</span>
            </Link>
          </li>
        ))}
      </ul>
      {now > 0 && (
        <p className="ml-auto flex gap-4 whitespace-nowrap">
          {marketAt !== undefined && <Clock at={marketAt} zone={EXCHANGE_ZONE} word={`${EXCHANGE_CITY}, replayed`} />}
          <Clock at={now} zone="UTC" word="UTC" />
          <Clock at={now} zone={undefined} word="you" />
        </p>
      )}
    </footer>
  );
}

/** The line under the phone's header: the same facts, the three that matter most. */
export function PhoneStrip() {
  const facts = useFacts();
  return (
    <section
      aria-label="State"
      data-print="hide"
      className="flex min-h-7 items-center justify-between gap-3 border-line border-b px-3 text-small phone:hidden"
    >
      <ul className="flex min-w-0 gap-3">
        {facts.slice(0, 2).map(({ name, condition }) => (
          <li key={name} className="flex items-center gap-1.5 whitespace-nowrap">
            <ConditionMark of={condition} /> {name}
          </li>
        ))}
      </ul>
      <ClockSource />
    </section>
  );
}

function Clock({
  at,
  zone,
  word,
}: {
  readonly at: string | number;
  readonly zone: string | undefined;
  readonly word: ReactNode;
}) {
  return (
    <span>
      <span className="font-[550]">{clock(at, zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone)}</span>{' '}
      <span className="text-text-2">{word}</span>
    </span>
  );
}

function useFacts(): readonly Fact[] {
  const now = useNow();
  const { session, isLoading } = useCurrent();
  const connection = useConnection();
  const health = useTopic('health').items?.[0];
  const jobs = useTopic('jobs').items;
  const quotes = useSessionTopic(session?.id, 'quotes');
  const isLost = connection.kind === 'lost';
  const last = isLost ? 'last known' : undefined;
  const faulty = health?.components.filter(({ state }) => state !== 'up') ?? [];
  const atWork = jobs?.filter(({ state }) => state === 'running') ?? [];
  const waiting = jobs?.filter(({ state }) => state === 'queued') ?? [];
  const sinceBarMs = quotes.receivedAtMs === undefined || now === 0 ? undefined : now - quotes.receivedAtMs;

  const data: Fact = {
    name: 'Data',
    path: '/data',
    condition: session === undefined ? 'off' : isLost ? 'slow' : 'ok',
    text:
      session === undefined
        ? isLoading
          ? 'loading'
          : 'nothing is replayed'
        : session.state !== 'running'
          ? 'replay stands still'
          : `replay${sinceBarMs === undefined ? '' : `, last bar ${age(sinceBarMs)} ago`}`,
  };
  const running: Fact = {
    name: 'Session',
    path: '/strategies',
    condition:
      session === undefined
        ? 'off'
        : session.state === 'interrupted'
          ? 'slow'
          : session.state === 'running'
            ? 'ok'
            : 'off',
    text: session === undefined ? 'none' : `${session.state}${last === undefined ? '' : `, ${last}`}`,
  };
  const work: Fact = {
    name: 'Jobs',
    path: '/system',
    condition: jobs === undefined ? 'off' : 'ok',
    text:
      atWork.length === 0 && waiting.length === 0
        ? 'none at work'
        : `${counted(atWork.length, 'job')} at work${waiting.length === 0 ? '' : `, ${waiting.length} waiting`}`,
  };
  const server: Fact =
    connection.kind === 'lost'
      ? {
          name: 'Server',
          path: '/system',
          condition: 'down',
          text: `connection lost ${age(Math.max(0, now - connection.sinceMs))} ago`,
        }
      : {
          name: 'Server',
          path: '/system',
          condition: connection.kind === 'connecting' ? 'off' : faulty.length > 0 ? 'slow' : 'ok',
          text:
            connection.kind === 'connecting'
              ? 'connecting'
              : faulty.length > 0
                ? faulty.map(({ name, reason }) => reason ?? `${name} is not up`).join(', ')
                : 'connected',
        };
  return [data, running, work, server];
}
