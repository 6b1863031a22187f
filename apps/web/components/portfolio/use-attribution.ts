'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, read } from '@/lib/api/client';
import { useConnection } from '@/lib/live/live-provider';
import type { Session } from '@/lib/live/topics';

const EVERY_MS = 2_000;

/** Returns what each sleeve and symbol brought, with the account they add up to, as the server read them in one go. */
export function useAttribution(session: Session | undefined) {
  const id = session?.id;
  const isRunning = session?.state === 'running';
  const isLost = useConnection().kind === 'lost';
  return useQuery({
    // While nothing runs by itself, each step is asked for once.
    queryKey: ['attribution', id, isRunning ? 'running' : session?.turn],
    placeholderData: keepPreviousData,
    queryFn: () => read(api.GET('/api/sessions/{sessionId}/positions', { params: { path: { sessionId: id ?? '' } } })),
    enabled: id !== undefined,
    refetchInterval: isRunning && !isLost ? EVERY_MS : false,
  });
}
