'use client';

import { useCallback } from 'react';
import { useToast } from '@/components/parts/toast';
import { api, once, read } from '@/lib/api/client';
import type { Session } from '@/lib/live/topics';

/** The speeds that have a key of their own, in bars a second. */
export const SPEEDS = [1, 2, 5, 20, 60, 1000] as const;

export interface SessionCommands {
  readonly pauseOrResume: () => void;
  readonly step: () => void;
  readonly setSpeed: (barsPerSecond: number) => void;
  readonly stop: (flatten: boolean) => Promise<void>;
}

/** Returns what can be done with a session that replays. What came of it is told by the live channel, never assumed. */
export function useSessionCommands(session: Session | undefined): SessionCommands {
  const say = useToast();
  const id = session?.id;
  const state = session?.state;
  const attempt = useCallback(
    async (what: string, work: (path: { readonly sessionId: string }) => Promise<unknown>) => {
      if (id === undefined) return;
      try {
        await work({ sessionId: id });
      } catch (error) {
        say(`${what} ${error instanceof Error ? error.message : ''}`, { tone: 'failed' });
      }
    },
    [id, say],
  );
  return {
    pauseOrResume: () =>
      void attempt('The session did not change its pace.', (path) =>
        state === 'running'
          ? read(api.POST('/api/sessions/{sessionId}/pause', { params: { path } }))
          : state === 'created'
            ? read(api.POST('/api/sessions/{sessionId}/start', { params: { path } }))
            : read(api.POST('/api/sessions/{sessionId}/resume', { params: { path } })),
      ),
    step: () =>
      void attempt('The session did not step.', (path) =>
        read(api.POST('/api/sessions/{sessionId}/step', { params: { path, header: once() }, body: { bars: 1 } })),
      ),
    setSpeed: (barsPerSecond) =>
      void attempt('The speed stays as it was.', (path) =>
        read(api.POST('/api/sessions/{sessionId}/speed', { params: { path }, body: { barsPerSecond } })),
      ),
    stop: (flatten) =>
      attempt('The session was not stopped.', (path) =>
        read(api.POST('/api/sessions/{sessionId}/stop', { params: { path }, body: { flatten } })),
      ),
  };
}
