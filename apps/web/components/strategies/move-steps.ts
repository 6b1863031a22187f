import { api, read } from '@/lib/api/client';
import type { Session } from '@/lib/live/topics';
import { day } from '@/lib/time';
import type { AccountDraft } from './account-draft';
import { openAccountStep } from './open-account-step';
import type { SessionWish } from './start-draft';
import { isActive } from './strategy-rows';
import type { Step } from './use-steps';

export interface Move {
  readonly session: Session;
  /** Id of the account it goes to. */
  readonly target: string;
  /** Opened first, where it is new. */
  readonly newAccount: AccountDraft | undefined;
  readonly flatten: boolean;
  /** Trading begins where it stopped, and not from the beginning. */
  readonly goesOn: boolean;
}

/** What a step learns for those after it, also when one of them is tried again later. */
export interface Learned {
  startFrom?: string;
  preparedId?: string;
}

/**
 * Returns what moving a session takes. It is held first, so that the place is exact, and prepared there before it is stopped here: what
 * the other account would refuse is refused while nothing is lost yet.
 */
export function moveSteps({ session, target, newAccount, flatten, goesOn }: Move, learned: Learned): readonly Step[] {
  const params = { path: { sessionId: session.id } };
  return [
    ...(newAccount === undefined ? [] : [openAccountStep(newAccount)]),
    {
      title: `Hold ${session.name} where it is`,
      work: async () => {
        const { state } = await read(api.GET('/api/sessions/{sessionId}', { params }));
        if (state === 'running') await read(api.POST('/api/sessions/{sessionId}/pause', { params }));
        const { live } = await read(api.GET('/api/sessions/{sessionId}', { params }));
        const lastBarAt = live?.lastBarAt ?? null;
        if (lastBarAt === null) return 'It has seen no bar yet.';
        learned.startFrom = dayAfter(lastBarAt);
        return `It has seen the bars up to ${day(lastBarAt)}.`;
      },
    },
    {
      title: 'Prepare it on the other account',
      work: async (header) => {
        const body = wishFor(session, target, goesOn ? learned.startFrom : undefined);
        const prepared = await read(api.POST('/api/sessions', { params: { header }, body }));
        learned.preparedId = prepared.id;
        return `${prepared.name} has ${prepared.length - prepared.position} bars left to trade on.`;
      },
    },
    {
      title: `Stop ${session.name} here`,
      work: async () => {
        await read(api.POST('/api/sessions/{sessionId}/stop', { params, body: { flatten } }));
        if (!flatten) return 'It is over; what it held stays in its record.';
        return `Everything is being sold at the prices of the next bars. ${await whenOver(session.id)}`;
      },
    },
    {
      title: 'Start it there',
      work: async () => {
        const path = { sessionId: learned.preparedId ?? '' };
        const { name } = await read(api.POST('/api/sessions/{sessionId}/start', { params: { path } }));
        return `${name} runs.`;
      },
    },
  ];
}

function wishFor({ name, feed, sleeves }: Session, accountId: string, startFrom: string | undefined): SessionWish {
  return {
    name,
    accountId,
    timeframe: feed.timeframe,
    from: feed.from,
    to: feed.to,
    barsPerSecond: feed.barsPerSecond,
    ...(startFrom === undefined ? {} : { startFrom }),
    sleeves: sleeves.map(({ id, configurationId, configurationVersion, symbols, capitalShare }) => ({
      id,
      configurationId,
      version: configurationVersion,
      symbols: [...symbols],
      capitalShare,
    })),
  };
}

const ASK_AGAIN_MS = 500;

/** Resolves when a session is over. */
async function whenOver(sessionId: string): Promise<string> {
  for (;;) {
    const session = await read(api.GET('/api/sessions/{sessionId}', { params: { path: { sessionId } } }));
    if (!isActive(session)) return 'It is over.';
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
  }
}

/** Returns the calendar day after an instant, at the exchange. */
function dayAfter(instant: string): string {
  const here = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(new Date(instant));
  const next = new Date(`${here}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
