'use client';

import { useQuery } from '@tanstack/react-query';
import { api, read } from './api/client';
import { useConnection } from './live/live-provider';
import type { Session } from './live/topics';

const EVERY_MS = 2_000;

/** Returns how far the limits of a session are used, every two seconds; nothing where nobody drives it. */
export function useHeadroom(session: Session | undefined) {
  const sessionId = session?.id ?? '';
  const isDriven = session?.state === 'running' || session?.state === 'paused';
  const isLost = useConnection().kind === 'lost';
  const query = useQuery({
    queryKey: ['headroom', sessionId],
    queryFn: () => read(api.GET('/api/sessions/{sessionId}/headroom', { params: { path: { sessionId } } })),
    enabled: isDriven,
    refetchInterval: isDriven && !isLost ? EVERY_MS : false,
  });
  return { data: isDriven ? query.data : undefined, error: query.error, refetch: query.refetch, isDriven };
}
