'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, read, type Schemas } from '@/lib/api/client';
import { useConnection } from '@/lib/live/live-provider';
import type { Session } from '@/lib/live/topics';

export type Trade = Schemas['TradesListOutput']['trades'][number];

const EVERY_MS = 2_000;

/** Returns the trades that a session has closed, oldest first. */
export function useTrades(session: Session | undefined) {
  const id = session?.id;
  const isRunning = session?.state === 'running';
  const isLost = useConnection().kind === 'lost';
  return useQuery({
    // While nothing runs by itself, each step is asked for once.
    queryKey: ['trades', id, isRunning ? 'running' : session?.turn],
    placeholderData: keepPreviousData,
    queryFn: () => read(api.GET('/api/sessions/{sessionId}/trades', { params: { path: { sessionId: id ?? '' } } })),
    enabled: id !== undefined,
    refetchInterval: isRunning && !isLost ? EVERY_MS : false,
    select: ({ trades }) => trades,
  });
}
