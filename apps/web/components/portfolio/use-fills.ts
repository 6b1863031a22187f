'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, read } from '@/lib/api/client';
import { useSessionTopic } from '@/lib/live/live-provider';
import type { Fill, Session } from '@/lib/live/topics';

const PAGE = 500;
/** More than a person reads; an export of everything is the command line's. */
const MOST_PAGES = 10;

export interface Fills {
  /** Newest first; undefined while loading. */
  readonly fills: readonly Fill[] | undefined;
  /** Older ones there are that were not asked for. */
  readonly isCut: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** Returns the fills of a session: the stored ones, and those that came since. */
export function useFills(session: Session | undefined): Fills {
  const sessionId = session?.id ?? '';
  const live = useSessionTopic(session?.id, 'fills').items;
  const stored = useQuery({
    queryKey: ['fills', sessionId],
    queryFn: () => storedFills(sessionId),
    enabled: session !== undefined,
    staleTime: 60_000,
  });
  const fills = useMemo(() => {
    if (stored.data === undefined) return undefined;
    const known = new Set(stored.data.fills.map(nameOf));
    const fresh = live?.filter((fill) => !known.has(nameOf(fill))) ?? [];
    return [...fresh.toReversed(), ...stored.data.fills];
  }, [stored.data, live]);
  return {
    fills,
    isCut: stored.data?.isCut ?? false,
    error: stored.error,
    retry: () => void stored.refetch(),
  };
}

async function storedFills(sessionId: string): Promise<{ readonly fills: readonly Fill[]; readonly isCut: boolean }> {
  const fills: Fill[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const query = { sessionId, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
    const found = await read(api.GET('/api/fills', { params: { query } }));
    fills.push(...found.fills);
    if (found.nextCursor === null) return { fills, isCut: false };
    cursor = found.nextCursor;
  }
  return { fills, isCut: true };
}

function nameOf({ clientOrderId, sequence }: Fill): string {
  return `${clientOrderId} ${sequence}`;
}
