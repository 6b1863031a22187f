import { CandorError } from '@candor/domain/candor-error';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { PoolClient } from 'pg';

/** What repositories speak to: one connection inside one transaction. */
export type Connection = NodePgDatabase;

/**
 * Returns the connection of a transaction. Once that is over, a statement throws `storage.transaction-over` (conflict): it would otherwise
 * run outside of any transaction, or inside somebody else's.
 */
export function connectionOver(client: PoolClient, isOver: () => boolean): Connection {
  const guarded = new Proxy(client, {
    get(target, name) {
      if (name === 'query' && isOver()) {
        throw new CandorError('storage.transaction-over', {
          kind: 'conflict',
          message: 'A repository was used after its unit of work had ended. Await everything inside of it.',
        });
      }
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return drizzle({ client: guarded, casing: 'snake_case' });
}
