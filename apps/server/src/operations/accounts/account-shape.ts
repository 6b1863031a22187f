import { CostParams } from '@candor/brokers/paper/costs';
import { CandorError } from '@candor/domain/candor-error';
import { toUsd } from '@candor/domain/money';
import type { AccountRow, Repositories } from '@candor/domain/ports/repositories';
import { isoFromInstant } from '@candor/domain/time';
import { LimitsConfig } from '@candor/risk/limits-config';
import { z } from 'zod';
import { WireAccount, wireAccount } from '../../resources/wire/wire-account.ts';
import { WireHalt, wireHalt } from '../../resources/wire/wire-halt.ts';

/** A lower-case name that stands in addresses. */
export const Id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be 1 to 40 of a-z, 0-9 and -, beginning with a letter or digit');

const Instant = z.iso.datetime();

export const ExecutionShape = z.object({
  fillOnTouch: z
    .boolean()
    .default(false)
    .describe('Fill a limit when the bar only touches its price: optimistic, so off unless asked for.'),
  maxVolumeShare: z
    .number()
    .min(0.0001)
    .max(1)
    .nullable()
    .default(0.1)
    .describe('Largest part of a bar’s volume our orders may take; null switches the cap off.'),
  entryReserve: z
    .number()
    .min(0)
    .max(0.5)
    .default(0.02)
    .describe('Part of the price kept back when an entry is sized to the buying power.'),
});

/** An account as it is shown. */
export const AccountShape = z.object({
  id: Id,
  name: z.string(),
  type: z.enum(['cash', 'margin']),
  startCashUsd: z.number(),
  limits: LimitsConfig,
  costs: CostParams,
  execution: ExecutionShape,
  halts: z.array(WireHalt),
  /** The session that runs on it, or the last one that did. */
  session: z.object({ id: z.string(), name: z.string(), state: z.string() }).nullable(),
  /** As that session left it; null before the first. */
  figures: WireAccount.nullable(),
  createdAt: Instant,
  archivedAt: Instant.nullable(),
});

export type AccountShape = z.infer<typeof AccountShape>;

/** Returns the account with that id. Throws `accounts.unknown` (not-found). */
export async function findAccount({ accounts }: Repositories, id: string): Promise<AccountRow> {
  const account = await accounts.find(id);
  if (account) return account;
  throw new CandorError('accounts.unknown', { kind: 'not-found', message: `There is no account "${id}".` });
}

/** Returns an account as it is shown, with what its latest session made of it. */
export async function showAccount(repositories: Repositories, row: AccountRow): Promise<AccountShape> {
  const [session] = await repositories.sessions.list({ accountId: row.id });
  const { id, name, type, limits, halts } = row;
  const figures = session?.account;
  return {
    id,
    name,
    type,
    startCashUsd: toUsd(row.startCashMicros),
    limits: LimitsConfig.parse(limits),
    costs: CostParams.parse(row.costs),
    execution: { ...row.execution, maxVolumeShare: row.execution.maxVolumeShare ?? null },
    halts: halts.map(wireHalt),
    session: session === undefined ? null : { id: session.id, name: session.name, state: session.state },
    figures: figures === undefined ? null : wireAccount(figures),
    createdAt: isoFromInstant(row.createdAt),
    archivedAt: row.archivedAt === undefined ? null : isoFromInstant(row.archivedAt),
  };
}
