import { api, read } from '@/lib/api/client';
import { counted } from '@/lib/format';
import type { SessionWish } from './start-draft';
import type { Step } from './use-steps';

export const PREPARE = 'Prepare the session';

/** What was prepared, also when its start has to be tried again later. */
export interface Prepared {
  id?: string;
}

/** Returns the steps that make a session and let it run. */
export function startSteps(wish: SessionWish, prepared: Prepared): readonly Step[] {
  return [
    {
      title: PREPARE,
      work: async (header) => {
        const session = await read(api.POST('/api/sessions', { params: { header }, body: wish }));
        prepared.id = session.id;
        return `${session.name} has ${counted(session.length, 'bar')} to replay.`;
      },
    },
    {
      title: 'Start it',
      work: async () => {
        const params = { path: { sessionId: prepared.id ?? '' } };
        const { name } = await read(api.POST('/api/sessions/{sessionId}/start', { params }));
        return `${name} runs.`;
      },
    },
  ];
}
