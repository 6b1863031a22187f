import { createHash } from 'node:crypto';
import type { QuarantineRepository } from '@candor/domain/ports/repositories';
import type { Quarantined } from '@candor/domain/quarantine';
import { and, desc, eq, getTableColumns, lt, sql } from 'drizzle-orm';
import type { Connection } from '../connection.ts';
import { inChunks } from '../in-chunks.ts';
import { pageOf, rowsToRead } from '../page.ts';
import { quarantine } from '../schema/quarantine.ts';

export function createQuarantineRepository(connection: Connection): QuarantineRepository {
  const { identity: _, ...columns } = getTableColumns(quarantine);
  return {
    add: (datasetId, of, rows) =>
      inChunks(rows, (chunk) =>
        connection
          .insert(quarantine)
          .values(
            chunk.map((row) => ({
              ...row,
              ...of,
              datasetId,
              reason: storable(row.reason),
              raw: storable(row.raw),
              identity: identityOf(of.source, row),
            })),
          )
          .onConflictDoNothing(),
      ),
    list: async (page, where = {}) => {
      const rows = await connection
        .select(columns)
        .from(quarantine)
        .where(
          and(
            page.after === undefined ? undefined : lt(quarantine.seq, page.after),
            where.symbol === undefined ? undefined : eq(quarantine.symbol, where.symbol),
          ),
        )
        .orderBy(desc(quarantine.seq))
        .limit(rowsToRead(page));
      return pageOf(rows, page, ({ seq }) => seq);
    },
    countByDay: async (datasetId) => {
      const day = sql<string | null>`substring(${quarantine.raw} from '[0-9]{4}-[0-9]{2}-[0-9]{2}')`;
      const rows = await connection
        .select({ day, count: sql<number>`count(*)::int` })
        .from(quarantine)
        .where(eq(quarantine.datasetId, datasetId))
        .groupBy(day)
        .orderBy(day);
      return rows.map((row) => ({ day: row.day ?? undefined, count: row.count }));
    },
  };
}

// A bar that contradicts a stored one is the same bar wherever it stands in a later batch.
function identityOf(source: string, { row, unit, code, raw }: Quarantined): string {
  const place = code === 'CONFLICTS_WITH_STORED' ? [] : [unit, row];
  return createHash('sha256')
    .update(JSON.stringify([source, code, raw, ...place]))
    .digest('hex');
}

// A row of a broken file may hold the one character that no text column takes; it is shown by its picture.
function storable(text: string): string {
  return text.replaceAll('\0', '␀');
}
