import type { OrderStatus } from '@candor/domain/order-state';
import type { OrderRepository, OrderRow } from '@candor/domain/ports/repositories';
import { SavedOrder, saveOrder } from '@candor/domain/saved-order';
import { and, desc, eq, inArray, lt, notInArray, sql } from 'drizzle-orm';
import type { Connection } from '../connection.ts';
import { inChunks } from '../in-chunks.ts';
import { pageOf, rowsToRead } from '../page.ts';
import { orders } from '../schema/orders.ts';

const OPEN: OrderStatus[] = ['working', 'partially-filled'];

export function createOrderRepository(connection: Connection): OrderRepository {
  return {
    find: async (accountId, clientOrderId) => {
      const [found] = await connection
        .select()
        .from(orders)
        .where(and(eq(orders.accountId, accountId), eq(orders.clientOrderId, clientOrderId)));
      return found && toRow(found);
    },

    list: async (page, where = {}) => {
      const rows = await connection
        .select()
        .from(orders)
        .where(
          and(
            page.after === undefined ? undefined : lt(orders.seq, page.after),
            where.accountId === undefined ? undefined : eq(orders.accountId, where.accountId),
            where.sessionId === undefined ? undefined : eq(orders.sessionId, where.sessionId),
            where.symbol === undefined ? undefined : eq(orders.symbol, where.symbol),
            where.open === undefined
              ? undefined
              : where.open
                ? inArray(orders.status, OPEN)
                : notInArray(orders.status, OPEN),
          ),
        )
        .orderBy(desc(orders.seq))
        .limit(rowsToRead(page));
      return pageOf(rows.map(toRow), page, ({ seq }) => seq);
    },

    save: (rows) =>
      inChunks(latestOfEach(rows), (chunk) =>
        connection
          .insert(orders)
          .values(chunk.map(fromRow))
          .onConflictDoUpdate({
            target: [orders.accountId, orders.clientOrderId],
            // The times are those at which each thing first happened; the order itself never changes.
            set: {
              status: sql`excluded.status`,
              filledQuantity: sql`excluded.filled_quantity`,
              averageFillPrice: sql`excluded.average_fill_price`,
              triggered: sql`excluded.triggered`,
              reason: sql`excluded.reason`,
              sentAt: sql`coalesce(${orders.sentAt}, excluded.sent_at)`,
              endedAt: sql`coalesce(${orders.endedAt}, excluded.ended_at)`,
            },
          }),
      ),
  };
}

// One statement cannot write a row twice.
function latestOfEach(rows: readonly Omit<OrderRow, 'seq'>[]) {
  const latest = new Map(rows.map((row) => [JSON.stringify([row.accountId, row.state.order.clientOrderId]), row]));
  return [...latest.values()];
}

function fromRow({ state, ...row }: Omit<OrderRow, 'seq'>): typeof orders.$inferInsert {
  const { order, ...life } = state;
  return { ...row, ...life, clientOrderId: order.clientOrderId, symbol: order.symbol, order: saveOrder(order) };
}

function toRow(row: typeof orders.$inferSelect): OrderRow {
  const { seq, accountId, sessionId, recordedAt, status, filledQuantity, triggered } = row;
  return {
    seq,
    accountId,
    sessionId,
    state: {
      order: SavedOrder.parse(row.order),
      status,
      filledQuantity,
      averageFillPrice: row.averageFillPrice ?? undefined,
      triggered,
      reason: row.reason ?? undefined,
    },
    recordedAt,
    sentAt: row.sentAt ?? undefined,
    endedAt: row.endedAt ?? undefined,
  };
}
