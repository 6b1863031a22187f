import type { InstrumentRepository } from '@candor/domain/ports/repositories';
import { asc, eq } from 'drizzle-orm';
import type { Connection } from '../connection.ts';
import { instruments } from '../schema/instruments.ts';

export function createInstrumentRepository(connection: Connection): InstrumentRepository {
  return {
    find: async (symbol) => {
      const [found] = await connection.select().from(instruments).where(eq(instruments.symbol, symbol));
      return found;
    },
    list: () => connection.select().from(instruments).orderBy(asc(instruments.symbol)),
    save: async (instrument) => {
      const { symbol, ...rest } = instrument;
      await connection
        .insert(instruments)
        .values(instrument)
        .onConflictDoUpdate({ target: instruments.symbol, set: rest });
    },
  };
}
