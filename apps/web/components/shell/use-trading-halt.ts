'use client';

import { useCallback, useState } from 'react';
import { useToast } from '@/components/parts/toast';
import { api, read } from '@/lib/api/client';
import { useTopic } from '@/lib/live/live-provider';
import type { Halt, Session } from '@/lib/live/topics';

export interface StandingHalt extends Halt {
  readonly session: Session;
}

/** Returns the halts that stand, of all sessions that are not over. */
export function useStandingHalts(): readonly StandingHalt[] {
  const sessions = useTopic('sessions').items ?? [];
  return sessions
    .filter(({ state }) => state === 'running' || state === 'paused' || state === 'interrupted')
    .flatMap((session) => (session.halts ?? []).map((halt) => ({ session, ...halt })));
}

/** Returns what halts all trading at once. */
export function useHaltTrading(): { readonly halt: (reason: string) => Promise<void>; readonly isHalting: boolean } {
  const say = useToast();
  const [isHalting, setIsHalting] = useState(false);
  const halt = useCallback(
    async (reason: string) => {
      setIsHalting(true);
      try {
        const { halted } = await read(
          api.POST('/api/risk/halts', { body: { level: 'all', ...(reason === '' ? {} : { reason }) } }),
        );
        if (halted.length === 0) say('There is no session to halt: nothing trades.');
      } catch (error) {
        say(`Trading was not halted. ${error instanceof Error ? error.message : ''}`, { tone: 'failed' });
      } finally {
        setIsHalting(false);
      }
    },
    [say],
  );
  return { halt, isHalting };
}
