import type { AccountRow, ListedSession, Repositories } from '@candor/domain/ports/repositories';
import { z } from 'zod';
import { DEMO_ACCOUNT, DEMO_LABELS, DemoLabels } from './demo-terms.ts';

/** The demo as it stands. */
export interface FoundDemo {
  readonly account: AccountRow;
  /** The latest one of the demo’s own; a person may have run others on its account. */
  readonly session: ListedSession | undefined;
}

/** Returns the demo that was not put away, if there is one. */
export async function findDemo({ accounts, sessions }: Repositories): Promise<FoundDemo | undefined> {
  const account = (await accounts.list()).findLast((row) => isDemo(row) && row.archivedAt === undefined);
  if (account === undefined) return undefined;
  const ofAccount = await sessions.list({ accountId: account.id });
  return { account, session: ofAccount.find((session) => isDemoSession(session)) };
}

/** Whether a session is the demo’s own. */
export function isDemoSession({ id, accountId }: Pick<ListedSession, 'id' | 'accountId'>): boolean {
  return id.startsWith(demoSessionId(accountId, ''));
}

export function demoSessionId(accountId: string, run: number | ''): string {
  return `${accountId}-run-${run}`;
}

// The name is asked for as well: a person may call an account of their own what we call ours.
function isDemo({ id, name }: AccountRow): boolean {
  return /^demo(-\d+)?$/.test(id) && name === DEMO_ACCOUNT.name;
}

/** The demo as it is shown. */
export const DemoShape = z.object({
  /** Whether there is one that was not put away. */
  present: z.boolean(),
  accountId: z.string().nullable(),
  /** The latest session of the demo’s own. */
  sessionId: z.string().nullable(),
  /** Those that trade in it. */
  configurations: z.array(z.string()),
  labels: DemoLabels,
});

export type DemoShape = z.infer<typeof DemoShape>;

export function showDemo(demo: FoundDemo | undefined): DemoShape {
  return {
    present: demo !== undefined,
    accountId: demo?.account.id ?? null,
    sessionId: demo?.session?.id ?? null,
    configurations: demo?.session?.sleeves.map(({ configurationId }) => configurationId) ?? [],
    labels: DEMO_LABELS,
  };
}
