import type { EquityRepository } from '@candor/domain/ports/repositories';
import { and, asc, desc, eq, gt, lt, sql } from 'drizzle-orm';
import type { Connection } from '../connection.ts';
import { inChunks } from '../in-chunks.ts';
import { pageOf, rowsToRead } from '../page.ts';
import { equityPoints } from '../schema/results.ts';

export function createEquityRepository(connection: Connection): EquityRepository {
  return {
    append: (sessionId, points) =>
      inChunks(points, (chunk) =>
        connection
          .insert(equityPoints)
          .values(chunk.map((point) => ({ ...point, sessionId })))
          .onConflictDoNothing(),
      ),
    list: async (sessionId, page) => {
      const [isBeyond, order] = page.newestFirst ? [lt, desc] : [gt, asc];
      const rows = await connection
        .select({ at: equityPoints.at, equityMicros: equityPoints.equityMicros, cashMicros: equityPoints.cashMicros })
        .from(equityPoints)
        .where(
          and(
            eq(equityPoints.sessionId, sessionId),
            page.after === undefined ? undefined : isBeyond(equityPoints.at, page.after),
          ),
        )
        .orderBy(order(equityPoints.at))
        .limit(rowsToRead(page));
      return pageOf(rows, page, ({ at }) => at);
    },
    thinned: async (sessionId, most) => {
      // Two of each stretch, the first and the last.
      const stretches = Math.max(1, Math.floor((most - 2) / 2));
      const { rows } = await connection.execute<{
        at: number;
        equityMicros: number;
        cashMicros: number;
        of: number;
      }>(sql`
        with counted as (
          select at, equity_micros, cash_micros, count(*) over () as total, row_number() over (order by at) as place
          from ${equityPoints} where session_id = ${sessionId}
        ), ranked as (
          select *,
            row_number() over (partition by stretch order by equity_micros, at) as from_below,
            row_number() over (partition by stretch order by equity_micros desc, at) as from_above
          from (select *, (place - 1) * ${stretches}::int / total as stretch from counted) as cut
        )
        select at::float8 as at, equity_micros as "equityMicros", cash_micros as "cashMicros", total::int as of
        from ranked
        where total <= ${most}::int or place = 1 or place = total or from_below = 1 or from_above = 1
        order by at`);
      return {
        points: rows.map(({ at, equityMicros, cashMicros }) => ({ at, equityMicros, cashMicros })),
        of: rows[0]?.of ?? 0,
      };
    },
  };
}
