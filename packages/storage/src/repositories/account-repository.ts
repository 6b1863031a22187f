import type { AccountRepository, AccountRow } from '@candor/domain/ports/repositories';
import { asc, eq } from 'drizzle-orm';
import type { Connection } from '../connection.ts';
import { accounts } from '../schema/accounts.ts';
import { orJsonNull } from '../schema/columns.ts';

export function createAccountRepository(connection: Connection): AccountRepository {
  return {
    find: async (id) => {
      const [found] = await connection.select().from(accounts).where(eq(accounts.id, id));
      return found && toRow(found);
    },
    list: async () => {
      const found = await connection.select().from(accounts).orderBy(asc(accounts.createdAt), asc(accounts.id));
      return found.map(toRow);
    },
    save: async ({ id, ...account }) => {
      const row = { ...account, costs: orJsonNull(account.costs), archivedAt: account.archivedAt ?? null };
      await connection
        .insert(accounts)
        .values({ id, ...row })
        .onConflictDoUpdate({ target: accounts.id, set: row });
    },
  };
}

function toRow({ archivedAt, execution, ...rest }: typeof accounts.$inferSelect): AccountRow {
  return {
    ...rest,
    // JSON leaves out what is undefined.
    execution: { ...execution, maxVolumeShare: execution.maxVolumeShare },
    archivedAt: archivedAt ?? undefined,
  };
}
