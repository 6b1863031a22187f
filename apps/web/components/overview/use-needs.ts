'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, read } from '@/lib/api/client';
import { useMarketTime } from '@/lib/current';
import { useSessionTopic, useTopic } from '@/lib/live/live-provider';
import type { Session } from '@/lib/live/topics';
import { useHeadroom } from '@/lib/use-headroom';
import { useNow } from '@/lib/use-now';
import { type Need, needsOf } from './needs';

const NONE: readonly never[] = [];

/** Returns what asks for a person, from what the server tells of limits, orders, sessions, jobs and data. */
export function useNeeds(session: Session | undefined): readonly Need[] {
  const { data: headroom } = useHeadroom(session);
  const sessions = useTopic('sessions').items ?? NONE;
  const jobs = useTopic('jobs').items ?? NONE;
  const events = useSessionTopic(session?.id, 'events').items ?? NONE;
  const { data: quarantine } = useQuery({
    queryKey: ['quarantine', 'overview'],
    queryFn: () => read(api.GET('/api/quarantine')),
    refetchInterval: 60_000,
  });
  const marketAt = useMarketTime();
  // To the minute, so that nothing is derived anew each second.
  const nowMs = Math.floor(useNow() / 60_000) * 60_000;
  return useMemo(
    () =>
      needsOf({
        session,
        interrupted: sessions.filter(({ state }) => state === 'interrupted'),
        // What halts everything stands in the banner already, on every page.
        halts: (session?.halts ?? []).filter(({ level }) => level !== 'all'),
        limits: headroom?.limits ?? [],
        events,
        jobs,
        quarantine,
        marketAt,
        nowMs,
      }),
    [session, sessions, headroom, events, jobs, quarantine, marketAt, nowMs],
  );
}
